package io.faultline.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes a listing from session to session. */
final class SessionRoll {

    /** Closes that wait for event time, should records run far ahead of it; the oldest is dropped then. */
    static final int DUE_CLOSES = 32;

    private SessionRoll() {}

    /** The listing gets its first session, that of an instant, if a record is in force then; else nothing changes. */
    static SymbolState started(SymbolState state, long at, TradingCalendar calendar) {
        if (state.listings().isEmpty()) {
            return state;
        }
        SessionBounds bounds = calendar.boundsFor(at);
        if (state.listings().effectiveOn(bounds.session().date()).current() == null) {
            return state;
        }
        Print last = state.prints().last();
        SymbolState begun = begun(state, bounds, calendar);
        return last == null || !bounds.contains(last.ts())
                ? begun
                : begun.withRunning(begun.running().withPrints(state.prints(), null));
    }

    /** Every session that is over at an instant is sealed; those between without a record are passed through. */
    static SymbolState upTo(SymbolState state, long at, TradingCalendar calendar) {
        SymbolState current = state;
        while (current.session().close() <= at) {
            current = sealed(current, calendar);
        }
        return current;
    }

    /** The session is over: its close waits for event time, and the next one begins. */
    private static SymbolState sealed(SymbolState state, TradingCalendar calendar) {
        TradingSession session = state.session();
        Print last = state.prints().last();
        MemberMove position =
                last == null ? Moves.current(state, session.close()).orElse(null) : Moves.close(state);
        SymbolState closed = last == null || position == null ? state : withDue(state, position);

        SessionBounds next = calendar.boundsFor(session.close());
        List<Listing> passed = state.listings().passedOverOn(next.session().date());
        EndedSession ended = new EndedSession(
                session.date(),
                session.close(),
                position,
                state.prints(),
                standing(state, passed),
                Adjustment.since(session.date()).then(passed),
                0,
                null);
        return OfficialClose.settled(begun(closed.withEnded(ended), next, calendar), session.close(), null, calendar);
    }

    /** The own close if the session brings none: the reference close stands. */
    private static OwnClose standing(SymbolState state, List<Listing> passed) {
        OwnClose own = state.reference() == null
                ? state.ownClose()
                : OwnClose.carriedThrough(state.reference(), state.session().date());
        return own == null ? null : own.after(passed);
    }

    /** The calendar changed: the session is looked up anew, and the reference with it. */
    static SymbolState rebound(SymbolState state, TradingCalendar calendar) {
        SessionBounds bounds = calendar.session(state.session().date())
                .map(session -> calendar.boundsFor(session.open()))
                .orElseGet(() -> calendar.boundsFor(state.session().previousClose()));
        boolean same = bounds.session().date().equals(state.session().date());
        return same ? within(state, bounds, calendar) : begun(state, bounds, calendar);
    }

    /** With the reference close looked up anew. */
    static SymbolState resolved(SymbolState state, TradingCalendar calendar) {
        return within(state, state.running().bounds(), calendar);
    }

    private static SymbolState begun(SymbolState state, SessionBounds bounds, TradingCalendar calendar) {
        ListingBook effective = state.listings().effectiveOn(bounds.session().date());
        return within(state.withListings(effective).withRunning(RunningSession.begun(bounds, null)), bounds, calendar);
    }

    private static SymbolState within(SymbolState state, SessionBounds bounds, TradingCalendar calendar) {
        ReferenceClose reference =
                ReferenceClose.resolve(state.listing(), state.ownClose(), bounds.session(), calendar);
        return state.withRunning(state.running().within(bounds, reference));
    }

    /** With a close that waits for event time. */
    static SymbolState withDue(SymbolState state, MemberMove close) {
        List<MemberMove> due = new ArrayList<>(state.dueCloses());
        due.add(close);
        due.sort(Comparator.comparingLong(MemberMove::at));
        return state.withDueCloses(due.size() > DUE_CLOSES ? due.subList(1, due.size()) : due);
    }
}
