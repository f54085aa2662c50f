package io.faultline.io.kafka;

import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * How the job talks to Kafka.
 *
 * @param topics names of the topics
 * @param groupId consumer group; offsets are committed with checkpoints
 * @param client properties passed to every Kafka client, {@code bootstrap.servers} among them
 * @param guarantee AT_LEAST_ONCE or EXACTLY_ONCE; holds for alerts and incidents. Samples and dead letters are always
 *     written at least once
 * @param transactionalIdPrefix EXACTLY_ONCE: unique to this job in the Kafka cluster, never changed once in use
 * @param transactionTimeout EXACTLY_ONCE: longest time between two checkpoints including a restart; not above the
 *     broker's {@code transaction.max.timeout.ms} (15 minutes unless changed)
 * @param partitionDiscovery how often new partitions are looked for; zero or negative for never
 */
public record KafkaSettings(
        KafkaTopics topics,
        String groupId,
        Properties client,
        DeliveryGuarantee guarantee,
        String transactionalIdPrefix,
        Duration transactionTimeout,
        Duration partitionDiscovery) {

    /** @throws IllegalArgumentException if {@code bootstrap.servers} is missing or the guarantee is NONE */
    public KafkaSettings {
        if (client.getProperty("bootstrap.servers", "").isBlank()) {
            throw new IllegalArgumentException("bootstrap.servers is missing");
        }
        if (guarantee == DeliveryGuarantee.NONE) {
            throw new IllegalArgumentException("delivery guarantee must be at-least-once or exactly-once");
        }
    }

    /** The documented defaults for the given clients. */
    public static KafkaSettings defaults(Properties client) {
        return new KafkaSettings(
                KafkaTopics.defaults(),
                "faultline",
                client,
                DeliveryGuarantee.AT_LEAST_ONCE,
                "faultline",
                Duration.ofMinutes(10),
                Duration.ofMinutes(1));
    }

    /** The same with another guarantee. */
    public KafkaSettings withGuarantee(DeliveryGuarantee other) {
        return new KafkaSettings(
                topics, groupId, client, other, transactionalIdPrefix, transactionTimeout, partitionDiscovery);
    }
}
