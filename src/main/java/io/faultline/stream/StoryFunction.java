package io.faultline.stream;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.StoryChain;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryLimit;
import io.faultline.news.StoryState;
import io.faultline.news.StoryStep;
import io.faultline.news.TitleText;
import io.faultline.news.ToldHeadline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per chain of stories: novelty, heat, and the rare transitions. Key: vendor or rival cause. Headlines are taken in order
 * of knowledge time, by event-time timers; a chain without headlines for {@link StoryChain#FORGET} is forgotten. A correction of
 * another chain's headline keeps no chain alive. What was told of a headline is remembered longer than the headline itself, so
 * that its correction reaches the sectors.
 */
public final class StoryFunction extends KeyedProcessFunction<String, ClassifiedHeadline, NewsEvent> {

    private static final long serialVersionUID = 1L;
    private static final long FORGET_MILLIS = StoryChain.FORGET.toMillis();
    /** Headlines of a chain that become known at one moment, such as the end of a day: some ten times what years of news had. */
    static final int MAX_WAITING = 250;

    private transient ValueState<StoryState> stories;
    private transient ValueState<Long> lastHeadlineAt;
    private transient ValueState<Long> forgetAt;
    /** By headline id. As many as transitions of two months at most have, which are rare. */
    private transient MapState<String, ToldHeadline> told;

    private transient EventTimeBuffer<ClassifiedHeadline> due;
    private transient StoryMeter meter;

    @Override
    public void open(OpenContext openContext) {
        stories = getRuntimeContext().getState(new ValueStateDescriptor<>("stories", StoryState.class));
        lastHeadlineAt = getRuntimeContext().getState(new ValueStateDescriptor<>("last-headline-at", Long.class));
        forgetAt = getRuntimeContext().getState(new ValueStateDescriptor<>("forget-at", Long.class));
        told = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("told", Types.STRING, TypeInformation.of(ToldHeadline.class)));
        due = new EventTimeBuffer<>(
                getRuntimeContext().getMapState(EventTimeBuffer.descriptor("due-headlines", ClassifiedHeadline.class)));
        meter = new StoryMeter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(ClassifiedHeadline classified, Context context, Collector<NewsEvent> out)
            throws Exception {
        String id = classified.headline().id();
        if (!classified.joins() && !mayHold(id)) {
            return;
        }
        ClassifiedHeadline givenUp = due.addFromNow(
                classified.knownAt(),
                classified,
                context.timerService(),
                MAX_WAITING,
                ClassifiedHeadline.CORRECTIONS_FIRST);
        if (givenUp != null) {
            context.output(SideOutputs.DEAD_LETTERS, crowded(givenUp, context.getCurrentKey()));
        }
        if (classified.corrects() && !classified.equals(givenUp)) {
            // A wording that nobody has heard of yet, such as one dated by the day, gives way to what came after it.
            due.dropFrom(
                    classified.knownAt(), earlier -> earlier.headline().id().equals(id) && !earlier.equals(classified));
        }
    }

    /** Whether a correction sent to all chains finds anything here. */
    private boolean mayHold(String headlineId) throws Exception {
        StoryState chain = stories.value();
        return (chain != null && chain.holds(headlineId))
                || told.contains(headlineId)
                || due.holds(waiting -> waiting.headline().id().equals(headlineId));
    }

    private static DeadLetter crowded(ClassifiedHeadline headline, String chain) {
        String id = headline.headline().id();
        String reason = "headline " + TitleText.clean(id) + ", known at " + Instant.ofEpochMilli(headline.knownAt())
                + ": more than " + MAX_WAITING + " of chain " + chain + " wait for one moment";
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return new DeadLetter("headlines", -1, -1, headline.knownAt(), key, null, "stories", "CROWDED", reason);
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<NewsEvent> out) throws Exception {
        for (ClassifiedHeadline classified : due.take(now, ClassifiedHeadline.BY_KNOWLEDGE)) {
            takeBack(classified, now, context);
            StoryState chain = stories.value();
            if (isToldAndGone(classified, chain)) {
                meter.ranInto(StoryLimit.TOLD_BEFORE);
            } else if (classified.joins()) {
                StoryStep step = StoryChain.apply(chain, classified, now);
                keep(step.state(), now, context.timerService());
                tell(step, now, context, out);
                meter.took(step, classified.knownAt() < now);
            } else if (chain != null) {
                StoryStep step = StoryChain.apply(chain, classified, now);
                stories.update(step.state());
                tell(step, now, context, out);
                meter.took(step, false);
            }
        }
        forgetIfSilent(now, context.timerService());
        StoryState left = stories.value();
        meter.holds(context.getCurrentKey(), left == null ? 0 : left.stories().size());
    }

    /** What was told is no news when it comes again, also if its story no longer keeps it. */
    private boolean isToldAndGone(ClassifiedHeadline classified, StoryState chain) throws Exception {
        String id = classified.headline().id();
        return told.contains(id) && !chain.holds(id);
    }

    /** Sectors hear of corrections of what they were told of only. */
    private void takeBack(ClassifiedHeadline correction, long now, OnTimerContext context) throws Exception {
        String id = correction.headline().id();
        ToldHeadline before = told.get(id);
        if (before != null && before.isTakenBackBy(correction)) {
            told.remove(id);
            context.output(
                    SideOutputs.WITHDRAWALS,
                    correction.withdraws() ? NewsEvent.withdrawn(now, id) : NewsEvent.reworded(now, id));
        }
    }

    private void tell(StoryStep step, long now, OnTimerContext context, Collector<NewsEvent> out) throws Exception {
        if (step.transition() != null) {
            for (StoryHeadline headline : step.transition().headlines()) {
                told.put(headline.headlineId(), new ToldHeadline(headline.kind(), step.story(), now));
            }
            out.collect(NewsEvent.told(now, step.transition(), step.attention(now)));
        }
        if (step.counted() != null) {
            context.output(SideOutputs.COUNTED_HEADLINES, NewsEvent.counted(now, step.counted()));
        }
    }

    /** Keeps the chain from now on; one timer, set anew when it is due, finds out that it has fallen silent. */
    private void keep(StoryState chain, long now, TimerService timers) throws Exception {
        stories.update(chain);
        Long last = lastHeadlineAt.value();
        lastHeadlineAt.update(last == null ? now : Math.max(last, now));
        if (forgetAt.value() == null) {
            forgetAt.update(now + FORGET_MILLIS);
            timers.registerEventTimeTimer(now + FORGET_MILLIS);
        }
    }

    private void forgetIfSilent(long now, TimerService timers) throws Exception {
        Long last = lastHeadlineAt.value();
        if (last == null) {
            return;
        }
        Long planned = forgetAt.value();
        if (last + FORGET_MILLIS <= now) {
            stories.clear();
            told.clear();
            lastHeadlineAt.clear();
            forgetAt.clear();
        } else if (planned != null && planned <= now) {
            forgetToldBefore(now - FORGET_MILLIS);
            forgetAt.update(last + FORGET_MILLIS);
            timers.registerEventTimeTimer(last + FORGET_MILLIS);
        }
    }

    private void forgetToldBefore(long at) throws Exception {
        Iterator<ToldHeadline> all = told.values().iterator();
        while (all.hasNext()) {
            if (all.next().at() < at) {
                all.remove();
            }
        }
    }
}
