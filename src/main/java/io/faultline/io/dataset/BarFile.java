package io.faultline.io.dataset;

import io.faultline.market.Tick;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code bars.csv}: {@code ts,symbol,open,high,low,close,volume}, rows in any order. A date as {@code ts} is a daily bar
 * of the listing's venue, an instant an intraday one; all intraday bars are as long as the shortest distance between two
 * of them. Rows of symbols without a listing are left out and counted. Bars are held in memory, their prints are not.
 */
final class BarFile {

    static final String NAME = "bars.csv";

    private static final List<String> COLUMNS = List.of("ts", "symbol", "open", "high", "low", "close");
    private static final int DATE_LENGTH = "2025-01-27".length();
    private static final long USUAL_LENGTH = 300_000;
    /** A daily close is printed this long before the venue's close: at the close the next trade date begins. */
    private static final long BEFORE_CLOSE = 1_000;

    private final Map<String, Tape> tapes;
    private final TradingCalendars calendars;
    private final List<Bar> bars = new ArrayList<>();
    private final SortedMap<String, Integer> unlisted = new TreeMap<>();

    BarFile(DataSetFile file, Map<String, Tape> tapes, TradingCalendars calendars) {
        this.tapes = tapes;
        this.calendars = calendars;
        try (CsvRows rows = new CsvRows(file, COLUMNS)) {
            while (rows.next()) {
                Tape tape = tapes.get(rows.text("symbol"));
                Bar bar = tape == null ? null : bar(rows, tape);
                if (bar != null) {
                    bars.add(bar);
                } else {
                    String why = tape == null ? rows.text("symbol") : rows.text("ts") + " without a session";
                    unlisted.merge(why, 1, Integer::sum);
                }
            }
        }
        long length = shortestDistance();
        bars.replaceAll(bar -> bar.daily() ? bar : lasting(bar, length));
        bars.sort(Comparator.comparingLong(Bar::from).thenComparing(Bar::symbol));
    }

    /** The bars' prints in time order. */
    TickStream ticks(DailyPrints dailyPrints) {
        return new Expanded(bars.iterator(), bar -> BarExpansion.prints(bar, tapes.get(bar.symbol()), dailyPrints));
    }

    /** Rows left out: by symbol without a listing, or by date without a session. */
    SortedMap<String, Integer> unlisted() {
        return unlisted;
    }

    /** Null for a daily bar on a day without a session, such as a price carried forward over a holiday. */
    private Bar bar(CsvRows rows, Tape tape) {
        String ts = rows.text("ts");
        if (ts.length() == DATE_LENGTH) {
            return session(rows, tape, ts)
                    .map(session -> bar(rows, tape, session.open(), session.close() - BEFORE_CLOSE, true))
                    .orElse(null);
        }
        Instant from = rows.instant("ts");
        return bar(rows, tape, from.toEpochMilli(), from.toEpochMilli(), false);
    }

    private static Bar bar(CsvRows rows, Tape tape, long from, long to, boolean daily) {
        return new Bar(
                tape.symbol(),
                from,
                to,
                daily,
                daily,
                rows.optionalPrice("open"),
                rows.optionalPrice("high"),
                rows.optionalPrice("low"),
                rows.price("close"));
    }

    private Optional<TradingSession> session(CsvRows rows, Tape tape, String date) {
        if (!calendars.knows(tape.mic())) {
            throw rows.wrong("no trading calendar for venue " + tape.mic());
        }
        try {
            return calendars.of(tape.mic()).session(TradingDay.parse(date));
        } catch (IllegalArgumentException e) {
            throw rows.wrong("ts '" + CsvRows.shown(date) + "' is no date");
        }
    }

    private long shortestDistance() {
        long[] starts = bars.stream()
                .filter(bar -> !bar.daily())
                .mapToLong(Bar::from)
                .distinct()
                .sorted()
                .toArray();
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < starts.length; i++) {
            shortest = Math.min(shortest, starts[i] - starts[i - 1]);
        }
        return starts.length < 2 ? USUAL_LENGTH : shortest;
    }

    /** A bar of regular hours ends with them at the latest; the one that does ends in the closing auction. */
    private Bar lasting(Bar bar, long length) {
        long to = bar.from() + length - 1;
        String mic = tapes.get(bar.symbol()).mic();
        TradingSession session = calendars.knows(mic) ? calendars.of(mic).sessionFor(bar.from()) : null;
        boolean closing = session != null && session.regularAt(bar.from()) && to >= session.close() - BEFORE_CLOSE;
        return new Bar(
                bar.symbol(),
                bar.from(),
                closing ? Math.max(bar.from(), session.close() - BEFORE_CLOSE) : to,
                false,
                closing,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close());
    }

    /** Expands the bars that have begun; a print goes out when no later bar can come before it. */
    private static final class Expanded implements TickStream {
        private final Iterator<Bar> left;
        private final Function<Bar, List<Tick>> expansion;
        private final PriorityQueue<Deque<Tick>> begun = new PriorityQueue<>(
                Comparator.<Deque<Tick>>comparingLong(ticks -> ticks.getFirst().ts())
                        .thenComparing(ticks -> ticks.getFirst().symbol()));
        private Bar next;

        Expanded(Iterator<Bar> left, Function<Bar, List<Tick>> expansion) {
            this.left = left;
            this.expansion = expansion;
            this.next = left.hasNext() ? left.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null || !begun.isEmpty();
        }

        @Override
        public Tick next() {
            while (next != null
                    && (begun.isEmpty()
                            || next.from() <= begun.peek().getFirst().ts())) {
                begun.add(new ArrayDeque<>(expansion.apply(next)));
                next = left.hasNext() ? left.next() : null;
            }
            Deque<Tick> first = begun.poll();
            if (first == null) {
                throw new NoSuchElementException();
            }
            Tick tick = first.removeFirst();
            if (!first.isEmpty()) {
                begun.add(first);
            }
            return tick;
        }
    }
}
