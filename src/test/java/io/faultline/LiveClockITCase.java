package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.SectorSampleCodec;
import io.faultline.io.json.TickCodec;
import io.faultline.market.Tick;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.stream.StreamSettings;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.RunningJob;
import io.faultline.testkit.SmallMarket;
import io.faultline.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LIVE: with no tick from Friday 20:59 on and none till Monday, Friday's close is told all the same, to boards and in the
 * alerts. The headline topic is silent throughout and holds nothing back.
 */
class LiveClockITCase {

    private static final Instant FIRST = Instant.parse("2025-01-24T20:30:00Z");
    private static final Instant LAST = Instant.parse("2025-01-24T20:59:00Z");
    private static final Instant CLOSE = Instant.parse("2025-01-24T21:00:00Z");

    private static final double FALL = -0.12;

    @TempDir
    private Path directory;

    @Test
    void theCloseOfASessionComesWithoutATick() throws Exception {
        try (KafkaTestbed kafka = KafkaTestbed.start()) {
            kafka.publish(SmallMarket.rule());
            kafka.publish(SmallMarket.listings());
            for (Tick tick : fridayEvening()) {
                byte[] key = tick.listingKey().getBytes(StandardCharsets.UTF_8);
                kafka.send(kafka.topics().ticks(), key, new TickCodec().write(tick), tick.ts());
            }
            // A clock that stands ten seconds before the close when the job starts.
            Clock clock = Clock.offset(
                    Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), CLOSE.minusSeconds(10)));
            try (RunningJob job = RunningJob.start(kafka.settings(), live(clock), directory);
                    TopicReader samples = kafka.reader(kafka.topics().sectors(), "read_committed");
                    TopicReader alerts = kafka.reader(kafka.topics().alerts(), "read_committed")) {
                samples.awaitAny(
                        "sample of the close", entry -> sample(entry).at().equals(CLOSE));
                alerts.awaitAny("revision of the close", entry -> alert(entry).stage() == AlertStage.CLOSE);

                assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
                assertThat(samples.toEnd())
                        .extracting(LiveClockITCase::sample)
                        .filteredOn(sample -> sample.at().equals(CLOSE))
                        .singleElement()
                        .satisfies(close -> {
                            assertThat(close.memberCount()).isEqualTo(SmallMarket.CHIPS.size());
                            assertThat(close.drawdown().coverage()).isEqualTo(1.0);
                            assertThat(close.drawdown().capWeightedReturn()).isCloseTo(FALL, within(0.001));
                        });
                assertThat(alerts.toEnd())
                        .extracting(LiveClockITCase::alert)
                        .filteredOn(alert -> alert.stage() == AlertStage.CLOSE)
                        .singleElement()
                        .satisfies(close -> assertThat(close.emittedAt()).isBetween(CLOSE, CLOSE.plusSeconds(120)));
            }
        }
    }

    private static List<Tick> fridayEvening() {
        return SmallMarket.ticks().stream()
                .filter(tick -> tick.ts() >= FIRST.toEpochMilli() && tick.ts() <= LAST.toEpochMilli())
                .map(tick -> tick.mic().equals("XNAS") ? fallen(tick) : tick)
                .toList();
    }

    private static Tick fallen(Tick tick) {
        return new Tick(
                tick.symbol(),
                tick.mic(),
                tick.ts(),
                100 * (1 + FALL),
                tick.size(),
                tick.venue(),
                tick.tape(),
                tick.conditions(),
                tick.tradeId(),
                tick.action(),
                tick.origTradeId());
    }

    private static StreamSettings live(Clock clock) {
        StreamSettings usual = StreamSettings.defaults(RunMode.LIVE, clock);
        return new StreamSettings(
                usual.mode(),
                usual.clock(),
                usual.lateness(),
                Duration.ofSeconds(8),
                usual.minMove(),
                usual.confirmEvery(),
                usual.corroborateBeyond(),
                usual.staleAfter(),
                usual.sampleEvery(),
                usual.deadLettersPerReason(),
                usual.maxReleaseAge(),
                usual.maxAttributionAge(),
                usual.lexicon());
    }

    private static Alert alert(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return new AlertCodec().read(entry.value());
        } catch (Exception e) {
            throw new IllegalStateException("no alert at offset " + entry.offset(), e);
        }
    }

    private static SectorSample sample(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return new SectorSampleCodec().read(entry.value());
        } catch (Exception e) {
            throw new IllegalStateException("no sample at offset " + entry.offset(), e);
        }
    }
}
