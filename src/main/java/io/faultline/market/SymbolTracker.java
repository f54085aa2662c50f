package io.faultline.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of one listing: from prints, listings and session closes to the few moves that a sector needs to know.
 *
 * <p>Pure step functions. All decisions depend on the records in their order, never on when a timer fires: the first
 * record at or after a close seals the session, and the close then waits for event time to be told.
 *
 * <p>An ordinary print needs no calendar: the bounds of its session are part of the state.
 */
public final class SymbolTracker {

    private final MoveReports reports;
    private final PrintIntake intake;
    private final Corroboration corroboration;

    /**
     * @param minMove change of session return (fraction, above 0) from which a move is told at once
     * @param confirmEveryMillis a listing that prints without moving is told once per this time
     * @param corroborateBeyond a print farther than this from the last accepted price (fraction) needs a second one
     */
    public SymbolTracker(double minMove, long confirmEveryMillis, double corroborateBeyond) {
        this.reports = new MoveReports(minMove, confirmEveryMillis);
        this.corroboration = new Corroboration(corroborateBeyond);
        this.intake = new PrintIntake(corroboration);
    }

    /** A record of the tick topic about this listing; {@code before} may be null for a new symbol. */
    public SymbolStep onTick(SymbolState before, Tick tick, TradingCalendar calendar) {
        SymbolState state = before == null ? SymbolState.fresh() : before;
        if (tick.action() == TickAction.HEARTBEAT) {
            return SymbolStep.quiet(state);
        }
        if (state.session() == null) {
            Print last = state.prints().last();
            long newest = last == null ? tick.ts() : Math.max(tick.ts(), last.ts());
            state = SessionRoll.started(state, newest, calendar);
        }
        if (state.session() == null) {
            return beforeListing(state, tick);
        }
        if (tick.ts() < state.session().close()) {
            return within(state, tick, calendar);
        }
        SymbolState sealed = SessionRoll.upTo(state, tick.ts(), calendar);
        return within(sealed, tick, calendar).dropping(state.running().held());
    }

    private SymbolStep within(SymbolState state, Tick tick, TradingCalendar calendar) {
        return switch (tick.action()) {
            case NEW -> onPrint(state, tick, calendar);
            case CANCEL, CORRECT -> onWithdrawal(state, tick, calendar);
            case HALT, RESUME -> MoveReports.told(halted(state, tick), tick.ts());
            case HEARTBEAT -> SymbolStep.quiet(state);
        };
    }

    private SymbolStep onPrint(SymbolState state, Tick tick, TradingCalendar calendar) {
        PrintRole role = Eligibility.role(tick);
        if (OfficialClose.isStatedBy(state, tick.ts(), role)) {
            return OfficialClose.held(state, tick, role, corroboration)
                    .map(held -> SymbolStep.refused(held, Refusal.UNCORROBORATED))
                    .orElseGet(() ->
                            MoveReports.toldIfChanged(state, OfficialClose.stated(state, tick, calendar), tick.ts()));
        }
        boolean auctionOfTheDayBefore =
                role == PrintRole.AUCTION_CLOSE && tick.ts() < state.session().open();
        return told(state, intake.print(state, tick, auctionOfTheDayBefore ? PrintRole.NOT_LAST : role), tick.ts());
    }

    private SymbolStep told(SymbolState before, PrintIntake.Taken taken, long at) {
        if (taken.refusal() != null) {
            return SymbolStep.refused(taken.state(), taken.refusal());
        }
        boolean accepted = taken.state().prints().accepted() != before.prints().accepted();
        SymbolStep step = accepted ? reports.toldIfDue(taken.state(), at) : SymbolStep.quiet(taken.state());
        return step.dropping(taken.dropped());
    }

    private SymbolStep onWithdrawal(SymbolState state, Tick tick, TradingCalendar calendar) {
        PrintIntake.Taken taken = intake.withdrawal(state, tick);
        if (PrintIntake.holds(state.running(), tick.origTradeId())) {
            return told(state, taken, tick.ts());
        }
        if (taken.refusal() == null) {
            return MoveReports.told(taken.state(), tick.ts())
                    .withdrawing(tick.origTradeId())
                    .dropping(taken.dropped());
        }
        boolean ofEndedSession = state.ended() != null && state.ended().prints().holds(tick.origTradeId());
        SymbolState after = ofEndedSession ? OfficialClose.withdrawn(state, tick, calendar) : state;
        SymbolStep step = MoveReports.toldIfPriced(after, tick.ts()).withdrawing(tick.origTradeId());
        return ofEndedSession
                ? step
                : OfficialClose.withdrawing(state, tick)
                        .map(step::telling)
                        .orElse(step)
                        .withRefusal(taken.refusal());
    }

    private static SymbolState halted(SymbolState state, Tick tick) {
        return state.withHalted(tick.action() == TickAction.HALT);
    }

    /** Until a listing is in force, the newest print is kept. */
    private SymbolStep beforeListing(SymbolState state, Tick tick) {
        PrintIntake.Taken taken = switch (tick.action()) {
            case NEW -> intake.print(state, tick, Eligibility.role(tick));
            case CANCEL, CORRECT -> intake.withdrawal(state, tick);
            case HALT, RESUME, HEARTBEAT -> new PrintIntake.Taken(halted(state, tick), null, null);
        };
        RunningSession running = taken.state().running();
        SymbolState kept =
                taken.state().withRunning(running.withPrints(running.prints().newestOnly(), running.held()));
        boolean unlisted = taken.refusal() == null || kept.listings().isEmpty();
        return SymbolStep.refused(kept, unlisted ? Refusal.UNLISTED : taken.refusal())
                .dropping(taken.dropped());
    }

    /** What a listing tells before any print: its reference close; empty without one. */
    public static Optional<MemberMove> reference(Listing listing, TradingCalendar calendar) {
        return listing.referenceClose() == null ? Optional.empty() : Moves.reference(listing, calendar);
    }

    /**
     * A record of the listing topic about this listing; {@code before} may be null for a new symbol. A record read again
     * changes nothing.
     */
    public SymbolStep onListing(SymbolState before, Listing listing, TradingCalendar calendar) {
        SymbolState state = before == null ? SymbolState.fresh() : before;
        if (state.listings().contains(listing)) {
            return SymbolStep.quiet(state);
        }
        boolean ahead = state.session() == null
                || listing.asOf().compareTo(state.session().date()) > 0;
        boolean overflows = ahead && state.listings().overflowsWith(listing);
        SymbolStep step = state.session() == null
                ? ListingIntake.first(state, listing, calendar)
                : ListingIntake.further(state, listing, calendar);
        return overflows ? step.withRefusal(Refusal.TOO_MANY_LISTINGS) : step;
    }

    /**
     * Event time has reached {@code now} (epoch milliseconds): a session that is over by then is sealed, and every close
     * that waited for a time up to then is told, in order.
     */
    public SymbolStep onSessionClose(SymbolState before, long now, TradingCalendar calendar) {
        if (before == null || before.session() == null) {
            return SymbolStep.quiet(before);
        }
        SymbolState state = SessionRoll.upTo(before, now, calendar);
        List<MemberMove> told = new ArrayList<>();
        List<MemberMove> waiting = new ArrayList<>();
        state.dueCloses().forEach(close -> (close.at() <= now ? told : waiting).add(close));
        Print dropped = state.session().equals(before.session())
                ? null
                : before.running().held();
        return new SymbolStep(told.isEmpty() ? state : state.withDueCloses(waiting), told, null, dropped);
    }

    /** The venue's calendar changed: the session and the reference are looked up anew. */
    public SymbolState onCalendar(SymbolState state, TradingCalendar calendar) {
        return state == null || state.session() == null ? state : SessionRoll.rebound(state, calendar);
    }
}
