package io.faultline.testkit;

import io.faultline.app.broker.EmbeddedBroker;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RuleCodec;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.market.Listing;
import io.faultline.rules.SectorRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with all topics of the job, and a producer to fill them. */
public final class KafkaTestbed implements AutoCloseable {

    /** Partitions of the topics that grow. */
    public static final int PARTITIONS = 2;

    private static final int SECONDS = 30;
    private static final long BEFORE_ALL_TICKS = SmallMarket.ticks().get(0).ts();

    private final EmbeddedBroker broker;
    private final KafkaTopics topics = KafkaTopics.defaults();
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    private KafkaTestbed(EmbeddedBroker broker) {
        this.broker = broker;
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
        this.admin = Admin.create(client);
        this.producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Starts the broker and creates the topics. */
    public static KafkaTestbed start() throws Exception {
        return start(Map.of());
    }

    /** The same with further settings of the broker. */
    public static KafkaTestbed start(Map<String, String> further) throws Exception {
        KafkaTestbed testbed = new KafkaTestbed(EmbeddedBroker.start(LoopbackPorts.free(), further));
        testbed.createTopics();
        return testbed;
    }

    /** Gives rights to users of the broker; returns when the broker goes by them. */
    public void allow(List<AclBinding> rights) throws Exception {
        admin.createAcls(rights).all().get(SECONDS, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!admin.describeAcls(AclBindingFilter.ANY)
                .values()
                .get(SECONDS, TimeUnit.SECONDS)
                .containsAll(rights)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the broker does not know the rights");
            }
        }
    }

    private void createTopics() throws Exception {
        Map<String, String> compacted = Map.of("cleanup.policy", "compact");
        admin.createTopics(List.of(
                        topic(topics.ticks(), PARTITIONS),
                        topic(topics.headlines(), PARTITIONS),
                        topic(topics.listings(), PARTITIONS),
                        topic(topics.rules(), 1).configs(compacted),
                        topic(topics.calendars(), 1).configs(compacted),
                        topic(topics.alerts(), PARTITIONS),
                        topic(topics.incidents(), PARTITIONS).configs(compacted),
                        topic(topics.sectors(), 1),
                        topic(topics.deadLetters(), PARTITIONS)))
                .all()
                .get(SECONDS, TimeUnit.SECONDS);
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }

    /** Names of the topics. */
    public KafkaTopics topics() {
        return topics;
    }

    /** How the job reaches this broker; at-least-once. */
    public KafkaSettings settings() {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", broker.bootstrapServers());
        return KafkaSettings.defaults(client);
    }

    /** A reader of a whole topic from its start. */
    public TopicReader reader(String topic, String isolation) {
        return new TopicReader(broker.bootstrapServers(), topic, isolation);
    }

    /** Publishes a rule under its id. */
    public void publish(SectorRule rule) throws Exception {
        send(topics.rules(), bytes(rule.ruleId()), new RuleCodec().write(rule), BEFORE_ALL_TICKS);
    }

    /** Publishes reference data, each under the key that its value asks for. */
    public void publish(List<Listing> listings) throws Exception {
        for (Listing listing : listings) {
            byte[] key = bytes(ListingCodec.topicKey(listing));
            send(topics.listings(), key, new ListingCodec().write(listing), BEFORE_ALL_TICKS);
        }
    }

    /** Publishes any bytes and waits until the broker has them. */
    public RecordMetadata send(String topic, byte[] key, byte[] value, long timestamp) throws Exception {
        return producer.send(new ProducerRecord<>(topic, null, timestamp, key, value))
                .get(SECONDS, TimeUnit.SECONDS);
    }

    /** Publishes without waiting; {@link #flush} waits for all. */
    void sendSoon(ProducerRecord<byte[], byte[]> entry) {
        underWay.add(producer.send(entry));
    }

    /** Waits until the broker has all records; fails if it refused one. */
    void flush() throws Exception {
        for (Future<RecordMetadata> sent : underWay) {
            sent.get(SECONDS, TimeUnit.SECONDS);
        }
        underWay.clear();
    }

    /** Waits until every operator of the job has seen all that {@code topic} holds now. */
    public void awaitConsumed(String topic) {
        try (TopicReader reader = reader(topic, "read_uncommitted")) {
            reader.await("all tasks have read " + topic, read -> isConsumed(topic));
        }
    }

    /** The job commits its offsets when a checkpoint is complete, and its barriers have passed all operators by then. */
    private boolean isConsumed(String topic) {
        try {
            Map<TopicPartition, OffsetSpec> places = producer.partitionsFor(topic).stream()
                    .collect(Collectors.toMap(
                            place -> new TopicPartition(topic, place.partition()), place -> OffsetSpec.latest()));
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                            settings().groupId())
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS, TimeUnit.SECONDS);
            return admin.listOffsets(places).all().get(SECONDS, TimeUnit.SECONDS).entrySet().stream()
                    .allMatch(end -> isCommitted(
                            committed.get(end.getKey()), end.getValue().offset()));
        } catch (java.util.concurrent.ExecutionException noSuchGroupYet) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException("no offsets of " + topic, e);
        }
    }

    private static boolean isCommitted(OffsetAndMetadata committed, long end) {
        return end == 0 || (committed != null && committed.offset() >= end);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        producer.close();
        admin.close();
        broker.close();
    }
}
