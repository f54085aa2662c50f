package io.faultline.stream;

import io.faultline.market.DrawdownFigures;
import io.faultline.shock.ShockLevel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.flink.metrics.MetricGroup;

/**
 * The newest figures of each sector of one task, as gauges; not a number for a sector that is not measured. One set per
 * rule. Gauges are read by other threads.
 */
final class SectorBoard {

    private final MetricGroup metrics;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    /**
     * What is shown of a sector.
     *
     * @param figures null, like the level, if there are none
     * @param coverageNeeded share of reference cap, 0 to 1, below which nothing opens; not a number when nothing need open
     */
    private record Reading(DrawdownFigures figures, ShockLevel level, double coverageNeeded) {}

    SectorBoard(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void show(String ruleId, DrawdownFigures figures, ShockLevel level, double coverageNeeded) {
        put(ruleId, new Reading(figures, level, coverageNeeded));
    }

    /** The sector cannot be measured now, or its rule is out of force. */
    void blank(String ruleId, double coverageNeeded) {
        put(ruleId, new Reading(null, null, coverageNeeded));
    }

    private void put(String ruleId, Reading reading) {
        if (readings.put(ruleId, reading) == null) {
            register(ruleId);
        }
    }

    private void register(String ruleId) {
        figure(MetricNames.CAP_WEIGHTED_RETURN, ruleId, DrawdownFigures::capWeightedReturn);
        figure(MetricNames.EQUAL_WEIGHTED_RETURN, ruleId, DrawdownFigures::equalWeightedReturn);
        figure(MetricNames.CAP_CHANGE, ruleId, DrawdownFigures::capChangeUsd);
        figure(MetricNames.BREADTH, ruleId, DrawdownFigures::breadth);
        figure(MetricNames.COVERAGE, ruleId, DrawdownFigures::coverage);
        MetricNames.COVERAGE_NEEDED.gauge(metrics, () -> readings.get(ruleId).coverageNeeded(), ruleId);
        MetricNames.LEVEL.gauge(metrics, () -> level(readings.get(ruleId).level()), ruleId);
    }

    private void figure(MetricNames name, String ruleId, ToDoubleFunction<DrawdownFigures> of) {
        name.gauge(
                metrics,
                () -> {
                    DrawdownFigures figures = readings.get(ruleId).figures();
                    return figures == null ? Double.NaN : of.applyAsDouble(figures);
                },
                ruleId);
    }

    private static double level(ShockLevel level) {
        if (level == null) {
            return Double.NaN;
        }
        return switch (level) {
            case NONE -> 0;
            case WATCH -> 1;
            case COLLAPSE -> 2;
            case CRASH -> 3;
        };
    }
}
