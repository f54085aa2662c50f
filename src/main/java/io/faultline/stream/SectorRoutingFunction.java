package io.faultline.stream;

import io.faultline.market.MemberMove;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Sends each move to the sectors it counts for, by the rules now in force. */
public final class SectorRoutingFunction extends BroadcastProcessFunction<MemberMove, ReferenceUpdate, SectorMove> {

    private static final long serialVersionUID = 1L;

    private final ReferenceBook reference;
    private transient Counter unrouted;
    private transient RuleReport rules;

    public SectorRoutingFunction(ReferenceSnapshot initial) {
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        unrouted = MetricNames.UNROUTED_MOVES.counter(getRuntimeContext().getMetricGroup());
        rules = new RuleReport(
                getRuntimeContext().getMetricGroup(),
                getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0);
    }

    @Override
    public void processElement(MemberMove move, ReadOnlyContext context, Collector<SectorMove> out) throws Exception {
        if (reference.refresh(context::getBroadcastState)) {
            rules.tell(reference.known());
        }
        List<String> ruleIds = reference.ruleIdsOf(move.listingKey());
        if (ruleIds.isEmpty()) {
            unrouted.inc();
        }
        for (String ruleId : ruleIds) {
            out.collect(new SectorMove(ruleId, move));
        }
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<SectorMove> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
        reference.refresh(context::getBroadcastState);
        rules.tell(reference.known());
    }
}
