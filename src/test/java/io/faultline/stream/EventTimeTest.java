package io.faultline.stream;

import static io.faultline.testkit.Market.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Tick;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.shock.RunMode;
import io.faultline.testkit.Market;
import io.faultline.testkit.SettableClock;
import io.faultline.testkit.SmallMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

/** How far each kind of record moves event time. */
class EventTimeTest {

    private static final Instant NOW = Instant.parse("2025-01-27T14:30:00Z");

    private final SettableClock clock = new SettableClock(NOW.plusSeconds(60));
    private final StreamSettings settings = StreamSettings.defaults(RunMode.LIVE, clock);
    private final ManualClock activity = new ManualClock(1);
    private final Emitted emitted = new Emitted();

    @Test
    void ticksMoveTimeToTheNewestTradeLessTheLateness() {
        WatermarkGenerator<InboundTick> generator = generator(EventTime.ticks(settings));

        tick(generator, "2025-01-27T14:30:05Z");
        tick(generator, "2025-01-27T14:30:03Z");
        generator.onPeriodicEmit(emitted);

        assertThat(emitted.last()).isEqualTo(millis("2025-01-27T14:30:03.999Z"));
    }

    @Test
    void aTickFromAheadOfTheClockMovesLiveTimeNoFurtherThanTheClock() {
        WatermarkGenerator<InboundTick> live = generator(EventTime.ticks(settings));
        WatermarkGenerator<InboundTick> replay =
                generator(EventTime.ticks(StreamSettings.defaults(RunMode.REPLAY, clock)));

        tick(live, "2025-01-27T14:35:00Z");
        live.onPeriodicEmit(emitted);
        assertThat(emitted.last()).isEqualTo(millis("2025-01-27T14:30:58.999Z"));

        tick(replay, "2025-01-27T14:35:00Z");
        replay.onPeriodicEmit(emitted);
        assertThat(emitted.last()).isEqualTo(millis("2025-01-27T14:34:58.999Z"));
    }

    @Test
    void theTimestampOfATickIsThatOfTheTrade() {
        Tick tick = Market.print("AAA", "2025-01-27T14:30:05Z", 90);

        assertThat(timestamp(EventTime.ticks(settings), new InboundTick(tick, tick.ts(), null)))
                .isEqualTo(tick.ts());
    }

    @Test
    void heartbeatsMoveTimeAtOnce() {
        WatermarkGenerator<InboundTick> ticks = generator(EventTime.ticks(settings));
        ticks.onEvent(new InboundTick(SmallMarket.heartbeat(NOW), NOW.toEpochMilli(), null), 0, emitted);
        assertThat(emitted.last()).isEqualTo(NOW.toEpochMilli() - 1_001);

        WatermarkGenerator<InboundHeadline> headlines = generator(EventTime.headlines(settings));
        headlines.onEvent(
                new InboundHeadline(SmallMarket.headlineHeartbeat(NOW.plusSeconds(9)), afterNow(9), null), 0, emitted);
        assertThat(emitted.last()).isEqualTo(afterNow(9) - 1_001);
    }

    @Test
    void refusedRecordsMoveNothing() {
        DeadLetter refusal = new DeadLetter("t", 0, 0, 0, null, null, "parse", "ABSURD_TIMESTAMP", "year 2099");
        WatermarkGenerator<InboundTick> ticks = generator(EventTime.ticks(settings));
        WatermarkGenerator<InboundHeadline> headlines = generator(EventTime.headlines(settings));

        ticks.onEvent(new InboundTick(null, Long.MAX_VALUE, refusal), Long.MAX_VALUE, emitted);
        headlines.onEvent(new InboundHeadline(null, Long.MAX_VALUE, refusal), Long.MAX_VALUE, emitted);
        ticks.onPeriodicEmit(emitted);
        headlines.onPeriodicEmit(emitted);

        assertThat(emitted.watermarks).isEmpty();
    }

    @Test
    void aHeadlineDatedByDayIsKnownAtItsEndAndMovesNothing() {
        WatermarkGenerator<InboundHeadline> generator = generator(EventTime.headlines(settings));
        Headline timed = SmallMarket.headline("a", "2025-01-27T08:00:00Z", "Morning");
        Headline dated = new Headline(
                "b",
                Instant.parse("2025-01-27T00:00:00Z"),
                DatePrecision.DAY,
                null,
                null,
                null,
                "Some time today",
                null,
                List.of(),
                HeadlineAction.CREATED);
        InboundHeadline inbound =
                new InboundHeadline(dated, dated.earliestKnownAt().toEpochMilli(), null);

        generator.onEvent(new InboundHeadline(timed, timed.publishedAt().toEpochMilli(), null), 0, emitted);
        generator.onEvent(inbound, 0, emitted);
        generator.onPeriodicEmit(emitted);

        assertThat(emitted.last()).isEqualTo(millis("2025-01-27T07:59:58.999Z"));
        assertThat(timestamp(EventTime.headlines(settings), inbound)).isEqualTo(millis("2025-01-27T23:59:59.999Z"));
    }

    @Test
    void referenceDataNeverHoldsTimeBack() {
        generator(EventTime.<InboundRule>reference()).onPeriodicEmit(emitted);

        assertThat(emitted.last()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theClockSourceFollowsTheInjectedClockBehindByTheLateness() {
        WatermarkGenerator<SymbolInput> generator = generator(ClockSource.watermarks(settings));

        generator.onPeriodicEmit(emitted);
        assertThat(emitted.last()).isEqualTo(clock.millis() - 1_001);

        clock.advance(Duration.ofDays(3));
        generator.onPeriodicEmit(emitted);
        assertThat(emitted.last()).isEqualTo(afterNow(60) + Duration.ofDays(3).toMillis() - 1_001);
    }

    @Test
    void aQuietLivePartitionIsLeftOutSoonAndTakesPartAgainWithItsNextRecord() {
        WatermarkGenerator<InboundHeadline> headlines = generator(EventTime.headlines(settings));
        WatermarkGenerator<InboundTick> ticks = generator(EventTime.ticks(settings));
        quietFor(headlines, settings.quietAfter().minusSeconds(1));
        assertThat(emitted.idle).isFalse();

        quietFor(headlines, Duration.ofSeconds(2));
        assertThat(emitted.idle).isTrue();

        tick(ticks, "2025-01-27T14:30:05Z");
        ticks.onPeriodicEmit(emitted);
        assertThat(emitted.idle).isFalse();
        quietFor(ticks, settings.quietAfter().plusSeconds(1));
        assertThat(emitted.idle).isTrue();
    }

    @Test
    void aQuietReplayPartitionWaitsForItsHeartbeat() {
        WatermarkGenerator<InboundTick> ticks =
                generator(EventTime.ticks(StreamSettings.defaults(RunMode.REPLAY, clock)));

        quietFor(ticks, Duration.ofMinutes(9));

        assertThat(emitted.idle).isFalse();
    }

    /** Lets a partition say nothing while the periodic look at it goes on. */
    private void quietFor(WatermarkGenerator<?> generator, Duration duration) {
        generator.onPeriodicEmit(emitted);
        activity.advanceTime(duration);
        generator.onPeriodicEmit(emitted);
    }

    private void tick(WatermarkGenerator<InboundTick> generator, String at) {
        Tick tick = Market.print("AAA", at, 90);
        generator.onEvent(new InboundTick(tick, tick.ts(), null), tick.ts(), emitted);
    }

    private static long afterNow(int secondsAfterNow) {
        return NOW.plusSeconds(secondsAfterNow).toEpochMilli();
    }

    private <T> WatermarkGenerator<T> generator(WatermarkStrategy<T> strategy) {
        return strategy.createWatermarkGenerator(new ControlledActivity());
    }

    private static <T> long timestamp(WatermarkStrategy<T> strategy, T element) {
        return strategy.createTimestampAssigner(UnregisteredMetricsGroup::new).extractTimestamp(element, 1);
    }

    private final class ControlledActivity implements WatermarkGeneratorSupplier.Context {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return activity;
        }
    }

    private static final class Emitted implements WatermarkOutput {
        private final List<Long> watermarks = new ArrayList<>();
        private boolean idle;

        long last() {
            return watermarks.get(watermarks.size() - 1);
        }

        /** A watermark means that the partition takes part again. */
        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
            idle = false;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
