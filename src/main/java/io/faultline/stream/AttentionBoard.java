package io.faultline.stream;

import io.faultline.news.SectorAttention;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.flink.metrics.MetricGroup;

/**
 * What each sector of one task hears and usually hears, as gauges as of its newest news; not a number once its rule is
 * gone. One set per rule. Gauges are read by other threads.
 */
final class AttentionBoard {

    private static final SectorAttention NOTHING = new SectorAttention(Double.NaN, Double.NaN, 0);

    private final MetricGroup metrics;
    private final Map<String, SectorAttention> readings = new ConcurrentHashMap<>();

    AttentionBoard(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void show(String ruleId, SectorAttention attention) {
        if (readings.put(ruleId, attention) == null) {
            figure(MetricNames.NEWS_PER_DAY, ruleId, SectorAttention::perDay);
            figure(MetricNames.USUAL_NEWS_PER_DAY, ruleId, SectorAttention::usuallyPerDay);
        }
    }

    /** The rule is gone. */
    void blank(String ruleId) {
        readings.replace(ruleId, NOTHING);
    }

    private void figure(MetricNames name, String ruleId, ToDoubleFunction<SectorAttention> of) {
        name.gauge(metrics, () -> of.applyAsDouble(readings.get(ruleId)), ruleId);
    }
}
