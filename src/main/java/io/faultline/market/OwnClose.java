package io.faultline.market;

/**
 * The last close that the job knows of itself.
 *
 * @param price listing currency, in the shares of its day
 * @param date session of the close
 * @param since corporate actions since then by listings no longer in force; the one in force is not contained
 */
public record OwnClose(double price, TradingDay date, Adjustment since) {

    /** A reference close that stood through a session without a print. */
    static OwnClose carriedThrough(ReferenceClose reference, TradingDay session) {
        return new OwnClose(reference.price(), reference.date(), Adjustment.since(session));
    }

    OwnClose after(Iterable<Listing> listings) {
        return new OwnClose(price, date, since.then(listings));
    }

    /** In the shares of a session with this listing in force. */
    double priceUnder(Listing listing) {
        return since.then(listing).applied(price);
    }
}
