package io.faultline.stream;

import io.faultline.market.Listing;
import io.faultline.market.MemberMove;
import io.faultline.market.Refusal;
import io.faultline.market.SymbolState;
import io.faultline.market.SymbolStep;
import io.faultline.market.SymbolTracker;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingSession;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Per listing: eligible prints against the reference close, reduced to a few moves a minute. Key: {@code symbol@mic}.
 * State: one {@link SymbolState}. Timers: the close of the session, the corrections of the close before, and in regular
 * hours the next full minute, since special hours that become known during the session cannot set timers themselves; a
 * symbol that no listing names is forgotten after a day.
 */
public final class SymbolMoveFunction
        extends KeyedBroadcastProcessFunction<String, SymbolInput, ReferenceUpdate, MemberMove> {

    private static final long serialVersionUID = 1L;
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long FORGET_UNLISTED_MILLIS = Duration.ofDays(1).toMillis();

    private static final ValueStateDescriptor<SymbolState> DESCRIPTOR =
            new ValueStateDescriptor<>("symbol", SymbolState.class);

    private final double minMove;
    private final long confirmEveryMillis;
    private final double corroborateBeyond;
    private final ReferenceBook reference;
    private final KnownListings known;
    /** Keys of known listings that no element has come for since the start. */
    private transient Set<String> untouched;

    private transient SymbolTracker tracker;
    private transient ValueState<SymbolState> symbols;
    private transient RefusalLog refusals;
    private transient Counter eligible;
    private transient Counter late;
    private transient Counter carried;

    public SymbolMoveFunction(StreamSettings settings, ReferenceSnapshot initial) {
        this.minMove = settings.minMove();
        this.confirmEveryMillis = settings.confirmEvery().toMillis();
        this.corroborateBeyond = settings.corroborateBeyond();
        this.reference = new ReferenceBook(initial);
        this.known = new KnownListings(initial);
    }

    @Override
    public void open(OpenContext openContext) {
        untouched = known.keys();
        tracker = new SymbolTracker(minMove, confirmEveryMillis, corroborateBeyond);
        symbols = getRuntimeContext().getState(DESCRIPTOR);
        refusals = new RefusalLog(getRuntimeContext());
        eligible = MetricNames.ELIGIBLE_PRINTS.counter(getRuntimeContext().getMetricGroup());
        late = MetricNames.LATE_TICKS.counter(getRuntimeContext().getMetricGroup());
        carried = MetricNames.CARRIED_REFERENCES.counter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(SymbolInput input, ReadOnlyContext context, Collector<MemberMove> out) throws Exception {
        reference.refresh(context::getBroadcastState);
        if (untouched.remove(context.getCurrentKey())) {
            takeKnown(context, out);
        }
        if (input.listing() != null) {
            onListing(input.listing(), context, out);
        } else {
            onTick(input.tick(), context, out);
        }
    }

    /** Ticks may be read before the listings that were published before them. */
    private void takeKnown(ReadOnlyContext context, Collector<MemberMove> out) throws Exception {
        for (Listing listing : known.newTo(symbols.value(), context.getCurrentKey(), reference.calendars())) {
            TradingCalendar calendar = reference.calendars().of(listing.mic());
            advance(tracker.onListing(symbols.value(), listing, calendar), context.timerService(), out);
        }
    }

    private void onListing(Listing listing, ReadOnlyContext context, Collector<MemberMove> out) throws Exception {
        if (!reference.calendars().knows(listing.mic())) {
            context.output(SideOutputs.DEAD_LETTERS, RefusalLog.unknownVenue(listing));
            return;
        }
        TradingCalendar calendar = reference.calendars().of(listing.mic());
        SymbolStep step = tracker.onListing(symbols.value(), listing, calendar);
        boolean passed = step.refusal() == Refusal.OUTDATED_LISTING && known.contains(listing);
        letter(passed ? null : refusals.count(listing, step.refusal()), context);
        advance(step, context.timerService(), out);
    }

    private void onTick(Tick received, ReadOnlyContext context, Collector<MemberMove> out) throws Exception {
        TimerService timers = context.timerService();
        Tick tick = inTime(received, timers.currentWatermark());
        if (tick == null) {
            late.inc();
            context.output(SideOutputs.DEAD_LETTERS, RefusalLog.late(received, timers.currentWatermark()));
            return;
        }
        SymbolState before = symbols.value();
        if (before == null && !reference.calendars().knows(tick.mic())) {
            refusals.unlisted(tick);
            return;
        }
        if (before == null) {
            timers.registerEventTimeTimer(tick.ts() + FORGET_UNLISTED_MILLIS);
        }
        SymbolStep step = tracker.onTick(before, tick, reference.calendars().of(tick.mic()));
        if (step.refusal() == null && tick.action() == TickAction.NEW) {
            eligible.inc();
        }
        letter(refusals.count(tick, step.refusal()), context);
        letter(refusals.dropped(tick.listingKey(), step.dropped()), context);
        advance(step, timers, out);
    }

    /** Null for a record behind the watermark, but for what takes back a print: that counts from now on. */
    private static Tick inTime(Tick tick, long watermark) {
        if (tick.ts() > watermark) {
            return tick;
        }
        return tick.withdraws() && watermark < Long.MAX_VALUE ? tick.reportedAt(watermark + 1) : null;
    }

    private static void letter(DeadLetter letter, ReadOnlyContext context) {
        if (letter != null) {
            context.output(SideOutputs.DEAD_LETTERS, letter);
        }
    }

    private void advance(SymbolStep step, TimerService timers, Collector<MemberMove> out) throws Exception {
        SymbolState before = symbols.value();
        SymbolState after = step.state();
        symbols.update(after);
        if (after.session() != null && (before == null || !after.session().equals(before.session()))) {
            timers.registerEventTimeTimer(after.session().open());
            timers.registerEventTimeTimer(after.session().close());
            if (after.reference() != null && after.reference().carried()) {
                carried.inc();
            }
        }
        if (before == null || !after.dueCloses().equals(before.dueCloses())) {
            after.dueCloses().forEach(close -> timers.registerEventTimeTimer(close.at()));
        }
        step.moves().forEach(out::collect);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<MemberMove> out) throws Exception {
        SymbolState state = symbols.value();
        boolean inputEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
        if (state == null || inputEnded) {
            return;
        }
        if (state.listings().isEmpty()) {
            symbols.clear();
            return;
        }
        if (state.session() != null) {
            reference.refresh(context::getBroadcastState);
            TradingCalendar calendar = reference.calendars().of(state.listing().mic());
            SymbolStep step = tracker.onSessionClose(state, timestamp, calendar);
            letter(refusals.dropped(context.getCurrentKey(), step.dropped()), context);
            advance(step, context.timerService(), out);
            watch(step.state().session(), timestamp, context.timerService());
        }
    }

    /** Looks again in a minute of regular hours: the calendar may have moved the close since its timer was set. */
    private static void watch(TradingSession session, long timestamp, TimerService timers) {
        timers.registerEventTimeTimer(session.close());
        long now = Math.max(timestamp, timers.currentWatermark());
        if (session.regularAt(now)) {
            timers.registerEventTimeTimer((now / MINUTE_MILLIS + 1) * MINUTE_MILLIS);
        }
    }

    @Override
    public void processBroadcastElement(ReferenceUpdate update, Context context, Collector<MemberMove> out)
            throws Exception {
        reference.accept(update, context::getBroadcastState);
        if (update.calendarKey() != null) {
            reference.refresh(context::getBroadcastState);
            context.applyToKeyedState(DESCRIPTOR, (key, state) -> onCalendar(state));
        }
    }

    private void onCalendar(ValueState<SymbolState> state) throws Exception {
        SymbolState before = state.value();
        if (before != null && before.session() != null) {
            TradingCalendar calendar = reference.calendars().of(before.listing().mic());
            state.update(tracker.onCalendar(before, calendar));
        }
    }
}
