package io.faultline.io.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.broker.EmbeddedBroker;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.DataSetFolder;
import io.faultline.io.json.TickCodec;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replay into a real broker, stopped from another thread. */
class ReplayerITCase {

    private static final KafkaTopics TOPICS = KafkaTopics.defaults();
    private static final int TICK_PARTITIONS = 3;

    @Test
    @Timeout(120)
    void replayArrivesInTimeOrderOnEveryPartitionAndStopsAtOnce(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(LoopbackPorts.free())) {
            Properties client = new Properties();
            client.setProperty("bootstrap.servers", broker.bootstrapServers());
            createTopics(client);

            replayAndStop(data(directory), client);

            List<ConsumerRecord<byte[], byte[]>> arrived = read(client);
            List<Tick> prints = new ArrayList<>();
            for (int partition = 0; partition < TICK_PARTITIONS; partition++) {
                int wanted = partition;
                List<ConsumerRecord<byte[], byte[]>> part = arrived.stream()
                        .filter(each -> each.partition() == wanted)
                        .toList();
                assertThat(part).extracting(ConsumerRecord::timestamp).isSorted();
                List<Tick> ticks = new ArrayList<>();
                for (ConsumerRecord<byte[], byte[]> each : part) {
                    Tick tick = new TickCodec().read(each.value());
                    assertThat(tick.ts()).isEqualTo(each.timestamp());
                    ticks.add(tick);
                }
                assertThat(ticks).filteredOn(ReplayerITCase::heartbeat).hasSizeGreaterThan(100);
                ticks.stream().filter(tick -> !heartbeat(tick)).forEach(prints::add);
            }
            assertThat(prints).extracting(Tick::symbol).containsExactlyInAnyOrder("AAA", "AAA", "BBB", "BBB");
        }
    }

    private static void replayAndStop(DataSet data, Properties client) throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        try (Producer<byte[], byte[]> producer = ReplayProducer.connect(client)) {
            Replayer replayer = new Replayer(
                    data, new ReplaySettings(TOPICS, 0), producer, Clock.systemUTC(), millis -> sent.countDown());
            Thread thread = new Thread(replayer, "replay");
            thread.start();
            assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(replayer.progress().ticks()).isEqualTo(4);
            replayer.close();
            thread.join(5_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static DataSet data(Path directory) {
        return new DataSetFolder(directory).file("bars.csv", """
                        ts,symbol,open,high,low,close,volume
                        2025-01-27,AAA,10,12,8,11,1
                        2025-01-27,BBB,20,22,18,21,1
                        """).open();
    }

    private static void createTopics(Properties client) throws Exception {
        List<NewTopic> topics = List.of(
                topic(TOPICS.ticks(), TICK_PARTITIONS),
                topic(TOPICS.headlines(), 2),
                topic(TOPICS.listings(), 1),
                topic(TOPICS.rules(), 1));
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** Simulated time is old: a retention by time would drop the records. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Properties client) {
        List<TopicPartition> partitions = IntStream.range(0, TICK_PARTITIONS)
                .mapToObj(index -> new TopicPartition(TOPICS.ticks(), index))
                .toList();
        List<ConsumerRecord<byte[], byte[]>> arrived = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(arrived::add);
            }
        }
        return arrived;
    }

    private static boolean heartbeat(Tick tick) {
        return tick.action() == TickAction.HEARTBEAT;
    }
}
