package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.io.kafka.KafkaSettings;
import io.faultline.shock.RunMode;
import io.faultline.stream.StreamSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultlineConfigTest {

    private static final String BROKERS = "kafka.bootstrap.servers=k1:9092\n";

    @TempDir
    Path directory;

    @Test
    void anEmptyFileGivesTheDocumentedDefaults() throws IOException {
        FaultlineConfig config = load(BROKERS);
        assertThat(config.streamSettings(Clock.systemUTC()))
                .isEqualTo(StreamSettings.defaults(RunMode.LIVE, Clock.systemUTC()));
        assertThat(config.kafkaSettings()).isEqualTo(KafkaSettings.defaults(config.kafkaClient()));
    }

    @Test
    void valuesArePassedToStreamKafkaAndFlink() throws IOException {
        FaultlineConfig config = load(BROKERS
                + "faultline.time.mode=replay\nfaultline.time.lateness = 250 ms\nfaultline.moves.min-move=0.002\n"
                + "faultline.kafka.delivery-guarantee=exactly-once\nfaultline.topics.alerts=my.alerts\n"
                + "kafka.security.protocol=SSL\nflink.parallelism.default=3\n");
        StreamSettings stream = config.streamSettings(Clock.systemUTC());
        assertThat(stream.mode()).isEqualTo(RunMode.REPLAY);
        assertThat(stream.lateness()).isEqualTo(Duration.ofMillis(250));
        assertThat(stream.minMove()).isEqualTo(0.002);
        assertThat(config.kafkaSettings().guarantee()).isEqualTo(DeliveryGuarantee.EXACTLY_ONCE);
        assertThat(config.topics().alerts()).isEqualTo("my.alerts");
        assertThat(config.kafkaClient()).containsEntry("security.protocol", "SSL");
        assertThat(config.flink().toMap()).containsEntry("parallelism.default", "3");
    }

    @Test
    void credentialsComeFromFilesBesideTheConfiguration() throws IOException {
        Files.writeString(directory.resolve("secret.properties"), "sasl.jaas.config=from the secret\n");
        FaultlineConfig config = load(BROKERS + "faultline.kafka.properties-files=secret.properties\n");
        assertThat(config.kafkaClient()).containsEntry("sasl.jaas.config", "from the secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "faultline.time.latenes=1 s; unknown key faultline.time.latenes, did you mean faultline.time.lateness?",
                "flinc.parallelism.default=2; unknown key flinc.parallelism.default, did you mean",
                "faultline.time.lateness=soon; faultline.time.lateness is \"soon\", expected a duration such as 500 ms",
                "faultline.time.quiet-after=0 s; expected a duration such as 500 ms, 30 s, 5 min, 2 h, 21 d, at least 1 s",
                "faultline.moves.min-move=NaN; expected a number above 0 and below 1",
                "faultline.dead-letters.per-reason=-1; expected a whole number of 0 or more",
                "faultline.time.mode=rewind; expected one of live, replay",
                "faultline.kafka.delivery-guarantee=none; expected one of at-least-once, exactly-once",
                "faultline.topics.alerts=faultline.incidents.v1; two topics have the name faultline.incidents.v1",
                "faultline.kafka.properties-files=none.properties; none.properties: no such file",
                "faultline.topics.rules=; faultline.topics.rules is \"\", expected a text",
                "kafka.bootstrap.servers=k2; kafka.bootstrap.servers is there twice",
                "a=\\u12; Malformed",
            })
    void aWrongFileIsRefusedInOneLineThatNamesIt(String line, String message) {
        assertThatThrownBy(() -> load(BROKERS + line))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n")
                .contains(directory.toString());
    }

    @Test
    void aFileWithoutBrokersIsRefusedWhenTheyAreNeeded() throws IOException {
        FaultlineConfig config = load("");
        assertThatThrownBy(config::kafkaSettings).hasMessageContaining("kafka.bootstrap.servers is missing");
        assertThat(config.withBootstrapServers("k3:1").kafkaSettings().client())
                .containsEntry("bootstrap.servers", "k3:1");
    }

    @Test
    void noFileAndNoTextAreReadable() throws IOException {
        assertThatThrownBy(() -> FaultlineConfig.load(Path.of("/none"))).hasMessage("/none: no such file");
        Path bytes = Files.write(directory.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> FaultlineConfig.load(bytes)).hasMessageContaining("is not UTF-8 text");
    }

    private FaultlineConfig load(String text) throws IOException {
        Path file = directory.resolve("faultline.properties");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return FaultlineConfig.load(file);
    }
}
