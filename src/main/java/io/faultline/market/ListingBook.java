package io.faultline.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known about a listing, in whatever order it came.
 *
 * @param current the record in force, null while no trade date is known or none is in force on it
 * @param upcoming records for later trade dates, oldest first, at most {@value #KEPT}
 */
public record ListingBook(Listing current, List<Listing> upcoming) {

    /** Bounds the state of a symbol whose listings are published far ahead: four years of daily records. */
    public static final int KEPT = 1_024;

    static ListingBook empty() {
        return new ListingBook(null, List.of());
    }

    /** Whether no listing has been heard of at all. */
    public boolean isEmpty() {
        return current == null && upcoming.isEmpty();
    }

    /**
     * With a record that waits for its trade date; it replaces one of the same date. When there are too many, the
     * oldest goes while no trade date is known (old records are left overs), else the one farthest ahead.
     */
    ListingBook awaiting(Listing listing) {
        List<Listing> waiting = new ArrayList<>(upcoming);
        waiting.removeIf(other -> other.asOf().equals(listing.asOf()));
        waiting.add(listing);
        waiting.sort(Comparator.comparing(Listing::asOf));
        if (waiting.size() > KEPT) {
            waiting.remove(current == null ? 0 : waiting.size() - 1);
        }
        return new ListingBook(current, waiting);
    }

    /** Whether this very record is in force or waits for its trade date. */
    boolean contains(Listing listing) {
        return listing.equals(current) || upcoming.contains(listing);
    }

    /** Whether no record of this trade date is in force, passed or waits. */
    public boolean hasNoneOf(TradingDay asOf) {
        return (current == null || current.asOf().compareTo(asOf) < 0)
                && upcoming.stream().noneMatch(listing -> listing.asOf().equals(asOf));
    }

    /** Whether one more record pushes another out. */
    boolean overflowsWith(Listing listing) {
        return upcoming.size() >= KEPT
                && upcoming.stream().noneMatch(other -> other.asOf().equals(listing.asOf()));
    }

    /** With this record in force. */
    ListingBook replaced(Listing listing) {
        return new ListingBook(listing, upcoming);
    }

    /** With the newest record in force that is effective on a trade date; older ones are forgotten. */
    ListingBook effectiveOn(TradingDay tradeDate) {
        if (upcoming.isEmpty() || upcoming.get(0).asOf().compareTo(tradeDate) > 0) {
            return this;
        }
        Listing newest = current;
        List<Listing> later = new ArrayList<>();
        for (Listing listing : upcoming) {
            if (listing.asOf().compareTo(tradeDate) <= 0) {
                newest = listing;
            } else {
                later.add(listing);
            }
        }
        return new ListingBook(newest, later);
    }

    /** The records that {@link #effectiveOn} forgets, oldest first: they are behind the one in force on that date. */
    List<Listing> passedOverOn(TradingDay tradeDate) {
        List<Listing> inForce = new ArrayList<>();
        if (current != null) {
            inForce.add(current);
        }
        upcoming.stream()
                .filter(listing -> listing.asOf().compareTo(tradeDate) <= 0)
                .forEach(inForce::add);
        return inForce.isEmpty() ? inForce : inForce.subList(0, inForce.size() - 1);
    }

    /** Whether no waiting record is newer. */
    boolean isNewest(Listing listing) {
        return upcoming.get(upcoming.size() - 1).asOf().equals(listing.asOf());
    }
}
