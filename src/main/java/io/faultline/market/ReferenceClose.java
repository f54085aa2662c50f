package io.faultline.market;

/**
 * The close that a session's prices are compared with.
 *
 * @param price listing currency, in today's shares
 * @param date session of that close
 */
public record ReferenceClose(double price, TradingDay date) {

    /**
     * The reference for a session: the listing's if it is of the session before, else the job's own close of that
     * session, adjusted for a split that the listing brings; null if neither is there (stale).
     */
    static ReferenceClose resolve(Listing listing, ReferenceClose ownClose, TradingDay previousSession) {
        if (listing.referenceClose() != null && previousSession.equals(listing.referenceDate())) {
            return new ReferenceClose(listing.referenceClose(), previousSession);
        }
        if (ownClose == null || !previousSession.equals(ownClose.date())) {
            return null;
        }
        boolean effectiveSinceThen = listing.asOf().compareTo(previousSession) > 0;
        double newPerOldShare = listing.splitRatio() == null || !effectiveSinceThen ? 1.0 : listing.splitRatio();
        return new ReferenceClose(ownClose.price() / newPerOldShare, previousSession);
    }
}
