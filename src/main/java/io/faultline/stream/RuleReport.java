package io.faultline.stream;

import io.faultline.rules.RuleState;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.metrics.MetricGroup;

/**
 * Version and state of every rule, as gauges; not a number for a removed one. All tasks know the same rules, so only the
 * first one tells. Gauges are read by other threads.
 */
final class RuleReport {

    private final MetricGroup metrics;
    private final boolean first;
    private final Set<String> told = new TreeSet<>();
    private volatile Map<String, RuleEntry> rules = Map.of();

    /** @param first whether this is the task that tells */
    RuleReport(MetricGroup metrics, boolean first) {
        this.metrics = metrics;
        this.first = first;
    }

    /** @param known all rules by id, with those that were removed */
    void tell(Map<String, RuleEntry> known) {
        if (!first) {
            return;
        }
        rules = Map.copyOf(known);
        for (String ruleId : known.keySet()) {
            if (told.add(ruleId)) {
                MetricNames.RULE_VERSION.gauge(metrics, () -> version(rules.get(ruleId)), ruleId);
                MetricNames.RULE_STATE.gauge(metrics, () -> state(rules.get(ruleId)), ruleId);
            }
        }
    }

    private static double version(RuleEntry entry) {
        return inForce(entry) ? entry.rule().version() : Double.NaN;
    }

    private static double state(RuleEntry entry) {
        return inForce(entry) ? number(entry.rule().state()) : Double.NaN;
    }

    private static boolean inForce(RuleEntry entry) {
        return entry != null && !entry.removed() && entry.rule() != null;
    }

    private static int number(RuleState state) {
        return switch (state) {
            case PAUSED -> 0;
            case SHADOW -> 1;
            case ACTIVE -> 2;
        };
    }
}
