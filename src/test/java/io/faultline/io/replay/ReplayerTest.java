package io.faultline.io.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.io.dataset.DataSetFolder;
import io.faultline.io.kafka.KafkaTopics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayerTest {

    private static final KafkaTopics TOPICS = KafkaTopics.defaults();
    private static final int TICK_PARTITIONS = 3;
    private static final int HEADLINE_PARTITIONS = 2;

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private MockProducer<byte[], byte[]> kafka;
    private DataSetFolder folder;

    /** A minute before the open of 27 January to a minute after it, with two ticks and two headlines. */
    @BeforeEach
    void makeData() {
        kafka = new MockProducer<>(
                cluster(), true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
        folder = new DataSetFolder(directory)
                .file(
                        "ticks.jsonl",
                        tick("AAA", "2025-01-27T14:30:05Z", 10) + "\n" + tick("BBB", "2025-01-27T14:30:20Z", 20))
                .file(
                        "headlines.jsonl",
                        DataSetFolder.headline("before", "2025-01-27T14:29:30Z", "TIME")
                                + "\n"
                                + DataSetFolder.headline("during", "2025-01-27T14:30:07Z", "TIME"))
                .file("rules.json", """
                        [{"ruleId":"r","sector":"r","version":1,"state":"ACTIVE","homeMic":"XNAS","benchmark":"SPY@ARCX",
                        "members":["AAA@XNAS"],"exposure":{"terms":["chip"],"aiSensitivity":0.5}}]""")
                .file("dataset.json", """
                        {"start":"2025-01-27T14:29:00Z","end":"2025-01-27T14:31:00Z"}""");
    }

    @Test
    void referenceDataComesFirstUnderItsKeys() {
        replayToTheEnd(0);
        assertThat(kafka.history().subList(0, 4))
                .extracting(sent -> sent.topic() + " " + text(sent.key()))
                .containsExactly(
                        "faultline.rules.v1 r",
                        "market.listings.v1 AAA@XNAS|2025-01-21",
                        "market.listings.v1 BBB@XNAS|2025-01-21",
                        "market.listings.v1 6857@XTKS|2025-01-21");
    }

    @Test
    void ticksAndHeadlinesGoOutInTheOrderOfTheirTimes() {
        replayToTheEnd(0);
        assertThat(contents())
                .extracting(sent -> text(sent.key()) + " " + Instant.ofEpochMilli(sent.timestamp()))
                .containsExactly(
                        "before 2025-01-27T14:29:30Z",
                        "AAA@XNAS 2025-01-27T14:30:05Z",
                        "during 2025-01-27T14:30:07Z",
                        "BBB@XNAS 2025-01-27T14:30:20Z");
    }

    @Test
    void recordTimestampsNeverGoBack() {
        replayToTheEnd(0);
        assertThat(kafka.history()).extracting(ProducerRecord::timestamp).isSorted();
    }

    @Test
    void everyPartitionGetsEveryHeartbeat() {
        replayToTheEnd(0);
        Map<String, List<String>> beats = new TreeMap<>();
        heartbeats()
                .forEach(sent -> beats.computeIfAbsent(sent.topic() + "-" + sent.partition(), p -> new ArrayList<>())
                        .add(Instant.ofEpochMilli(sent.timestamp()).toString().substring(11, 19)));
        assertThat(beats).hasSize(TICK_PARTITIONS + HEADLINE_PARTITIONS);
        assertThat(beats.values())
                .allSatisfy(times -> assertThat(times)
                        .startsWith(
                                "14:29:00",
                                "14:30:00",
                                "14:30:10",
                                "14:30:20",
                                "14:30:30",
                                "14:30:40",
                                "14:30:50",
                                "14:31:00"));
    }

    @Test
    void heartbeatsCarrySimulatedTimeAndNoKey() {
        replayToTheEnd(0);
        assertThat(heartbeats()).allSatisfy(sent -> {
            assertThat(sent.key()).isNull();
            assertThat(text(sent.value()))
                    .matches(".*(\"ts\":" + sent.timestamp() + "|\"publishedAt\":\""
                            + Instant.ofEpochMilli(sent.timestamp()) + "\").*");
        });
    }

    @Test
    void timeGoesOnAfterTheEndOfTheDataUntilStopped() {
        Replayer replayer = replayer(0, 5);
        replayer.run();
        long last = kafka.history().get(kafka.history().size() - 1).timestamp();
        assertThat(Instant.ofEpochMilli(last)).isAfter(Instant.parse("2025-01-27T14:31:00Z"));
        assertThat(replayer.progress().finished()).isTrue();
        assertThat(replayer.progress().simulated()).isEqualTo(Instant.ofEpochMilli(last));
    }

    @Test
    void progressCountsWhatWasSent() {
        ReplayProgress progress = replayToTheEnd(0);
        assertThat(progress.ticks()).isEqualTo(2);
        assertThat(progress.headlines()).isEqualTo(2);
        assertThat(progress.heartbeats()).isEqualTo(heartbeats().size());
    }

    @Test
    void speedHoldsInRegularHoursAndClosedHoursPassTwentyTimesFaster() {
        replayToTheEnd(10);
        // 60 s before the open at 200 simulated seconds per second, 60 s from the open on at 10.
        assertThat(clock.millis() - SteppedClock.START).isCloseTo(300 + 6_000, within(60L));
    }

    @Test
    void stopIsObeyedWhileWaiting() {
        Replayer replayer = replayer(0.001, 3);
        replayer.run();
        assertThat(contents()).isEmpty();
        assertThat(replayer.progress().finished()).isFalse();
    }

    @Test
    void interruptEndsTheReplayAndStaysSet() {
        Replayer replayer = new Replayer(folder.open(), new ReplaySettings(TOPICS, 1), kafka, clock, millis -> {
            throw new InterruptedException();
        });
        replayer.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(replayer.progress().finished()).isFalse();
    }

    @Test
    void refusalOfKafkaEndsTheReplay() {
        kafka.sendException = new org.apache.kafka.common.errors.TopicAuthorizationException("no\nway");
        Replayer replayer = replayer(0, 1);
        assertThatThrownBy(replayer::run)
                .isInstanceOf(ReplayFailedException.class)
                .hasMessage("Kafka does not take the replay: no way");
    }

    @Test
    void lateRefusalSurfacesToo() {
        MockProducer<byte[], byte[]> slow = new MockProducer<>(
                cluster(), false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
        Outbox outbox = new Outbox(slow);
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(TOPICS.ticks(), new byte[0]);
        outbox.send(sent);
        slow.errorNext(new IllegalStateException("disk full"));
        assertThatThrownBy(() -> outbox.send(sent))
                .isInstanceOf(ReplayFailedException.class)
                .hasMessageEndingWith("disk full");
    }

    @Test
    void negativeSpeedIsRefused() {
        assertThatThrownBy(() -> new ReplaySettings(TOPICS, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReplaySettings(TOPICS, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Runs until all data is out; the waiting of an unhurried replay moves the clock. */
    private ReplayProgress replayToTheEnd(double speed) {
        Replayer[] self = new Replayer[1];
        self[0] = new Replayer(folder.open(), new ReplaySettings(TOPICS, speed), kafka, clock, millis -> {
            clock.step(millis);
            if (self[0].progress().finished()) {
                self[0].close();
            }
        });
        self[0].run();
        assertThat(self[0].progress().finished()).isTrue();
        return self[0].progress();
    }

    /** Stops at the n-th wait. */
    private Replayer replayer(double speed, int waits) {
        int[] left = {waits};
        Replayer[] self = new Replayer[1];
        self[0] = new Replayer(folder.open(), new ReplaySettings(TOPICS, speed), kafka, clock, millis -> {
            clock.step(millis);
            left[0]--;
            if (left[0] == 0) {
                self[0].close();
            }
        });
        return self[0];
    }

    private List<ProducerRecord<byte[], byte[]>> contents() {
        return kafka.history().stream()
                .filter(sent ->
                        sent.topic().equals(TOPICS.ticks()) || sent.topic().equals(TOPICS.headlines()))
                .filter(sent -> sent.key() != null)
                .toList();
    }

    private List<ProducerRecord<byte[], byte[]>> heartbeats() {
        return kafka.history().stream()
                .filter(sent -> text(sent.value()).contains("\"HEARTBEAT\""))
                .toList();
    }

    private static Cluster cluster() {
        Node node = new Node(0, "localhost", 9092);
        List<PartitionInfo> partitions = new ArrayList<>();
        for (int i = 0; i < TICK_PARTITIONS; i++) {
            partitions.add(partition(TOPICS.ticks(), i, node));
        }
        for (int i = 0; i < HEADLINE_PARTITIONS; i++) {
            partitions.add(partition(TOPICS.headlines(), i, node));
        }
        partitions.add(partition(TOPICS.listings(), 0, node));
        partitions.add(partition(TOPICS.rules(), 0, node));
        return new Cluster("test", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
    }

    private static PartitionInfo partition(String topic, int index, Node node) {
        Node[] replicas = {node};
        return new PartitionInfo(topic, index, node, replicas, replicas);
    }

    private static String tick(String symbol, String at, double price) {
        return """
                {"symbol":"%s","mic":"XNAS","ts":%d,"price":%s,"size":1,"action":"NEW"}""".formatted(symbol, Instant.parse(at).toEpochMilli(), price);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
