package io.faultline.stream;

import io.faultline.market.Listing;
import io.faultline.market.Tick;

/**
 * What the symbol stage consumes: a tick or a listing of one key, never both.
 *
 * @param listingKey {@code symbol@mic}
 * @param tick null for a listing
 * @param listing null for a tick
 */
public record SymbolInput(String listingKey, Tick tick, Listing listing) {

    /** Wraps a tick. */
    public static SymbolInput of(Tick tick) {
        return new SymbolInput(tick.listingKey(), tick, null);
    }

    /** Wraps a listing. */
    public static SymbolInput of(Listing listing) {
        return new SymbolInput(listing.listingKey(), null, listing);
    }
}
