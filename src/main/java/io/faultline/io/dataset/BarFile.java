package io.faultline.io.dataset;

import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code bars.csv}: {@code ts,symbol,open,high,low,close,volume}, rows in any order. A date as {@code ts} is a daily bar
 * of the listing's venue, an instant an intraday one of the {@linkplain BarLengths usual length}. A listing has one bar
 * a session, or intraday ones of different beginnings: everything else is refused. Rows of symbols without a listing are
 * left out and counted. Bars are held in memory, their prints are not.
 */
final class BarFile {

    static final String NAME = "bars.csv";

    private static final List<String> COLUMNS = List.of("ts", "symbol", "open", "high", "low", "close");
    /** A daily close is printed this long before the venue's close: at the close the next trade date begins. */
    private static final long BEFORE_CLOSE = 1_000;

    private final TradingCalendars calendars;
    private final List<Bar> bars = new ArrayList<>();
    private final SortedMap<String, Integer> unlisted = new TreeMap<>();

    BarFile(DataSetFile file, Tapes tapes, TradingCalendars calendars) {
        this.calendars = calendars;
        try (CsvRows rows = new CsvRows(file, COLUMNS)) {
            Map<Tape, List<Bar>> read = read(rows, tapes);
            BarLengths lengths = new BarLengths(read.values());
            for (List<Bar> own : read.values()) {
                refuseTwins(rows, own);
                lengths.ended(own).forEach(bar -> bars.add(bar.daily() ? bar : endingInAuction(bar)));
            }
        }
        bars.sort(Comparator.comparingLong(Bar::from).thenComparing(Bar::tape));
    }

    /** The bars' prints in time order. */
    TickStream ticks(DailyPrints dailyPrints) {
        return new ExpandedBars(bars, dailyPrints);
    }

    /** Rows left out: by symbol without a listing, or by date without a session. */
    SortedMap<String, Integer> unlisted() {
        return unlisted;
    }

    /** The bars of each listing by session and time. */
    private Map<Tape, List<Bar>> read(CsvRows rows, Tapes tapes) {
        Map<Tape, List<Bar>> read = new TreeMap<>();
        while (rows.next()) {
            Tape tape = tapes.of(rows);
            Bar bar = tape == null ? null : rows.isDate("ts") ? daily(rows, tape) : intraday(rows, tape);
            if (bar != null) {
                read.computeIfAbsent(tape, own -> new ArrayList<>()).add(bar);
            } else {
                String why = tape == null ? CsvRows.shown(rows.text("symbol")) : rows.text("ts") + " without a session";
                unlisted.merge(why, 1, Integer::sum);
            }
        }
        Comparator<Bar> order =
                Comparator.comparing(Bar::session).thenComparingLong(Bar::from).thenComparingLong(Bar::line);
        read.values().forEach(own -> own.sort(order));
        return read;
    }

    /** Null on a day without a session, such as a price carried forward over a holiday. */
    private Bar daily(CsvRows rows, Tape tape) {
        if (!calendars.knows(tape.mic())) {
            throw rows.wrong("no trading calendar for venue " + tape.mic());
        }
        Optional<TradingSession> session = calendars.of(tape.mic()).session(rows.date("ts"));
        return session.map(day -> bar(rows, tape, day.date(), day.open()).dailyUntil(day.close() - BEFORE_CLOSE))
                .orElse(null);
    }

    private Bar intraday(CsvRows rows, Tape tape) {
        long from = rows.instant("ts");
        TradingDay session = calendars.knows(tape.mic())
                ? calendars.of(tape.mic()).sessionFor(from).date()
                : TradingDay.of(
                        Instant.ofEpochMilli(from).atOffset(ZoneOffset.UTC).toLocalDate());
        return bar(rows, tape, session, from);
    }

    private static Bar bar(CsvRows rows, Tape tape, TradingDay session, long from) {
        return new Bar(
                tape,
                session,
                rows.line(),
                from,
                from,
                false,
                false,
                rows.optionalPrice("open"),
                rows.optionalPrice("high"),
                rows.optionalPrice("low"),
                rows.price("close"));
    }

    /** Of two bars that tell of the same time neither is known to be the right one. */
    private static void refuseTwins(CsvRows rows, List<Bar> own) {
        for (int i = 1; i < own.size(); i++) {
            Bar one = own.get(i - 1);
            Bar other = own.get(i);
            if (!one.session().equals(other.session())) {
                continue;
            }
            boolean mixed = one.daily() != other.daily();
            if (mixed || one.daily() || one.from() == other.from()) {
                String both = one.tape().listingKey() + " of "
                        + (one.daily() || mixed ? "session " + one.session() : Instant.ofEpochMilli(one.from()));
                throw rows.wrongAt(
                        Math.max(one.line(), other.line()),
                        (mixed ? "daily and intraday bars for " : "a second bar for ") + both + ", see line "
                                + Math.min(one.line(), other.line()));
            }
        }
    }

    /** A bar of regular hours ends with them at the latest; the one that does ends in the closing auction. */
    private Bar endingInAuction(Bar bar) {
        String mic = bar.tape().mic();
        TradingSession session = calendars.knows(mic) ? calendars.of(mic).sessionFor(bar.from()) : null;
        boolean closing =
                session != null && session.regularAt(bar.from()) && bar.to() >= session.close() - BEFORE_CLOSE;
        return closing ? bar.until(Math.max(bar.from(), session.close() - BEFORE_CLOSE), true) : bar;
    }
}
