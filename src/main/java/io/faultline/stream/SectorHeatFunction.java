package io.faultline.stream;

import io.faultline.news.SectorAttention;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per sector: heat of stories against what the sector usually hears. Key: rule id. Headlines and signals are taken in order
 * of knowledge time, by event-time timers; all headlines of a moment count before any signal of it is judged, so that the
 * order in which chains are heard decides nothing. An amplification that is too cool for the rule ends here. Rival causes
 * and withdrawals have no heat of releases and pass at once.
 */
public final class SectorHeatFunction
        extends KeyedBroadcastProcessFunction<String, SectorNews, ReferenceUpdate, Signal> {

    private static final long serialVersionUID = 1L;

    /** Weights are summed in whole millionths, which makes the sum of a moment the same in any order. */
    private static final double SCALE = 1e6;

    private static final Set<SignalKind> HOT_OR_COOL =
            EnumSet.of(SignalKind.RELEASE, SignalKind.AMPLIFICATION, SignalKind.RECAP);

    private static final ValueStateDescriptor<SectorAttention> ATTENTION =
            new ValueStateDescriptor<>("sector-attention", SectorAttention.class);

    private final ReferenceBook reference;
    private transient ValueState<SectorAttention> attention;
    private transient MapState<Long, Long> counts;
    private transient EventTimeBuffer<SectorNews> due;
    private transient SignalMeter signals;
    private transient Counter cool;
    private transient AttentionBoard board;

    public SectorHeatFunction(ReferenceSnapshot initial) {
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        attention = getRuntimeContext().getState(ATTENTION);
        counts = getRuntimeContext().getMapState(new MapStateDescriptor<>("due-counts", Types.LONG, Types.LONG));
        due = new EventTimeBuffer<>(
                getRuntimeContext().getMapState(EventTimeBuffer.descriptor("due-signals", SectorNews.class)));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        signals = new SignalMeter(metrics);
        cool = MetricNames.COOL_AMPLIFICATIONS.counter(metrics);
        board = new AttentionBoard(metrics);
    }

    @Override
    public void processElement(SectorNews news, ReadOnlyContext context, Collector<Signal> out) throws Exception {
        Signal signal = news.signal();
        if (signal == null) {
            count(news, context.timerService());
        } else if (!HOT_OR_COOL.contains(signal.kind())) {
            tell(signal, out);
        } else {
            due.addFromNow(news.at(), news, context.timerService());
        }
    }

    private void count(SectorNews headline, TimerService timers) throws Exception {
        long at = EventTimeBuffer.fromNow(headline.at(), timers);
        Long sameTime = counts.get(at);
        counts.put(at, (sameTime == null ? 0 : sameTime) + Math.round(headline.weight() * SCALE));
        timers.registerEventTimeTimer(at);
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<Signal> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        String ruleId = context.getCurrentKey();
        SectorAttention counted = counted(now);
        if (reference.isRemoved(ruleId)) {
            attention.clear();
        } else {
            attention.update(counted);
            board.show(ruleId, counted);
        }
        for (SectorNews news : due.take(now, SectorNews.BY_RANK)) {
            double ofStory = news.signal().story().transition().heat();
            double heat = counted.heat(ofStory, news.attention(), now);
            judge(news.signal().withHeat(heat), reference.rule(ruleId), out);
        }
    }

    private SectorAttention counted(long now) throws Exception {
        SectorAttention before = attention.value();
        Long weight = counts.get(now);
        counts.remove(now);
        return (before == null ? SectorAttention.from(now) : before).plus(weight == null ? 0.0 : weight / SCALE, now);
    }

    private void judge(Signal signal, SectorRule rule, Collector<Signal> out) {
        boolean tooCool = signal.kind() == SignalKind.AMPLIFICATION
                && rule != null
                && signal.story().transition().heat() < rule.thresholds().minHeat();
        if (tooCool) {
            cool.inc();
        } else {
            tell(signal, out);
        }
    }

    private void tell(Signal signal, Collector<Signal> out) {
        signals.count(signal.kind());
        out.collect(signal);
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<Signal> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
        if (update.ruleId() != null && update.rule() == null) {
            forget(update.ruleId(), context);
        }
    }

    /** A rule of this id that comes back may be of another sector. */
    private void forget(String ruleId, Context context) throws Exception {
        board.blank(ruleId);
        context.applyToKeyedState(ATTENTION, (key, state) -> {
            if (key.equals(ruleId)) {
                state.clear();
            }
        });
    }
}
