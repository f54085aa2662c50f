package io.faultline.stream;

import io.faultline.shock.Basis;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** Turns complete matches into values and counts the partial ones that timed out. */
public final class ShockMatchFunction extends PatternProcessFunction<Signal, ShockMatch>
        implements TimedOutPartialMatchHandler<Signal> {

    private static final long serialVersionUID = 1L;

    private final Basis basis;
    private transient Counter matches;
    private transient Counter timeouts;

    public ShockMatchFunction(Basis basis) {
        this.basis = basis;
    }

    @Override
    public void open(OpenContext openContext) {
        matches = MetricNames.MATCHES.counter(getRuntimeContext().getMetricGroup(), basis.name());
        timeouts = MetricNames.TIMEOUTS.counter(getRuntimeContext().getMetricGroup(), basis.name());
    }

    @Override
    public void processMatch(Map<String, List<Signal>> match, Context context, Collector<ShockMatch> out) {
        matches.inc();
        Signal collapse = only(match, ShockPattern.COLLAPSE);
        Signal attribution = only(match, ShockPattern.ATTRIBUTION);
        long at = attribution == null ? collapse.at() : attribution.at();
        out.collect(new ShockMatch(
                basis,
                at,
                only(match, ShockPattern.RELEASE),
                only(match, ShockPattern.AMPLIFICATION),
                collapse,
                attribution));
    }

    @Override
    public void processTimedOutMatch(Map<String, List<Signal>> partialMatch, Context context) {
        timeouts.inc();
    }

    private static Signal only(Map<String, List<Signal>> match, String stage) {
        List<Signal> signals = match.get(stage);
        return signals == null ? null : signals.get(0);
    }
}
