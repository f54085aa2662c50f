package io.faultline.market;

/**
 * What corporate actions have done to a price since its day: a price of then is divided by the new shares per old one,
 * and extraordinary dividends come off.
 *
 * @param newPerOldShare new shares per old share, above 0; 1 for none
 * @param dividend extraordinary dividends per new share, listing currency, 0 or more
 * @param through trade date up to which actions are contained
 */
public record Adjustment(double newPerOldShare, double dividend, TradingDay through) {

    /** Nothing yet, for a price of this trade date. */
    static Adjustment since(TradingDay date) {
        return new Adjustment(1.0, 0.0, date);
    }

    /** With what a listing brings, if it is effective later than what is contained. */
    Adjustment then(Listing listing) {
        if (listing.asOf().compareTo(through) <= 0) {
            return this;
        }
        double ratio = listing.splitRatio() == null ? 1.0 : listing.splitRatio();
        double paid = listing.specialDividend() == null ? 0.0 : listing.specialDividend();
        return new Adjustment(newPerOldShare * ratio, dividend / ratio + paid, listing.asOf());
    }

    Adjustment then(Iterable<Listing> listings) {
        Adjustment all = this;
        for (Listing listing : listings) {
            all = all.then(listing);
        }
        return all;
    }

    /** Whether prices are what they were. */
    boolean changesNothing() {
        return newPerOldShare == 1.0 && dividend == 0.0;
    }

    /** A price of then in today's shares. */
    double applied(double price) {
        return price / newPerOldShare - dividend;
    }

    /** A price of today in the shares of then. */
    double undone(double price) {
        return (price + dividend) * newPerOldShare;
    }
}
