package io.faultline.market;

import java.time.Duration;
import java.util.Optional;

/**
 * Corrects the close of the session just ended. The close is the first of these that there is: the reference close that
 * the listing in force gives for that session; the official close or closing auction that the listing venue printed
 * after it; the last print before it. When that changes, the close is told again, at most once a minute and not before
 * a minute has passed since the session's end, and the running session is compared with it. A print of the session that
 * is taken back is told at once, each by itself and also if the close stays what it was.
 *
 * <p>An official close far from the last price of its session is believed once it is stated twice, or with the closing
 * auction behind it; a corrected one on its own word.
 */
final class OfficialClose {

    /** How long after the close its official price may come; a corrected one may until the next close. */
    static final long WINDOW_MILLIS = Duration.ofMinutes(30).toMillis();

    /** Corrections of a minute are told as one, unless they take back a print. */
    static final long REVISED_EVERY_MILLIS = Duration.ofMinutes(1).toMillis();

    /** A listing's close that is farther off may have a corporate action in it that the listing does not name. */
    private static final double UNNAMED_ACTION = 0.02;

    /** Rounding of a close that was divided by a split ratio, fraction. */
    private static final double SPLIT_ROUNDING = 5e-4;

    private OfficialClose() {}

    /** Whether a print states the close of the session just ended. */
    static boolean isStatedBy(SymbolState state, long ts, PrintRole role) {
        EndedSession ended = state.ended();
        if (ended == null || ts < ended.closedAt()) {
            return false;
        }
        boolean closing = role == PrintRole.OFFICIAL_CLOSE || role == PrintRole.AUCTION_CLOSE;
        return role == PrintRole.CORRECTED_CLOSE || (closing && ts < ended.closedAt() + WINDOW_MILLIS);
    }

    /** The state that holds an official close which nothing bears out yet; empty if it is to be believed. */
    static Optional<SymbolState> held(SymbolState state, Tick tick, PrintRole role, Corroboration corroboration) {
        EndedSession ended = state.ended();
        Print close = print(tick);
        Print last = ended.prints().last();
        boolean statedTwice =
                corroboration.bearsOut(close, ended.held()) && !Corroboration.isRepeat(ended.held(), close);
        boolean believed =
                role != PrintRole.OFFICIAL_CLOSE || last == null || corroboration.bearsOut(close, last) || statedTwice;
        return believed ? Optional.empty() : Optional.of(state.withEnded(ended.holding(close)));
    }

    private static Print print(Tick tick) {
        return new Print(tick.tradeId(), tick.price(), tick.ts());
    }

    /** With a close that the venue states. */
    static SymbolState stated(SymbolState state, Tick tick, TradingCalendar calendar) {
        EndedSession ended = state.ended();
        RecentPrints prints = ended.prints().plus(print(tick));
        return settled(state.withEnded(ended.withPrints(prints)), tick.ts(), null, calendar);
    }

    /** Without a print of the ended session, or with its corrected price; it must be remembered. */
    static SymbolState withdrawn(SymbolState state, Tick tick, TradingCalendar calendar) {
        EndedSession ended = state.ended();
        PrintRole role = tick.action() == TickAction.CORRECT ? Eligibility.role(tick) : PrintRole.NOT_LAST;
        boolean stays = role.maySetLast() || role.isOfficialClose();
        RecentPrints prints = stays
                ? ended.prints().corrected(tick.origTradeId(), tick.tradeId(), tick.price())
                : ended.prints().without(tick.origTradeId());
        return settled(state.withEnded(ended.withPrints(prints)), tick.ts(), tick.origTradeId(), calendar);
    }

    /**
     * The close told again, taking back a print too old to be remembered: a level of the session may rest on it. Empty
     * without a close, and once the running session is open.
     */
    static Optional<MemberMove> withdrawing(SymbolState state, Tick tick) {
        EndedSession ended = state.ended();
        boolean closed = ended != null
                && tick.ts() < state.session().open()
                && ended.position() != null
                && ended.position().kind() == MoveKind.CLOSE;
        return closed
                ? Optional.of(ended.position()
                        .toldAt(Math.max(tick.ts(), ended.closedAt()))
                        .withdrawing(tick.origTradeId()))
                : Optional.empty();
    }

    /** With a record that has come in force; it may have come while event time is far ahead of the last print. */
    static SymbolState listed(SymbolState state, long at, TradingCalendar calendar) {
        long from = state.ended() == null ? at : Math.max(at, state.ended().revisedAt());
        return settled(state, from, null, calendar);
    }

    /** With the close as it is known now; a correction becomes due from {@code at} on. */
    static SymbolState settled(SymbolState state, long at, String withdrawnTradeId, TradingCalendar calendar) {
        EndedSession ended = state.ended();
        if (ended == null) {
            return state;
        }
        Print closing = closing(ended, state.listing());
        OwnClose own = closing == null ? ended.before() : new OwnClose(closing.price(), ended.date(), ended.since());
        SymbolState settled = SessionRoll.resolved(state.withOwnClose(own), calendar);
        if (ended.position() == null) {
            return settled;
        }
        MemberMove revised = Moves.revisedClose(ended, closing);
        if (withdrawnTradeId != null && revised.kind() == MoveKind.CLOSE) {
            return dueAtOnce(settled, revised.withdrawing(withdrawnTradeId), at);
        }
        boolean same = revised.kind() == ended.position().kind()
                && revised.last() == ended.position().last();
        return same ? settled : due(settled, revised, at);
    }

    /** What the close rests on: a print, with the listing's price if that gives another; null for none. */
    private static Print closing(EndedSession ended, Listing listing) {
        Print last = ended.prints().last();
        if (last == null || listing.referenceClose() == null || !ended.date().equals(listing.referenceDate())) {
            return last;
        }
        Adjustment since = ended.since().then(listing);
        double listed = since.undone(listing.referenceClose());
        double off = Math.abs(listed / last.price() - 1.0);
        boolean same = off <= (since.changesNothing() ? 0.0 : SPLIT_ROUNDING);
        return same || off > UNNAMED_ACTION ? last : new Print(null, listed, last.ts());
    }

    private static SymbolState due(SymbolState state, MemberMove close, long at) {
        EndedSession ended = state.ended();
        if (isReplaceable(state, at)) {
            return retold(withoutLast(state), close.toldAt(ended.revisedAt()));
        }
        long from = ended.revisedAt() > 0 ? ended.revisedAt() : ended.closedAt();
        return retold(state, close.toldAt(Math.max(at, from + REVISED_EVERY_MILLIS)));
    }

    /** A close that takes back a print does not wait: each such print may be one that a sector's levels rest on. */
    private static SymbolState dueAtOnce(SymbolState state, MemberMove close, long at) {
        EndedSession ended = state.ended();
        return isReplaceable(state, at)
                ? retold(withoutLast(state), close.toldAt(Math.max(at, ended.closedAt())))
                : retold(state, close.toldAt(Math.max(at, Math.max(ended.closedAt(), ended.revisedAt()))));
    }

    /** Whether the newest correction is due later than {@code at} and takes back no print. */
    private static boolean isReplaceable(SymbolState state, long at) {
        EndedSession ended = state.ended();
        return at < ended.revisedAt()
                && ended.position().withdrawnTradeId() == null
                && state.dueCloses().contains(ended.position());
    }

    private static SymbolState withoutLast(SymbolState state) {
        return state.withDueCloses(state.dueCloses().stream()
                .filter(move -> !move.equals(state.ended().position()))
                .toList());
    }

    private static SymbolState retold(SymbolState state, MemberMove close) {
        return SessionRoll.withDue(state, close).withEnded(state.ended().revised(close));
    }
}
