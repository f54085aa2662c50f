package io.faultline.stream;

import io.faultline.market.Listing;
import io.faultline.market.MemberMove;
import io.faultline.market.SymbolState;
import io.faultline.market.SymbolTracker;
import io.faultline.market.TradingCalendars;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Listings of the snapshot by key: what a stage would know had the listing topic been read before the first tick. */
final class KnownListings implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, List<Listing>> byKey = new HashMap<>();

    KnownListings(ReferenceSnapshot initial) {
        initial.listings().stream()
                .sorted(Comparator.comparing(Listing::asOf))
                .forEach(listing -> byKey.computeIfAbsent(listing.listingKey(), key -> new ArrayList<>())
                        .add(listing));
    }

    /** Keys of all listings, in a set of the caller's own. */
    Set<String> keys() {
        return new HashSet<>(byKey.keySet());
    }

    /** Whether the snapshot brought this very record. */
    boolean contains(Listing listing) {
        return of(listing.listingKey()).contains(listing);
    }

    /** Those that a symbol has not heard of, oldest first; {@code state} may be null. */
    List<Listing> newTo(SymbolState state, String listingKey, TradingCalendars calendars) {
        return of(listingKey).stream()
                .filter(listing -> calendars.knows(listing.mic()))
                .filter(listing -> state == null || state.listings().hasNoneOf(listing.asOf()))
                .toList();
    }

    /** What is told of a listing before its first print. */
    List<MemberMove> references(String listingKey, TradingCalendars calendars) {
        return newTo(null, listingKey, calendars).stream()
                .flatMap(listing -> SymbolTracker.reference(listing, calendars.of(listing.mic())).stream())
                .toList();
    }

    private List<Listing> of(String listingKey) {
        return byKey.getOrDefault(listingKey, List.of());
    }
}
