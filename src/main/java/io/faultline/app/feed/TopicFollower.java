package io.faultline.app.feed;

import io.faultline.app.FailureReason;
import io.faultline.app.OperationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics {@code read_committed}, all partitions, without a consumer group. For one thread. */
public final class TopicFollower implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String servers;

    /**
     * Connects.
     *
     * @param client properties of the Kafka client
     * @param fromBeginning read what is there already, else only what comes
     * @throws OperationException if no Kafka answers or a topic is missing
     */
    public TopicFollower(Properties client, List<String> topics, boolean fromBeginning) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        servers = client.getProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
        try {
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw new OperationException("Kafka client: " + FailureReason.of(e), e);
        }
        try {
            assign(topics, fromBeginning);
        } catch (KafkaException e) {
            consumer.close();
            throw unreachable(e);
        } catch (OperationException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * How many records a topic has taken, over all partitions, be they kept or not.
     *
     * @throws OperationException if no Kafka answers or the topic is missing
     */
    static long endOf(Properties client, String topic) {
        try (TopicFollower follower = new TopicFollower(client, List.of(topic), false)) {
            return follower.end();
        }
    }

    private long end() {
        return consumer.assignment().stream().mapToLong(consumer::position).sum();
    }

    /**
     * What has come, waiting at most this long for the first.
     *
     * @throws OperationException if Kafka refuses
     */
    public ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        try {
            return consumer.poll(wait);
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void assign(List<String> topics, boolean fromBeginning) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
            if (found == null || found.isEmpty()) {
                throw new OperationException("there is no topic " + topic + " at " + servers + ": see topics create");
            }
            found.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        }
    }

    private OperationException unreachable(KafkaException e) {
        String reason = e instanceof TimeoutException ? "does not answer" : FailureReason.of(e);
        return new OperationException("Kafka at " + servers + ": " + reason, e);
    }
}
