package io.faultline;

import static io.faultline.testkit.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.market.Tick;
import io.faultline.news.Headline;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.StreamOutput;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.MemoryEnds;
import io.faultline.testkit.RunningJob;
import io.faultline.testkit.SmallMarket;
import io.faultline.testkit.SmallMarketFeed;
import io.faultline.testkit.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exactly-once on a real broker: a reader of committed records never learns that the job lost a machine. */
@Timeout(180)
class KafkaExactlyOnceITCase {

    private static final String COMMITTED = "read_committed";
    private static final String UNCOMMITTED = "read_uncommitted";
    private static final Instant MONDAY_MIDDAY = Instant.parse("2025-01-27T17:00:00Z");
    private static final Instant MONDAY_EVENING = Instant.parse("2025-01-27T21:30:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRestartNeitherLosesNorDoublesARevision(@TempDir Path directory) throws Exception {
        try (KafkaTestbed kafka = KafkaTestbed.start()) {
            kafka.publish(SmallMarket.rule());
            kafka.publish(SmallMarket.listings());
            KafkaSettings settings = kafka.settings().withGuarantee(DeliveryGuarantee.EXACTLY_ONCE);
            int restarts;
            try (RunningJob job = RunningJob.start(settings, directory)) {
                playThroughAFailure(kafka, job);
                restarts = job.restarts();
                job.stop();
            }
            assertThat(restarts).as("restarts").isPositive();
            checkAlerts(kafka);
            checkIncidents(kafka);
        }
    }

    /** The TaskManager goes when revisions are written whose transaction may still be open. */
    private static void playThroughAFailure(KafkaTestbed kafka, RunningJob job) throws Exception {
        SmallMarketFeed feed = new SmallMarketFeed(kafka);
        try (TopicReader committed = kafka.reader(kafka.topics().alerts(), COMMITTED);
                TopicReader written = kafka.reader(kafka.topics().alerts(), UNCOMMITTED)) {
            feed.playUntil(MONDAY_MIDDAY);
            committed.awaitAny("committed OPEN", entry -> alert(entry).state() == AlertState.OPEN);
            int before = written.toEnd().size();

            feed.playUntil(MONDAY_EVENING);
            written.await("another revision, committed or not", read -> read.size() > before);
            job.replaceTaskManager();

            feed.playToEnd();
            committed.awaitAny("committed RESOLVE", entry -> alert(entry).state() == AlertState.RESOLVE);
        }
    }

    private static void checkAlerts(KafkaTestbed kafka) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> entries =
                committed(kafka, kafka.topics().alerts());
        List<Alert> alerts = entries.stream().map(KafkaExactlyOnceITCase::alert).toList();

        assertThat(alerts)
                .extracting(Alert::incidentId)
                .containsOnly(alerts.get(0).incidentId());
        assertThat(alerts)
                .extracting(Alert::revision)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, alerts.size()).boxed().toList());
        assertThat(entries).extracting(entry -> header(entry, "ce_id")).doesNotHaveDuplicates();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(header(entry, "ce_id"))
                        .isEqualTo(
                                alert(entry).incidentId() + ":" + alert(entry).revision()));
        assertThat(contents(alerts)).containsExactlyElementsOf(contents(undisturbed()));
    }

    private static void checkIncidents(KafkaTestbed kafka) {
        List<ConsumerRecord<byte[], byte[]>> entries =
                committed(kafka, kafka.topics().incidents());
        Alert latest = alert(entries.get(entries.size() - 1));
        assertThat(latest.state()).isEqualTo(AlertState.RESOLVE);
        assertThat(entries).extracting(entry -> header(entry, "ce_id")).doesNotHaveDuplicates();
    }

    private static List<ConsumerRecord<byte[], byte[]>> committed(KafkaTestbed kafka, String topic) {
        try (TopicReader reader = kafka.reader(topic, COMMITTED)) {
            return reader.toEnd();
        }
    }

    /** The same records through the same graph, in memory and without a failure. */
    private static List<Alert> undisturbed() throws Exception {
        MemoryEnds ends = new MemoryEnds();
        SmallMarket.listings().forEach(listing -> ends.listings.add(new InboundListing(listing, 0, null)));
        List<Tick> ticks = new ArrayList<>(SmallMarket.ticks());
        ticks.add(SmallMarket.heartbeat(SmallMarket.end()));
        ticks.forEach(tick -> ends.ticks.add(new InboundTick(tick, tick.ts(), null)));
        List<Headline> headlines = new ArrayList<>(SmallMarket.headlines());
        headlines.add(SmallMarket.headlineHeartbeat(SmallMarket.end()));
        headlines.forEach(headline -> ends.headlines.add(
                new InboundHeadline(headline, headline.earliestKnownAt().toEpochMilli(), null)));

        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
        FaultlineJob.protect(env);
        FaultlineTopology.build(
                env,
                RunningJob.replay(),
                new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of()),
                ends.sources(RunningJob.replay()),
                new ShockSinks(ends.alerts, unread(), unread(), unread()));
        ends.execute(env);
        return ends.alerts.drain();
    }

    /** An end that nobody reads: one in memory would hold the job back once it is full. */
    private static <T> StreamOutput<T> unread() {
        return stream -> stream.sinkTo(new DiscardingSink<>());
    }

    /** All of the alerts as on the wire, but for the time of writing. */
    private static List<String> contents(List<Alert> alerts) {
        AlertCodec codec = new AlertCodec();
        return alerts.stream()
                .map(alert -> withoutEmittedAt(codec.write(alert)))
                .toList();
    }

    private static String withoutEmittedAt(byte[] value) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(value);
            tree.remove("emittedAt");
            return tree.toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Alert alert(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return new AlertCodec().read(entry.value());
        } catch (Exception e) {
            throw new IllegalStateException("no alert at offset " + entry.offset(), e);
        }
    }
}
