package io.faultline.stream;

import io.faultline.news.StoryLimit;
import io.faultline.news.StoryStep;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what the chains of one task tell and what they run into. The gauge is read by other threads. */
final class StoryMeter {

    private final Counter transitions;
    private final Counter late;
    private final Map<StoryLimit, Counter> limits = new EnumMap<>(StoryLimit.class);
    /** Live stories by chain. Filled anew after a restart as chains are heard of. */
    private final Map<String, Integer> live = new ConcurrentHashMap<>();

    StoryMeter(MetricGroup metrics) {
        transitions = MetricNames.STORY_TRANSITIONS.counter(metrics);
        late = MetricNames.LATE_HEADLINES.counter(metrics);
        for (StoryLimit limit : StoryLimit.values()) {
            limits.put(limit, MetricNames.STORY_LIMITS.counter(metrics, limit.name()));
        }
        MetricNames.LIVE_STORIES.gauge(
                metrics,
                () -> live.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** A headline was taken by its chain, behind its time or not. */
    void took(StoryStep step, boolean behind) {
        if (step.transition() != null) {
            transitions.inc();
        }
        if (behind) {
            late.inc();
        }
        if (step.limit() != null) {
            ranInto(step.limit());
        }
    }

    void ranInto(StoryLimit limit) {
        limits.get(limit).inc();
    }

    /** How many stories a chain holds now. */
    void holds(String chain, int stories) {
        live.put(chain, stories);
    }
}
