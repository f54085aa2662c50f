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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
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
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%1$s\"";
    private static final Instant MIDDAY = Instant.parse("2025-01-27T17:00:00Z");

    @Test
    void areEnoughForExactlyOnceThroughAFailureAndForNothingElse(@TempDir Path directory) throws Exception {
        int port = LoopbackPorts.free();
        try (KafkaTestbed kafka = KafkaTestbed.start(denyingAll(port))) {
            kafka.allow(declared());
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
        entries.put("kafka.bootstrap.servers", "127.0.0.1:" + port);
        entries.put("kafka.security.protocol", "SASL_PLAINTEXT");
        entries.put("kafka.sasl.mechanism", "PLAIN");
        entries.put("kafka.sasl.jaas.config", LOGIN.formatted(USER) + ";");
        return FaultlineConfig.of(entries, "test").kafkaSettings();
    }

    /** A second listener asks for a name; who comes by the first is the administrator. */
    private static Map<String, String> denyingAll(int port) {
        return Map.of(
                "listeners", "SASL_PLAINTEXT://127.0.0.1:" + port,
                "advertised.listeners", "SASL_PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "SASL_PLAINTEXT:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                        LOGIN.formatted(USER) + " user_" + USER + "=\"" + USER + "\";",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS");
    }

    private static List<AclBinding> declared() {
        try {
            Manifests users = Manifests.of(Files.readString(Path.of("k8s/components/strimzi/users.yaml")));
            List<AclBinding> bindings = new ArrayList<>();
            for (Acl acl : Acl.of(users, USER)) {
                acl.operations().forEach(operation -> bindings.add(binding(acl, operation)));
            }
            return bindings;
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AclBinding binding(Acl acl, String operation) {
        ResourceType type = acl.type().equals("transactionalId")
                ? ResourceType.TRANSACTIONAL_ID
                : ResourceType.valueOf(acl.type().toUpperCase(Locale.ROOT));
        PatternType pattern = acl.pattern().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        return new AclBinding(
                new ResourcePattern(type, acl.name(), pattern),
                new AccessControlEntry(
                        "User:" + USER,
                        "*",
                        AclOperation.valueOf(operation.toUpperCase(Locale.ROOT)),
                        AclPermissionType.ALLOW));
    }
}
