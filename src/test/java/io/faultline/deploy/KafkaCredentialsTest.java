package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.FaultlineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of the key store is a file of a Secret: Kafka's clients find it, the job's configuration does not hold it. */
class KafkaCredentialsTest {

    private static final Path SHIPPED = Path.of("k8s/components/strimzi/kafka.properties");
    private static final String MOUNTED = "/etc/faultline-kafka";
    private static final String PASSWORD = "only-in-the-secret";

    @TempDir
    private Path directory;

    private Properties client;

    @BeforeEach
    void readsWhatTheJobReads() throws IOException {
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        Files.createDirectories(secrets.resolve("user"));
        Files.writeString(secrets.resolve("user/user.password"), PASSWORD);
        Files.writeString(
                directory.resolve("kafka.properties"), Files.readString(SHIPPED).replace(MOUNTED, secrets.toString()));
        Files.copy(Path.of("k8s/base/faultline.properties"), directory.resolve("faultline.properties"));
        client = FaultlineConfig.load(directory.resolve("faultline.properties")).kafkaClient();
    }

    @Test
    void theConfigurationThatTravelsWithTheJobHasNoPassword() {
        assertThat(client.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void everyKindOfClientFindsIt() {
        assertThat(password(new AdminClientConfig(client))).isEqualTo(PASSWORD);
        client.put("key.deserializer", ByteArrayDeserializer.class);
        client.put("value.deserializer", ByteArrayDeserializer.class);
        assertThat(password(new ConsumerConfig(client))).isEqualTo(PASSWORD);
        client.put("key.serializer", ByteArraySerializer.class);
        client.put("value.serializer", ByteArraySerializer.class);
        assertThat(password(new ProducerConfig(client))).isEqualTo(PASSWORD);
    }

    @Test
    void filesOutsideOfTheSecretsAreNotRead() throws IOException {
        Files.writeString(directory.resolve("user.password"), "elsewhere");
        client.put("ssl.keystore.password", "${files:" + directory + ":user.password}");
        assertThat(password(new AdminClientConfig(client))).doesNotContain("elsewhere");
    }

    private static String password(AbstractConfig config) {
        Password password = config.getPassword("ssl.keystore.password");
        return password.value();
    }
}
