package io.faultline.market;

import java.util.List;
import java.util.Optional;

/** Takes reference data into the state of a listing. */
final class ListingIntake {

    private ListingIntake() {}

    /** While there is no session yet: the reference close is told, or the session begins with a print that waited. */
    static SymbolStep first(SymbolState state, Listing listing, TradingCalendar calendar) {
        SymbolState waiting = state.withListings(state.listings().awaiting(listing));
        Print last = waiting.prints().last();
        SymbolState started = last == null ? waiting : SessionRoll.started(waiting, last.ts(), calendar);
        if (started.session() != null) {
            return MoveReports.told(started, last.ts());
        }
        Optional<MemberMove> reference =
                waiting.listings().isNewest(listing) ? SymbolTracker.reference(listing, calendar) : Optional.empty();
        return reference.map(move -> SymbolStep.told(waiting, move)).orElseGet(() -> SymbolStep.quiet(waiting));
    }

    /** Within a session: in force at once unless it is for a later one; it may correct the close of the one before. */
    static SymbolStep further(SymbolState state, Listing listing, TradingCalendar calendar) {
        if (listing.asOf().compareTo(state.session().date()) > 0) {
            return SymbolStep.quiet(state.withListings(state.listings().awaiting(listing)));
        }
        if (listing.asOf().compareTo(state.listing().asOf()) < 0) {
            return SymbolStep.refused(state, Refusal.OUTDATED_LISTING);
        }
        Print last = state.prints().last();
        long at = last == null ? state.session().previousClose() : last.ts();
        SymbolState relisted = OfficialClose.listed(inForce(state, listing), at, calendar);
        relisted = SessionRoll.resolved(relisted, calendar);
        boolean closeCorrected = !relisted.dueCloses().equals(state.dueCloses());
        boolean unchanged = Moves.current(state, at).equals(Moves.current(relisted, at));
        return unchanged || relisted.reference() == null || (last == null && closeCorrected)
                ? SymbolStep.quiet(relisted)
                : MoveReports.told(relisted, at);
    }

    /** What the listing before brought stays with the own close, unless this is another version of it. */
    private static SymbolState inForce(SymbolState state, Listing listing) {
        Listing before = state.listing();
        SymbolState relisted = state.withListings(state.listings().replaced(listing));
        return before.asOf().equals(listing.asOf()) ? relisted : passed(relisted, List.of(before));
    }

    private static SymbolState passed(SymbolState state, List<Listing> listings) {
        OwnClose own = state.ownClose();
        SymbolState after = own == null ? state : state.withOwnClose(own.after(listings));
        return after.ended() == null ? after : after.withEnded(after.ended().passing(listings));
    }
}
