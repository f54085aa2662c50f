package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.FaultlineConfig;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.shock.AlertState;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.RunningJob;
import io.faultline.testkit.SmallMarket;
import io.faultline.testkit.SmallMarketFeed;
import io.faultline.testkit.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rights that the manifests give the job's user are enough to run exactly once and to go on after a failure, on a real
 * broker that denies everything else.
 */
@Timeout(180)
class KafkaRightsITCase {

    private static final String USER = "faultline";
    private static final Instant MIDDAY = Instant.parse("2025-01-27T17:00:00Z");

    @Test
    void areEnoughForExactlyOnceThroughAFailureAndForNothingElse(@TempDir Path directory) throws Exception {
        int port = LoopbackPorts.free();
        try (KafkaTestbed kafka = KafkaTestbed.start(NamedUsers.listener(port))) {
            kafka.allow(NamedUsers.rights());
            kafka.publish(SmallMarket.rule());
            kafka.publish(SmallMarket.listings());
            KafkaSettings settings = settings(port);
            try (RunningJob job = RunningJob.start(settings, directory);
                    TopicReader committed = kafka.reader(kafka.topics().alerts(), "read_committed")) {
                SmallMarketFeed feed = new SmallMarketFeed(kafka);
                feed.playUntil(MIDDAY);
                committed.awaitAny("OPEN", entry -> state(entry) == AlertState.OPEN);
                job.replaceTaskManager();
                feed.playToEnd();
                committed.awaitAny("RESOLVE", entry -> state(entry) == AlertState.RESOLVE);
                assertThat(job.restarts()).as("restarts").isPositive();
            }
            assertThatThrownBy(() -> write(settings.client(), kafka.topics().ticks()))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static AlertState state(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return new AlertCodec().read(entry.value()).state();
        } catch (Exception e) {
            throw new AssertionError("not an alert", e);
        }
    }

    private static void write(Properties client, String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[0])).get(30, TimeUnit.SECONDS);
        }
    }

    /** The job's own settings of production, with a password in the place of a certificate. */
    private static KafkaSettings settings(int port) throws Exception {
        Properties own = new Properties();
        try (var file = Files.newBufferedReader(Path.of("k8s/base/faultline.properties"))) {
            own.load(file);
        }
        Map<String, String> entries = new HashMap<>();
        own.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        entries.remove("faultline.kafka.properties-files");
        NamedUsers.login(USER, port).forEach((key, value) -> entries.put("kafka." + key, value.toString()));
        return FaultlineConfig.of(entries, "test").kafkaSettings();
    }
}
