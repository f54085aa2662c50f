package io.faultline.stream;

import io.faultline.market.FeedPulse;
import io.faultline.market.MemberMove;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Signs of life of the feeds, at most one a second of event time per feed and task, so that watching costs nothing. What
 * was sent last is no state: after a restart one more pulse is sent.
 *
 * @param <T> record that shows a feed alive
 */
public final class FeedPulseFunction<T> extends RichFlatMapFunction<T, FeedPulse>
        implements ResultTypeQueryable<FeedPulse> {

    private static final long serialVersionUID = 1L;
    private static final long APART_MILLIS = 1_000;

    private final SerializableFunction<T, FeedPulse> pulseOf;
    private transient Map<String, Long> sent;

    private FeedPulseFunction(SerializableFunction<T, FeedPulse> pulseOf) {
        this.pulseOf = pulseOf;
    }

    /** From the moves of listings: a printing one is told at least once a minute. */
    public static FeedPulseFunction<MemberMove> ofMoves() {
        return new FeedPulseFunction<>(FeedPulse::of);
    }

    /** From accepted headlines. */
    public static FeedPulseFunction<InboundHeadline> ofHeadlines() {
        return new FeedPulseFunction<>(inbound -> FeedPulse.ofHeadline(inbound.knownAt()));
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
        Long before = sent.get(pulse.feed());
        boolean due = before == null || (pulse.alive() && pulse.at() - APART_MILLIS >= before);
        if (due) {
            sent.put(pulse.feed(), pulse.alive() ? pulse.at() : Long.MIN_VALUE);
            out.collect(pulse);
        }
    }

    @Override
    public TypeInformation<FeedPulse> getProducedType() {
        return TypeInformation.of(FeedPulse.class);
    }
}
