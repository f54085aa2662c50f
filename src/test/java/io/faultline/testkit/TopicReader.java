package io.faultline.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its start with a bounded number of polls. Isolation is read_committed or read_uncommitted. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    /** 60 s when nothing comes at all. */
    private static final int MAX_POLLS = 240;

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();

    TopicReader(String bootstrapServers, String topic, String isolation) {
        this.topic = topic;
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation, "client.id", "test-reader");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records read so far, in order of reading; one partition's are in order of its offsets. */
    public List<ConsumerRecord<byte[], byte[]>> all() {
        return List.copyOf(all);
    }

    /** Polls until one record read so far is as wanted; fails if none comes. */
    public void awaitAny(String what, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        await(what, read -> read.stream().anyMatch(wanted));
    }

    /** Polls until the condition on all records read so far holds; fails if it never does. */
    public void await(String what, Predicate<List<ConsumerRecord<byte[], byte[]>>> condition) {
        for (int i = 0; i < MAX_POLLS && !condition.test(all); i++) {
            consumer.poll(POLL).forEach(all::add);
        }
        if (!condition.test(all)) {
            fail(
                    "%s: not seen on %s; last of %d records: %s%n%s",
                    what, topic, all.size(), last(), RunningJob.diagnoses());
        }
    }

    /** Reads on to the present end of the topic as the isolation level shows it. */
    public List<ConsumerRecord<byte[], byte[]>> toEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        await("end of topic", read -> partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p)));
        return all();
    }

    private String last() {
        if (all.isEmpty()) {
            return "none";
        }
        byte[] value = all.get(all.size() - 1).value();
        return value == null ? "null" : new String(value, StandardCharsets.UTF_8);
    }

    /** Text of a header; null if the record has none of that name. */
    public static String header(ConsumerRecord<byte[], byte[]> entry, String name) {
        Header header = entry.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
