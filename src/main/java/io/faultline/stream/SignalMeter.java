package io.faultline.stream;

import io.faultline.shock.SignalKind;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts signals by kind. */
final class SignalMeter {

    private final Map<SignalKind, Counter> counters = new EnumMap<>(SignalKind.class);

    SignalMeter(MetricGroup metrics) {
        for (SignalKind kind : SignalKind.values()) {
            counters.put(kind, MetricNames.SIGNALS.counter(metrics, kind.name()));
        }
    }

    void count(SignalKind kind) {
        counters.get(kind).inc();
    }
}
