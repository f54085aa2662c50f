package io.faultline.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The life of one listing: from prints, listings and session closes to the few moves that a sector needs to know.
 *
 * <p>Pure step functions. All decisions depend on the records in their order, never on when a timer fires: the first
 * record at or after a close seals the session, and the close then waits for event time to be told.
 *
 * <p>An ordinary print needs no calendar: the bounds of its session are part of the state.
 */
public final class SymbolTracker {

    /** Sessions that records may run ahead of event time before the oldest untold close is dropped. */
    private static final int DUE_CLOSES = 32;

    private final double minMove;
    private final long confirmEveryMillis;

    /**
     * @param minMove change of session return (fraction, above 0) from which a move is told at once
     * @param confirmEveryMillis a listing that prints without moving is told once per this time
     */
    public SymbolTracker(double minMove, long confirmEveryMillis) {
        this.minMove = minMove;
        this.confirmEveryMillis = confirmEveryMillis;
    }

    /**
     * What a record did.
     *
     * @param state state after it
     * @param move to tell the sectors, null for nothing
     * @param refusal why the record was not used or no move can be told, null if all is well
     */
    public record Step(SymbolState state, MemberMove move, Refusal refusal) {}

    /** A record of the tick topic about this listing; {@code before} may be null for a new symbol. */
    public Step onTick(SymbolState before, Tick tick, TradingCalendar calendar) {
        SymbolState state = before == null ? SymbolState.fresh() : before;
        if (tick.action() == TickAction.HEARTBEAT) {
            return new Step(state, null, null);
        }
        if (state.bounds() == null) {
            return beforeListing(state, tick, calendar);
        }
        if (tick.ts() >= state.bounds().session().close()) {
            state = sealed(state, calendar.boundsFor(tick.ts()), calendar);
        }
        Step taken = taken(state, tick);
        if (taken.refusal() != null) {
            return taken;
        }
        return switch (tick.action()) {
            case NEW -> toldIfDue(taken.state(), tick.ts());
            case CANCEL, CORRECT -> sameLast(state, taken.state()) ? taken : withdrawn(taken.state(), tick);
            case HALT, RESUME -> told(taken.state(), tick.ts());
            case HEARTBEAT -> taken;
        };
    }

    /** A record of the listing topic about this listing; {@code before} may be null for a new symbol. */
    public Step onListing(SymbolState before, Listing listing, TradingCalendar calendar) {
        SymbolState state = before == null ? SymbolState.fresh() : before;
        if (state.bounds() == null) {
            return firstListings(state.withListings(state.listings().awaiting(listing)), listing, calendar);
        }
        if (listing.asOf().compareTo(state.session().date()) > 0) {
            return new Step(state.withListings(state.listings().awaiting(listing)), null, null);
        }
        if (listing.asOf().compareTo(state.listing().asOf()) < 0) {
            return new Step(state, null, Refusal.OUTDATED_LISTING);
        }
        SymbolState relisted = state.withListings(state.listings().replaced(listing));
        relisted = relisted.withReference(
                ReferenceClose.resolve(listing, state.ownClose(), previousSession(state.bounds(), calendar)));
        Print last = state.prints().last();
        long at = last == null ? state.session().previousClose() : last.ts();
        boolean unchanged = Moves.current(state, at).equals(Moves.current(relisted, at));
        return unchanged || relisted.reference() == null ? new Step(relisted, null, null) : told(relisted, at);
    }

    /**
     * Event time has reached the close of a session ({@code closedAt}, epoch milliseconds): its close is told with
     * {@code at = closedAt} and becomes the reference of the next session. A timer of a session that is no longer
     * that of the symbol does nothing.
     */
    public Step onSessionClose(SymbolState state, long closedAt, TradingCalendar calendar) {
        if (state == null || state.bounds() == null) {
            return new Step(state, null, null);
        }
        List<MemberMove> due = state.dueCloses();
        if (!due.isEmpty() && due.get(0).at() <= closedAt) {
            return new Step(state.withDueCloses(List.copyOf(due.subList(1, due.size()))), due.get(0), null);
        }
        if (state.session().close() != closedAt) {
            return new Step(state, null, null);
        }
        MemberMove close = Moves.close(state);
        return new Step(entered(state, calendar.boundsFor(closedAt), calendar), close, null);
    }

    /** The venue's calendar changed: the session and the reference are looked up anew. */
    public SymbolState onCalendar(SymbolState state, TradingCalendar calendar) {
        if (state == null || state.bounds() == null) {
            return state;
        }
        SessionBounds bounds = calendar.session(state.session().date())
                .map(session -> calendar.boundsFor(session.open()))
                .orElseGet(() -> calendar.boundsFor(state.session().previousClose()));
        return state.in(bounds, previousSession(bounds, calendar), state.ownClose());
    }

    private Step beforeListing(SymbolState state, Tick tick, TradingCalendar calendar) {
        Step taken = taken(state, tick);
        SymbolState kept = taken.state().withPrints(taken.state().prints().newestOnly());
        if (kept.listings().isEmpty()) {
            return new Step(kept, null, Refusal.UNLISTED);
        }
        SymbolState started = started(kept, calendar);
        if (started.bounds() == null) {
            return new Step(kept, null, taken.refusal() == null ? Refusal.UNLISTED : taken.refusal());
        }
        return told(started, tick.ts());
    }

    private Step firstListings(SymbolState state, Listing listing, TradingCalendar calendar) {
        SymbolState started = started(state, calendar);
        if (started.bounds() != null) {
            return told(started, started.prints().last().ts());
        }
        boolean tellable = listing.referenceClose() != null && state.listings().isNewest(listing);
        MemberMove reference = tellable ? Moves.reference(listing, calendar) : null;
        return new Step(state, reference, null);
    }

    /** The symbol gets its first session once there is a print and a listing in force on its trade date. */
    private static SymbolState started(SymbolState state, TradingCalendar calendar) {
        Print last = state.prints().last();
        if (last == null) {
            return state;
        }
        SessionBounds bounds = calendar.boundsFor(last.ts());
        boolean inForce = state.listings().effectiveOn(bounds.session().date()).current() != null;
        return inForce ? state.in(bounds, previousSession(bounds, calendar), state.ownClose()) : state;
    }

    private static SymbolState sealed(SymbolState state, SessionBounds next, TradingCalendar calendar) {
        MemberMove close = Moves.close(state);
        SymbolState entered = entered(state, next, calendar);
        if (close == null) {
            return entered;
        }
        List<MemberMove> due = new ArrayList<>(state.dueCloses());
        due.add(close);
        return entered.withDueCloses(due.size() > DUE_CLOSES ? due.subList(1, due.size()) : due);
    }

    private static SymbolState entered(SymbolState state, SessionBounds next, TradingCalendar calendar) {
        Print last = state.prints().last();
        ReferenceClose close = last == null
                ? state.ownClose()
                : new ReferenceClose(last.price(), state.session().date());
        return state.in(next, previousSession(next, calendar), close);
    }

    private static TradingDay previousSession(SessionBounds bounds, TradingCalendar calendar) {
        return calendar.previous(bounds.session()).date();
    }

    private static Step taken(SymbolState state, Tick tick) {
        RecentPrints prints = state.prints();
        return switch (tick.action()) {
            case NEW -> print(state, tick);
            case CANCEL ->
                prints.holds(tick.origTradeId())
                        ? new Step(state.withPrints(prints.without(tick.origTradeId())), null, null)
                        : new Step(state, null, Refusal.UNKNOWN_PRINT);
            case CORRECT -> correction(state, tick);
            case HALT -> new Step(state.withHalted(true), null, null);
            case RESUME -> new Step(state.withHalted(false), null, null);
            case HEARTBEAT -> new Step(state, null, null);
        };
    }

    private static Step print(SymbolState state, Tick tick) {
        if (!Eligibility.maySetLast(tick.tape(), tick.conditions())) {
            return new Step(state, null, Refusal.NOT_ELIGIBLE);
        }
        Print last = state.prints().last();
        boolean older = last != null && tick.ts() < last.ts();
        boolean sessionOver =
                state.bounds() != null && tick.ts() < state.session().previousClose();
        if (older || sessionOver) {
            return new Step(state, null, Refusal.OUT_OF_SEQUENCE);
        }
        Print print = new Print(tick.tradeId(), tick.price(), tick.ts());
        return new Step(state.withPrints(state.prints().plus(print)), null, null);
    }

    /** A print that is corrected into one that may not set the last price is taken back. */
    private static Step correction(SymbolState state, Tick tick) {
        RecentPrints prints = state.prints();
        if (!prints.holds(tick.origTradeId())) {
            return new Step(state, null, Refusal.UNKNOWN_PRINT);
        }
        RecentPrints changed = Eligibility.maySetLast(tick.tape(), tick.conditions())
                ? prints.corrected(tick.origTradeId(), tick.tradeId(), tick.price())
                : prints.without(tick.origTradeId());
        return new Step(state.withPrints(changed), null, null);
    }

    private static boolean sameLast(SymbolState before, SymbolState after) {
        Print last = before.prints().last();
        return last != null && last.equals(after.prints().last());
    }

    private Step toldIfDue(SymbolState state, long at) {
        LastReport reported = state.reported();
        if (state.reference() == null || reported == null) {
            return told(state, at);
        }
        Print last = state.prints().last();
        double sessionReturn = last.price() / state.reference().price() - 1.0;
        SessionPhase phase = state.bounds().phaseAt(last.ts());
        boolean due = Math.abs(sessionReturn - reported.sessionReturn()) >= minMove
                || last.ts() - reported.printAt() >= confirmEveryMillis
                || (phase != reported.phase() && phase != SessionPhase.CLOSED);
        return due ? told(state, at) : new Step(state, null, null);
    }

    private static Step withdrawn(SymbolState state, Tick tick) {
        Step told = told(state, tick.ts());
        return told.move() == null
                ? told
                : new Step(told.state(), told.move().withdrawing(tick.origTradeId()), told.refusal());
    }

    private static Step told(SymbolState state, long at) {
        if (state.reference() == null) {
            return state.staleReported()
                    ? new Step(state, null, null)
                    : new Step(state.withStaleReported(), null, Refusal.STALE_REFERENCE);
        }
        MemberMove move = Moves.current(state, at).orElseThrow();
        LastReport report = state.prints().last() == null
                ? null
                : new LastReport(move.sessionReturn(), move.lastPrintAt(), move.phase());
        return new Step(state.withReported(report), move, null);
    }
}
