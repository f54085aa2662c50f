package io.faultline.stream;

import io.faultline.market.FeedMonitor;
import io.faultline.market.FeedPulse;
import io.faultline.market.FeedState;
import io.faultline.market.TradingCalendar;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per feed: whether it is silent while its exchange is open. Key: name of the feed. Event-time timers only: heartbeats
 * move them in REPLAY, the clock in LIVE. Tells the feed's state when it is first heard of, at each change, and at each
 * check, so that its metric is there again soon after a restart. State: one {@link FeedState} and one timer per feed.
 */
public final class FeedWatchFunction
        extends KeyedBroadcastProcessFunction<String, FeedPulse, ReferenceUpdate, FeedState> {

    private static final long serialVersionUID = 1L;
    /** Headlines come at night and at weekends too, but far apart. */
    private static final int HEADLINE_PATIENCE = 12;

    private final long staleAfterMillis;
    private final ReferenceBook reference;
    private transient ValueState<FeedState> feeds;
    private transient FeedMonitor prints;
    private transient FeedMonitor headlines;

    public FeedWatchFunction(StreamSettings settings, ReferenceSnapshot initial) {
        this.staleAfterMillis = settings.staleAfter().toMillis();
        this.reference = new ReferenceBook(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        feeds = getRuntimeContext().getState(new ValueStateDescriptor<>("feed", FeedState.class));
        prints = new FeedMonitor(staleAfterMillis);
        headlines = new FeedMonitor(HEADLINE_PATIENCE * staleAfterMillis);
    }

    @Override
    public void processElement(FeedPulse pulse, ReadOnlyContext context, Collector<FeedState> out) throws Exception {
        FeedState before = feeds.value();
        FeedState after = before == null ? FeedState.first(pulse) : before.with(pulse);
        feeds.update(after);
        if (before == null) {
            context.timerService().registerEventTimeTimer(after.checkAt());
        }
        if (before == null || before.stale() != after.stale()) {
            out.collect(after);
        }
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<FeedState> out) throws Exception {
        TimerService timers = context.timerService();
        FeedState known = feeds.value();
        if (known == null || timers.currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        reference.refresh(context::getBroadcastState);
        // An expected feed may be expected since long ago: it is silent only since time has come here.
        FeedState state = known.expectedFrom(timers.currentWatermark());
        TradingCalendar calendar =
                state.mic() == null ? null : reference.calendars().of(state.mic());
        FeedState checked = (calendar == null ? headlines : prints).check(state, now, calendar);
        feeds.update(checked);
        timers.registerEventTimeTimer(checked.checkAt());
        out.collect(checked);
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<FeedState> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
    }
}
