package io.faultline.stream;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.shock.RunMode;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * How event time moves, per split of each source. Ticks and headlines carry it; reference data never holds it back.
 * A refused record moves nothing. A split that is quiet for {@code quietAfter} is left out, so that in LIVE mode the
 * {@link ClockSource} leads; in REPLAY heartbeats on every partition keep all splits talking.
 */
public final class EventTime {

    private static final long NO_TIME = Long.MIN_VALUE;
    /** In REPLAY a slow machine is no reason to leave a partition out: results must not depend on the wall clock. */
    private static final Duration REPLAY_PATIENCE = Duration.ofMinutes(10);

    private EventTime() {}

    /** Ticks: the time of the trade. */
    public static WatermarkStrategy<InboundTick> ticks(StreamSettings settings) {
        return strategy(settings, EventTime::timeOf, InboundTick::knownAt, EventTime::isHeartbeat);
    }

    /** Headlines: knowledge time. One that is dated by day lies ahead of its arrival and does not move time. */
    public static WatermarkStrategy<InboundHeadline> headlines(StreamSettings settings) {
        return strategy(settings, EventTime::timeOf, InboundHeadline::knownAt, EventTime::isHeartbeat);
    }

    /** Reference data: effective when read; its watermark is always at the end of time. */
    public static <T> WatermarkStrategy<T> reference() {
        return WatermarkStrategy.<T>forGenerator(context -> new EndOfTime<>())
                .withTimestampAssigner((element, kafkaTimestamp) -> kafkaTimestamp);
    }

    private static long timeOf(InboundTick inbound) {
        Tick tick = inbound.tick();
        return tick == null ? NO_TIME : tick.ts();
    }

    private static long timeOf(InboundHeadline inbound) {
        Headline headline = inbound.headline();
        if (headline == null) {
            return NO_TIME;
        }
        boolean datedByDay =
                headline.datePrecision() == DatePrecision.DAY && headline.action() != HeadlineAction.HEARTBEAT;
        return datedByDay ? NO_TIME : inbound.knownAt();
    }

    private static boolean isHeartbeat(InboundTick inbound) {
        return inbound.tick() != null && inbound.tick().action() == TickAction.HEARTBEAT;
    }

    private static boolean isHeartbeat(InboundHeadline inbound) {
        return inbound.headline() != null && inbound.headline().action() == HeadlineAction.HEARTBEAT;
    }

    private static <T> WatermarkStrategy<T> strategy(
            StreamSettings settings, TimeOf<T> progress, TimeOf<T> timestamp, IsHeartbeat<T> heartbeat) {
        long lateness = settings.lateness().toMillis();
        boolean live = settings.mode() == RunMode.LIVE;
        Clock ceiling = live ? settings.clock() : null;
        Duration quietAfter =
                live || settings.quietAfter().compareTo(REPLAY_PATIENCE) > 0 ? settings.quietAfter() : REPLAY_PATIENCE;
        return WatermarkStrategy.<T>forGenerator(context -> new Progress<>(progress, heartbeat, lateness, ceiling))
                .withTimestampAssigner((element, kafkaTimestamp) -> timestamp.applyAsLong(element))
                .withIdleness(quietAfter);
    }

    /** A serializable {@link ToLongFunction}. */
    @FunctionalInterface
    private interface TimeOf<T> extends ToLongFunction<T>, Serializable {}

    /** A serializable predicate. */
    @FunctionalInterface
    private interface IsHeartbeat<T> extends Predicate<T>, Serializable {}

    /** Emits periodically, and at once on a heartbeat: that is what a heartbeat is for. */
    private static final class Progress<T> implements WatermarkGenerator<T> {
        private final TimeOf<T> progress;
        private final IsHeartbeat<T> heartbeat;
        private final long lateness;
        private final Clock ceiling;
        private long newest = NO_TIME;

        /**
         * @param ceiling LIVE: a record from ahead of the clock moves time no further than the clock; null for none
         */
        Progress(TimeOf<T> progress, IsHeartbeat<T> heartbeat, long lateness, Clock ceiling) {
            this.ceiling = ceiling;
            this.progress = progress;
            this.heartbeat = heartbeat;
            this.lateness = lateness;
        }

        @Override
        public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
            long time = progress.applyAsLong(event);
            newest = Math.max(newest, ceiling == null ? time : Math.min(time, ceiling.millis()));
            if (heartbeat.test(event)) {
                onPeriodicEmit(output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (newest != NO_TIME) {
                output.emitWatermark(new Watermark(newest - lateness - 1));
            }
        }
    }

    private static final class EndOfTime<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }
}
