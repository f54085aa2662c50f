package io.faultline.market;

import java.util.Optional;

/** Writes the moves of a listing from its state. */
final class Moves {

    private Moves() {}

    /** The position against the reference close now; empty if that is not known. */
    static Optional<MemberMove> current(SymbolState state, long at) {
        if (state.reference() == null) {
            return Optional.empty();
        }
        Print last = state.prints().last();
        if (last != null) {
            return Optional.of(move(state, MoveKind.PRINT, at, last));
        }
        long closedAt = state.session().previousClose();
        return Optional.of(
                reference(state.listing(), state.reference(), Math.max(at, closedAt), closedAt, state.halted()));
    }

    /** The close of the state's session; null without a print or a reference. */
    static MemberMove close(SymbolState state) {
        Print last = state.prints().last();
        return last == null || state.reference() == null
                ? null
                : move(state, MoveKind.CLOSE, state.session().close(), last);
    }

    /** The reference close a listing brings, before any print; empty if its date is no session. */
    static Optional<MemberMove> reference(Listing listing, TradingCalendar calendar) {
        ReferenceClose reference = new ReferenceClose(listing.referenceClose(), listing.referenceDate(), false);
        return calendar.session(listing.referenceDate())
                .map(session -> reference(listing, reference, session.close(), session.close(), false));
    }

    /**
     * The close of a session that is over, as it rests on this print. If no print is left, a close that was told stays
     * one, at the reference close: the session had no return. {@code at} is that of the close told before.
     */
    static MemberMove revisedClose(EndedSession ended, Print closing) {
        MemberMove told = ended.position();
        if (closing == null && told.kind() == MoveKind.REFERENCE) {
            return told;
        }
        boolean stated = closing != null && (closing.ts() >= ended.closedAt() || told.kind() == MoveKind.REFERENCE);
        return new MemberMove(
                told.symbol(),
                told.mic(),
                told.issuer(),
                told.listingKind(),
                MoveKind.CLOSE,
                told.at(),
                closing == null ? ended.closedAt() : closing.ts(),
                ended.date(),
                stated ? SessionPhase.REGULAR : told.phase(),
                closing == null ? told.referenceClose() : closing.price(),
                told.referenceClose(),
                told.referenceDate(),
                told.referenceCapUsd(),
                told.halted(),
                closing == null ? null : closing.tradeId(),
                null,
                closing == null ? 0 : ended.prints().accepted());
    }

    private static MemberMove reference(
            Listing listing, ReferenceClose reference, long at, long closedAt, boolean halted) {
        return new MemberMove(
                listing.symbol(),
                listing.mic(),
                listing.issuer(),
                listing.kind(),
                MoveKind.REFERENCE,
                at,
                closedAt,
                reference.date(),
                SessionPhase.CLOSED,
                reference.price(),
                reference.price(),
                reference.date(),
                capUsd(listing, reference.price()),
                halted,
                null,
                null,
                0);
    }

    private static MemberMove move(SymbolState state, MoveKind kind, long at, Print last) {
        Listing listing = state.listing();
        ReferenceClose reference = state.reference();
        return new MemberMove(
                listing.symbol(),
                listing.mic(),
                listing.issuer(),
                listing.kind(),
                kind,
                at,
                last.ts(),
                state.session().date(),
                state.running().bounds().phaseAt(last.ts()),
                last.price(),
                reference.price(),
                reference.date(),
                capUsd(listing, reference.price()),
                state.halted(),
                last.tradeId(),
                null,
                state.prints().accepted());
    }

    /** Market capitalisation at a price, USD; 0 if not known. */
    private static double capUsd(Listing listing, double price) {
        Double size = listing.kind() == ListingKind.BENCHMARK ? listing.marketCapUsd() : listing.sharesOutstanding();
        if (size == null) {
            return 0.0;
        }
        return listing.kind() == ListingKind.BENCHMARK ? size : size * price * listing.usdPerUnit();
    }
}
