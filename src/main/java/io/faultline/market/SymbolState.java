package io.faultline.market;

import java.util.List;

/**
 * Everything remembered about one listing. Bounded: {@value RecentPrints#KEPT} prints of the running and of the ended
 * session, {@value ListingBook#KEPT} listings, {@value SessionRoll#DUE_CLOSES} closes that wait for event time.
 *
 * @param listings reference data
 * @param ownClose last close that the job knows of itself, null before the first
 * @param halted trading is halted
 * @param running session of the newest record
 * @param ended session before it, null before the first
 * @param dueCloses closes that wait for event time, in the order of their times
 */
public record SymbolState(
        ListingBook listings,
        OwnClose ownClose,
        boolean halted,
        RunningSession running,
        EndedSession ended,
        List<MemberMove> dueCloses) {

    /** A symbol nothing is known about. */
    public static SymbolState fresh() {
        return new SymbolState(ListingBook.empty(), null, false, RunningSession.begun(null, null), null, List.of());
    }

    /** The session of the newest record; null before a listing is in force. Its close needs a timer. */
    public TradingSession session() {
        return running.bounds() == null ? null : running.bounds().session();
    }

    /** The listing in force; null if none is. */
    public Listing listing() {
        return listings.current();
    }

    /** Close that the running session is compared with, null if not known. */
    public ReferenceClose reference() {
        return running.reference();
    }

    /** Newest eligible prints of the running session. */
    public RecentPrints prints() {
        return running.prints();
    }

    SymbolState withListings(ListingBook changed) {
        return new SymbolState(changed, ownClose, halted, running, ended, dueCloses);
    }

    SymbolState withOwnClose(OwnClose changed) {
        return new SymbolState(listings, changed, halted, running, ended, dueCloses);
    }

    SymbolState withHalted(boolean changed) {
        return new SymbolState(listings, ownClose, changed, running, ended, dueCloses);
    }

    SymbolState withRunning(RunningSession changed) {
        return new SymbolState(listings, ownClose, halted, changed, ended, dueCloses);
    }

    SymbolState withEnded(EndedSession changed) {
        return new SymbolState(listings, ownClose, halted, running, changed, dueCloses);
    }

    SymbolState withDueCloses(List<MemberMove> changed) {
        return new SymbolState(listings, ownClose, halted, running, ended, changed);
    }
}
