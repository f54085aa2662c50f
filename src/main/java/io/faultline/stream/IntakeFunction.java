package io.faultline.stream;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The door of a feed: passes usable records on, sends refused ones to the dead letters, lets heartbeats move time only.
 *
 * @param <I> record as the source read it
 * @param <O> record as the job uses it
 */
public final class IntakeFunction<I, O> extends ProcessFunction<I, O> implements ResultTypeQueryable<O> {

    private static final long serialVersionUID = 1L;

    private final String feed;
    private final Class<O> type;
    private final SerializableFunction<I, O> accepted;
    private final SerializableFunction<I, DeadLetter> rejected;
    private transient Counter acceptedCount;
    private transient Counter rejectedCount;
    private transient Counter heartbeatCount;

    /**
     * A door for one feed.
     *
     * @param feed its name in metrics
     * @param type class of the output
     * @param accepted the usable record, or null for a heartbeat
     * @param rejected why the record is refused, or null
     */
    public IntakeFunction(
            String feed,
            Class<O> type,
            SerializableFunction<I, O> accepted,
            SerializableFunction<I, DeadLetter> rejected) {
        this.feed = feed;
        this.type = type;
        this.accepted = accepted;
        this.rejected = rejected;
    }

    @Override
    public void open(OpenContext openContext) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        acceptedCount = MetricNames.ACCEPTED.counter(metrics, feed);
        rejectedCount = MetricNames.REJECTED.counter(metrics, feed);
        heartbeatCount = MetricNames.HEARTBEATS.counter(metrics, feed);
    }

    @Override
    public void processElement(I inbound, Context context, Collector<O> out) {
        DeadLetter refusal = rejected.apply(inbound);
        if (refusal != null) {
            rejectedCount.inc();
            context.output(SideOutputs.DEAD_LETTERS, refusal);
            return;
        }
        O usable = accepted.apply(inbound);
        if (usable == null) {
            heartbeatCount.inc();
            return;
        }
        acceptedCount.inc();
        out.collect(usable);
    }

    @Override
    public TypeInformation<O> getProducedType() {
        return TypeInformation.of(type);
    }
}
