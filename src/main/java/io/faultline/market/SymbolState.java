package io.faultline.market;

import java.util.List;

/**
 * Everything remembered about one listing. Bounded: {@value RecentPrints#KEPT} prints, {@value ListingBook#KEPT}
 * listings, one close per session that the records run ahead of event time.
 *
 * @param listings reference data
 * @param bounds the session of the newest record, null before a listing is in force
 * @param reference close of the session before, null if not known
 * @param ownClose last close made from prints, in the shares of its day; null before the first
 * @param prints newest eligible prints of the session
 * @param halted trading is halted
 * @param reported what was last told in this session, null if nothing
 * @param staleReported the missing reference was told in this session
 * @param dueCloses closes that wait for event time, oldest first
 */
public record SymbolState(
        ListingBook listings,
        SessionBounds bounds,
        ReferenceClose reference,
        ReferenceClose ownClose,
        RecentPrints prints,
        boolean halted,
        LastReport reported,
        boolean staleReported,
        List<MemberMove> dueCloses) {

    /** A symbol nothing is known about. */
    public static SymbolState fresh() {
        return new SymbolState(
                ListingBook.empty(), null, null, null, RecentPrints.none(), false, null, false, List.of());
    }

    /** The session of the newest record; null before a listing is in force. Its close needs a timer. */
    public TradingSession session() {
        return bounds == null ? null : bounds.session();
    }

    /** The listing in force; null if none is. */
    public Listing listing() {
        return listings.current();
    }

    SymbolState withListings(ListingBook changed) {
        return new SymbolState(
                changed, bounds, reference, ownClose, prints, halted, reported, staleReported, dueCloses);
    }

    SymbolState withReference(ReferenceClose changed) {
        return new SymbolState(listings, bounds, changed, ownClose, prints, halted, reported, staleReported, dueCloses);
    }

    SymbolState withPrints(RecentPrints changed) {
        return new SymbolState(
                listings, bounds, reference, ownClose, changed, halted, reported, staleReported, dueCloses);
    }

    SymbolState withHalted(boolean changed) {
        return new SymbolState(
                listings, bounds, reference, ownClose, prints, changed, reported, staleReported, dueCloses);
    }

    SymbolState withReported(LastReport changed) {
        return new SymbolState(
                listings, bounds, reference, ownClose, prints, halted, changed, staleReported, dueCloses);
    }

    SymbolState withStaleReported() {
        return new SymbolState(listings, bounds, reference, ownClose, prints, halted, reported, true, dueCloses);
    }

    SymbolState withDueCloses(List<MemberMove> changed) {
        return new SymbolState(listings, bounds, reference, ownClose, prints, halted, reported, staleReported, changed);
    }

    /** In another session, with the listing in force there; the prints are kept only within the same session. */
    SymbolState in(SessionBounds changed, TradingDay previousSession, ReferenceClose close) {
        ListingBook effective = listings.effectiveOn(changed.session().date());
        boolean entered = bounds != null
                && !bounds.session().date().equals(changed.session().date());
        return new SymbolState(
                effective,
                changed,
                ReferenceClose.resolve(effective.current(), close, previousSession),
                close,
                entered ? RecentPrints.none() : prints,
                halted,
                entered ? null : reported,
                !entered && staleReported,
                dueCloses);
    }
}
