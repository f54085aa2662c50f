package io.faultline.market;

/**
 * The close that a session's prices are compared with.
 *
 * @param price listing currency, in today's shares
 * @param date session of that close
 * @param carried it is older than the session before: the listing was halted or silent then
 */
public record ReferenceClose(double price, TradingDay date, boolean carried) {

    /** Sessions for which a close is carried on; the same as for which a sector knows a member. */
    public static final int CARRIED_SESSIONS = CountedMembers.KNOWN_SESSIONS;

    /**
     * The reference for a session: the listing's if it is of the session before, else the job's own last close if that
     * is at most {@value #CARRIED_SESSIONS} sessions old, in the shares of today; null if neither is there (stale).
     */
    static ReferenceClose resolve(Listing listing, OwnClose own, TradingSession session, TradingCalendar calendar) {
        TradingDay before = calendar.previous(session).date();
        if (listing.referenceClose() != null && before.equals(listing.referenceDate())) {
            return new ReferenceClose(listing.referenceClose(), before, false);
        }
        boolean carried = own != null && !before.equals(own.date());
        if (own == null || (carried && own.date().compareTo(oldest(session, calendar)) < 0)) {
            return null;
        }
        double price = own.priceUnder(listing);
        return price > 0.0 ? new ReferenceClose(price, own.date(), carried) : null;
    }

    private static TradingDay oldest(TradingSession session, TradingCalendar calendar) {
        TradingSession oldest = session;
        for (int i = 0; i < CARRIED_SESSIONS; i++) {
            oldest = calendar.previous(oldest);
        }
        return oldest.date();
    }
}
