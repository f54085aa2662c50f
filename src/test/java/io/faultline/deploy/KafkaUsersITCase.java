package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.FaultlineConfig;
import io.faultline.app.OperationException;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.app.feed.ReferencePublisher;
import io.faultline.app.topics.TopicAdmin;
import io.faultline.app.topics.TopicPlan;
import io.faultline.app.topics.TopicPlans;
import io.faultline.testkit.KafkaTestbed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each user of the manifests does its work on a real broker that denies everything else, and is refused the work of others. */
@Timeout(180)
class KafkaUsersITCase {

    private static final FaultlineConfig CONFIG =
            FaultlineConfig.of(Map.of("kafka.bootstrap.servers", "kafka:9092"), "test");
    private static final List<String> TOPICS =
            TopicPlans.of(CONFIG).stream().map(TopicPlan::name).toList();

    private static int port;
    private static KafkaTestbed kafka;

    @BeforeAll
    static void starts() throws Exception {
        port = LoopbackPorts.free();
        kafka = KafkaTestbed.start(NamedUsers.listener(port));
        kafka.allow(NamedUsers.rights());
        for (String topic : TOPICS) {
            kafka.send(topic, new byte[1], new byte[0], 0);
        }
    }

    @AfterAll
    static void stops() throws Exception {
        kafka.close();
    }

    @ParameterizedTest
    @CsvSource({
        "faultline-feed,      market.ticks.v1 news.headlines.v1",
        "faultline-reference, faultline.rules.v1 market.calendars.v1 market.listings.v1",
        "faultline-reader,    ''",
        "faultline-on-call,   ''",
    })
    void writesToItsTopicsOnly(String user, String topics) throws Exception {
        Set<String> written = new TreeSet<>();
        Properties client = NamedUsers.login(user, port);
        // Who may write nothing is refused a producer id, and no topic after that would be asked for.
        client.put("enable.idempotence", !topics.isEmpty());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : TOPICS) {
                try {
                    producer.send(new ProducerRecord<>(topic, new byte[1], new byte[0]))
                            .get(30, TimeUnit.SECONDS);
                    written.add(topic);
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
                }
            }
        }
        assertThat(String.join(" ", written)).isEqualTo(topics);
    }

    @ParameterizedTest
    @CsvSource({
        "faultline-feed,      0, faultline",
        "faultline-reference, 0, console-consumer-123",
        "faultline-reader,    3, console-consumer-123",
        "faultline-on-call,   9, faultline",
    })
    void readsItsTopicsInNoGroupOfOthers(String user, int readable, String group) {
        Properties client = NamedUsers.login(user, port);
        client.put("group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(TOPICS.stream().filter(topic -> reads(consumer, topic))).hasSize(readable);
            Set<TopicPartition> any = Set.of(new TopicPartition(TOPICS.get(5), 0));
            assertThatThrownBy(() -> consumer.committed(any)).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    private static boolean reads(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int i = 0; i < 100; i++) {
                if (!consumer.poll(Duration.ofMillis(300)).isEmpty()) {
                    return true;
                }
            }
            throw new AssertionError("neither read nor refused: " + topic);
        } catch (AuthorizationException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"faultline-on-call, console-consumer-123", "faultline-reader, faultline-alerts-desk"})
    void hasAGroupOfItsOwn(String user, String group) {
        Properties client = NamedUsers.login(user, port);
        client.put("group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition alerts = new TopicPartition(CONFIG.topics().alerts(), 0);
            assertThat(consumer.committed(Set.of(alerts))).containsEntry(alerts, null);
        }
    }

    @ParameterizedTest
    @CsvSource({"faultline", "faultline-on-call"})
    void checksTheTopics(String user) {
        try (TopicAdmin topics = new TopicAdmin(NamedUsers.login(user, port))) {
            assertThat(topics.missing(TopicPlans.of(CONFIG))).isEmpty();
            // The test's own topics have other partitions and are kept otherwise: it is told, and not refused.
            assertThat(topics.differences(TopicPlans.of(CONFIG))).isNotEmpty();
        }
    }

    /** As kafka-transactions.sh asks: what one may not describe is left out of the list without a word. */
    @ParameterizedTest
    @CsvSource({"faultline-on-call, true", "faultline-reader, false"})
    void seesATransactionThatHangs(String user, boolean sees) throws Exception {
        String id = CONFIG.kafkaSettings().transactionalIdPrefix() + "-alerts-0-1";
        Properties writes = NamedUsers.login("faultline", port);
        writes.put("transactional.id", id);
        String alerts = CONFIG.topics().alerts();
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(writes, new ByteArraySerializer(), new ByteArraySerializer());
                Admin admin = Admin.create(NamedUsers.login(user, port))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(alerts, 0, new byte[1], new byte[0]))
                    .get(30, TimeUnit.SECONDS);
            assertThat(admin.listTransactions().all().get())
                    .extracting(TransactionListing::transactionalId)
                    .isEqualTo(sees ? List.of(id) : List.of());
            KafkaFuture<TransactionDescription> described =
                    admin.describeTransactions(Set.of(id)).description(id);
            if (sees) {
                TopicPartition first = new TopicPartition(alerts, 0);
                assertThat(described.get().topicPartitions()).containsExactly(first);
                assertThat(admin.describeProducers(Set.of(first))
                                .all()
                                .get()
                                .get(first)
                                .activeProducers())
                        .isNotEmpty();
            } else {
                assertThatThrownBy(described::get).hasCauseInstanceOf(AuthorizationException.class);
            }
            producer.abortTransaction();
        }
    }

    @Test
    void whoPublishesRulesSeesWhetherThereAreSome() {
        Map<String, String> own = new HashMap<>();
        NamedUsers.login("faultline-reference", port)
                .forEach((key, value) -> own.put("kafka." + key, value.toString()));
        assertThat(ReferencePublisher.hasRules(FaultlineConfig.of(own, "test"))).isTrue();
    }

    @Test
    void nobodyMakesATopic() {
        try (TopicAdmin topics = new TopicAdmin(NamedUsers.login("faultline-on-call", port))) {
            List<TopicPlan> another = List.of(new TopicPlan("faultline.more.v1", 1, Map.of()));
            assertThatThrownBy(() -> topics.create(another, 1))
                    .isInstanceOf(OperationException.class)
                    .hasMessageContaining("uthoriz");
        }
    }
}
