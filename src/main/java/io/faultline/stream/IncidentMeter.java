package io.faultline.stream;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.RunMode;
import io.faultline.shock.Verdict;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts what the incidents of one task tell. How late a breach is told is only known in LIVE, where the clock and event
 * time are of one world. It is kept in buckets and not in a window of the last values: alerts are so rare that a slow one
 * would stay in the window for weeks. Gauges are read by other threads.
 */
final class IncidentMeter {

    private static final String[] BOUNDS_SECONDS = {"0.5", "1", "1.5", "2", "3", "5", "10", "30", "60", "300", "+Inf"};
    private static final double MILLIS = 1_000;

    private final RunMode mode;
    private final Clock clock;
    private final Map<AlertState, Counter> revisions = new EnumMap<>(AlertState.class);
    private final Map<Verdict, Counter> opened = new EnumMap<>(Verdict.class);
    private final Counter[] detections = new Counter[BOUNDS_SECONDS.length];
    private final Map<String, Verdict> open = new ConcurrentHashMap<>();

    IncidentMeter(MetricGroup metrics, RunMode mode, Clock clock) {
        this.mode = mode;
        this.clock = clock;
        for (AlertState state : AlertState.values()) {
            revisions.put(state, MetricNames.REVISIONS.counter(metrics, state.name()));
        }
        for (Verdict verdict : Verdict.values()) {
            opened.put(verdict, MetricNames.INCIDENTS_OPENED.counter(metrics, verdict.name()));
            MetricNames.INCIDENTS_OPEN.gauge(metrics, () -> openWith(verdict), verdict.name());
        }
        for (int i = 0; i < detections.length; i++) {
            detections[i] = MetricNames.DETECTIONS.counter(metrics, BOUNDS_SECONDS[i]);
        }
    }

    void count(Alert alert) {
        AlertState state = alert.state();
        revisions.get(state).inc();
        if (state == AlertState.OPEN) {
            opened.get(alert.verdict()).inc();
        }
        if (state == AlertState.RESOLVE || state == AlertState.RETRACT) {
            open.remove(alert.incidentId());
        } else {
            open.put(alert.incidentId(), alert.verdict());
        }
        if (state == AlertState.OPEN || state == AlertState.ESCALATE) {
            detected(alert);
        }
    }

    private void detected(Alert alert) {
        if (mode == RunMode.REPLAY) {
            return;
        }
        double seconds = (clock.millis() - alert.detectedAt().toEpochMilli()) / MILLIS;
        for (int i = 0; i < detections.length; i++) {
            boolean last = i == detections.length - 1;
            if (last || seconds <= Double.parseDouble(BOUNDS_SECONDS[i])) {
                detections[i].inc();
            }
        }
    }

    private int openWith(Verdict verdict) {
        return (int) open.values().stream().filter(verdict::equals).count();
    }
}
