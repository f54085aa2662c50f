package io.faultline.stream;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.StoryChain;
import io.faultline.news.StoryState;
import io.faultline.news.StoryStep;
import io.faultline.news.TitleText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per chain of stories: novelty, heat, and the rare transitions. Key: vendor or rival cause. Headlines are taken in order
 * of knowledge time, by event-time timers; a chain without headlines for {@link StoryChain#FORGET} is forgotten. A correction of
 * another chain's headline opens no chain and keeps none alive.
 */
public final class StoryFunction extends KeyedProcessFunction<String, ClassifiedHeadline, NewsEvent> {

    private static final long serialVersionUID = 1L;
    /** Headlines of a chain that become known at one moment, such as the end of a day: some ten times what years of news had. */
    static final int MAX_WAITING = 250;

    private transient ValueState<StoryState> stories;
    private transient ValueState<Long> lastHeadlineAt;
    private transient EventTimeBuffer<ClassifiedHeadline> due;
    private transient Counter transitions;
    /** Live stories by chain, for the gauge, which other threads read. Filled anew after a restart as chains are heard of. */
    private transient Map<String, Integer> live;

    @Override
    public void open(OpenContext openContext) {
        stories = getRuntimeContext().getState(new ValueStateDescriptor<>("stories", StoryState.class));
        lastHeadlineAt = getRuntimeContext().getState(new ValueStateDescriptor<>("last-headline-at", Long.class));
        due = new EventTimeBuffer<>(
                getRuntimeContext().getMapState(EventTimeBuffer.descriptor("due-headlines", ClassifiedHeadline.class)));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        transitions = MetricNames.STORY_TRANSITIONS.counter(metrics);
        live = new ConcurrentHashMap<>();
        MetricNames.LIVE_STORIES.gauge(
                metrics,
                () -> live.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    public void processElement(ClassifiedHeadline classified, Context context, Collector<NewsEvent> out)
            throws Exception {
        ClassifiedHeadline givenUp = due.addFromNow(
                classified.knownAt(),
                classified,
                context.timerService(),
                MAX_WAITING,
                ClassifiedHeadline.CORRECTIONS_FIRST);
        if (givenUp != null) {
            context.output(SideOutputs.DEAD_LETTERS, crowded(givenUp, context.getCurrentKey()));
        }
    }

    private static DeadLetter crowded(ClassifiedHeadline headline, String chain) {
        String id = headline.headline().id();
        String reason = "headline " + TitleText.clean(id) + ": more than " + MAX_WAITING + " of chain " + chain
                + " become known at " + Instant.ofEpochMilli(headline.knownAt());
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return new DeadLetter("headlines", -1, -1, headline.knownAt(), key, null, "stories", "CROWDED", reason);
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<NewsEvent> out) throws Exception {
        List<ClassifiedHeadline> headlines = due.take(now, ClassifiedHeadline.BY_ID);
        boolean news = false;
        for (ClassifiedHeadline classified : headlines) {
            if (!classified.joins() && stories.value() == null) {
                continue;
            }
            news |= classified.joins();
            StoryStep step = StoryChain.apply(stories.value(), classified);
            stories.update(step.state());
            if (step.transition() != null) {
                transitions.inc();
                out.collect(new NewsEvent(now, step.transition(), null));
            }
        }
        if (news) {
            lastHeadlineAt.update(now);
            context.timerService().registerEventTimeTimer(now + StoryChain.FORGET.toMillis());
        } else {
            forgetIfSilent(now);
        }
        StoryState left = stories.value();
        live.put(context.getCurrentKey(), left == null ? 0 : left.stories().size());
    }

    private void forgetIfSilent(long now) throws Exception {
        Long last = lastHeadlineAt.value();
        if (last != null && last + StoryChain.FORGET.toMillis() <= now) {
            stories.clear();
            lastHeadlineAt.clear();
        }
    }
}
