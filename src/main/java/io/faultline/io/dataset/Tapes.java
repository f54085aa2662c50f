package io.faultline.io.dataset;

import io.faultline.market.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The listings of a set by what a column {@code symbol} says: {@code AAA}, or {@code AAA@XNAS} where that is not enough. */
final class Tapes {

    private final Map<String, SortedSet<Tape>> byName = new HashMap<>();

    Tapes(List<Listing> listings) {
        for (Listing listing : listings) {
            Tape tape = new Tape(listing.symbol(), listing.mic());
            byName.computeIfAbsent(tape.symbol(), symbol -> new TreeSet<>()).add(tape);
            byName.computeIfAbsent(tape.listingKey(), key -> new TreeSet<>()).add(tape);
        }
    }

    /**
     * The listing that the row is about; null if there is none of the name.
     *
     * @throws DataSetException if it may be one of several
     */
    Tape of(CsvRows row) {
        String name = row.text("symbol");
        SortedSet<Tape> named = byName.get(name);
        if (named == null) {
            return null;
        }
        if (named.size() > 1) {
            throw row.wrong("symbol '" + name + "' has several listings: write "
                    + named.stream().map(Tape::listingKey).collect(Collectors.joining(" or ")));
        }
        return named.first();
    }
}
