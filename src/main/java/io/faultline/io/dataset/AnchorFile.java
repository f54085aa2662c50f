package io.faultline.io.dataset;

import io.faultline.market.Tick;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code anchors.csv}: {@code ts,symbol,price}, any order; expanded one day (UTC) at a time. */
final class AnchorFile {

    static final String NAME = "anchors.csv";
    private static final long DAY_MILLIS = 86_400_000L;

    private final Map<Long, Map<Tape, NavigableMap<Long, Anchor>>> days = new TreeMap<>();
    private final SortedMap<String, Integer> unlisted = new TreeMap<>();

    AnchorFile(DataSetFile file, Tapes tapes) {
        try (CsvRows rows = new CsvRows(file, List.of("ts", "symbol", "price"))) {
            while (rows.next()) {
                Tape tape = tapes.of(rows);
                Anchor anchor = new Anchor(rows.instant("ts"), rows.price("price"));
                if (tape == null) {
                    unlisted.merge(CsvRows.shown(rows.text("symbol")), 1, Integer::sum);
                    continue;
                }
                Anchor twin = days.computeIfAbsent(Math.floorDiv(anchor.ts(), DAY_MILLIS), day -> new TreeMap<>())
                        .computeIfAbsent(tape, listing -> new TreeMap<>())
                        .put(anchor.ts(), anchor);
                if (twin != null) {
                    throw rows.wrong("a second price for the same symbol and instant");
                }
            }
        }
    }

    /** Rows of symbols without a listing, which stand for no prints, by symbol. */
    SortedMap<String, Integer> unlisted() {
        return unlisted;
    }

    TickStream ticks(Pace pace, long seed) {
        return new Days(days.values().iterator(), listings -> paths(listings, pace, seed));
    }

    private static TickStream paths(Map<Tape, NavigableMap<Long, Anchor>> listings, Pace pace, long seed) {
        List<Iterator<Tick>> paths = new ArrayList<>();
        listings.forEach((tape, anchors) ->
                paths.add(new AnchorPath(tape, List.copyOf(anchors.values()), pace.secondsFor(tape.symbol()), seed)));
        return new MergedTicks(paths);
    }

    private interface Expansion {
        TickStream of(Map<Tape, NavigableMap<Long, Anchor>> listings);
    }

    /** Days one after the other. */
    private static final class Days implements TickStream {
        private final Iterator<Map<Tape, NavigableMap<Long, Anchor>>> left;
        private final Expansion expansion;
        private TickStream today;

        Days(Iterator<Map<Tape, NavigableMap<Long, Anchor>>> left, Expansion expansion) {
            this.left = left;
            this.expansion = expansion;
        }

        @Override
        public boolean hasNext() {
            while ((today == null || !today.hasNext()) && left.hasNext()) {
                today = expansion.of(left.next());
            }
            return today != null && today.hasNext();
        }

        @Override
        public Tick next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return today.next();
        }
    }
}
