package io.faultline.app.backtest;

import io.faultline.io.dataset.DataSet;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what a feed hands out. Written by one thread, read when that is done. */
final class Tally {

    private final TradingCalendar calendar;
    private final Set<String> listed = new HashSet<>();
    private final Set<String> priced = new HashSet<>();
    private final SortedSet<TradingDay> sessions = new TreeSet<>();
    private final SortedMap<String, Integer> unlisted;
    private TradingSession session;
    private long ticks;
    private long headlines;

    Tally(DataSet data) {
        this.calendar = data.tradingCalendars().of(data.mic());
        this.unlisted = new TreeMap<>(data.unlisted());
        data.listings().stream().map(Listing::listingKey).forEach(listed::add);
    }

    void count(Tick tick) {
        ticks++;
        String key = tick.listingKey();
        if (listed.contains(key)) {
            priced.add(key);
        } else {
            unlisted.merge(key, 1, Integer::sum);
        }
        if (session == null || tick.ts() >= session.close() || tick.ts() < session.previousClose()) {
            session = calendar.sessionFor(tick.ts());
            sessions.add(session.date());
        }
    }

    void countHeadline() {
        headlines++;
    }

    /** Ticks, heartbeats not among them. */
    long ticks() {
        return ticks;
    }

    /** Headlines, heartbeats not among them. */
    long headlines() {
        return headlines;
    }

    /** Sessions of the set's own venue in which anything printed. */
    SortedSet<TradingDay> sessions() {
        return sessions;
    }

    /** Keys of the listings that had a price. */
    Set<String> priced() {
        return priced;
    }

    /** Price rows left out: by symbol without a listing or date without a session; ticks without one by listing key. */
    SortedMap<String, Integer> unlisted() {
        return unlisted;
    }
}
