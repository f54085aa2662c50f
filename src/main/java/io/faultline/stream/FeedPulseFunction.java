package io.faultline.stream;

import io.faultline.market.FeedPulse;
import io.faultline.market.MemberMove;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Signs of life of the feeds, at most one a second of event time per feed and task, so that watching costs nothing. What
 * was sent last is no state: after a restart one more pulse is sent. It also tells how far the feed is behind the clock.
 *
 * @param <T> record that shows a feed alive
 */
public final class FeedPulseFunction<T> extends RichFlatMapFunction<T, FeedPulse>
        implements ResultTypeQueryable<FeedPulse> {

    private static final long serialVersionUID = 1L;
    private static final long APART_MILLIS = 1_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final SerializableFunction<T, FeedPulse> pulseOf;
    private final Clock clock;
    private transient Map<String, AtomicLong> sent;

    private FeedPulseFunction(SerializableFunction<T, FeedPulse> pulseOf, Clock clock) {
        this.pulseOf = pulseOf;
        this.clock = clock;
    }

    /** From the moves of listings: a printing one is told at least once a minute. */
    public static FeedPulseFunction<MemberMove> ofMoves(Clock clock) {
        return new FeedPulseFunction<>(FeedPulse::of, clock);
    }

    /** From accepted headlines. */
    public static FeedPulseFunction<InboundHeadline> ofHeadlines(Clock clock) {
        return new FeedPulseFunction<>(inbound -> FeedPulse.ofHeadline(inbound.knownAt()), clock);
    }

    @Override
    public void open(OpenContext openContext) {
        sent = new HashMap<>();
    }

    @Override
    public void flatMap(T input, Collector<FeedPulse> out) {
        FeedPulse pulse = pulseOf.apply(input);
        if (sent.isEmpty()) {
            // A job that has prices expects headlines, though none may ever come.
            out.collect(FeedPulse.headlinesExpected(pulse.at()));
        }
        AtomicLong newest = sent.get(pulse.feed());
        boolean due = newest == null || (pulse.alive() && pulse.at() - APART_MILLIS >= newest.get());
        if (due) {
            sent.computeIfAbsent(pulse.feed(), this::metered).set(pulse.alive() ? pulse.at() : NEVER);
            out.collect(pulse);
        }
    }

    /** The gauge is read by another thread. */
    private AtomicLong metered(String feed) {
        AtomicLong newest = new AtomicLong(NEVER);
        MetricNames.EVENT_TIME_LAG.gauge(getRuntimeContext().getMetricGroup(), () -> lag(newest.get()), feed);
        return newest;
    }

    private double lag(long newest) {
        return newest == NEVER ? Double.NaN : clock.millis() - newest;
    }

    @Override
    public TypeInformation<FeedPulse> getProducedType() {
        return TypeInformation.of(FeedPulse.class);
    }
}
