package io.faultline.market;

/**
 * What a print may do to the prices of its listing. In rising order of strength: of several sale conditions on one
 * print the strongest role counts, so that one barred letter bars an auction, and an official price stays one whatever
 * else is said about it.
 */
public enum PrintRole {
    /** An ordinary trade: sets the last price, if it is no outlier. */
    LAST,
    /** The opening auction: sets the last price without corroboration. */
    AUCTION_OPEN,
    /** The auction after a halt: sets the last price without corroboration. */
    AUCTION_REOPEN,
    /** The closing auction: as an opening one; at or after the close it may also set the official close. */
    AUCTION_CLOSE,
    /** A trade whose price is old, averaged, negotiated or too small: never sets the last price. */
    NOT_LAST,
    /** No trade but the venue's statement of its official opening price: never sets the last price. */
    OFFICIAL_OPEN,
    /** No trade but the venue's statement of its official close: never sets the last price. */
    OFFICIAL_CLOSE,
    /** As an official close, and may come any time later. */
    CORRECTED_CLOSE;

    /** Whether a print of this role may set the last price. */
    public boolean maySetLast() {
        return compareTo(NOT_LAST) < 0;
    }

    /** Whether the venue states its official close with it. */
    public boolean isOfficialClose() {
        return this == OFFICIAL_CLOSE || this == CORRECTED_CLOSE;
    }

    /** Whether many orders met at this price at once, which needs no second print to be believed. */
    public boolean isAuction() {
        return this == AUCTION_OPEN || this == AUCTION_REOPEN || this == AUCTION_CLOSE;
    }
}
