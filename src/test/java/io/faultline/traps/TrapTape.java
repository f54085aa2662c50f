package io.faultline.traps;

import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the traps write on: listings, prints and what happens to them. Times are local to the venue of the listing, as
 * {@code 2024-11-25T15:50:00}. Everybody trades 100 shares a print.
 */
final class TrapTape {

    /** The benchmark of all trap sectors; its close before the first day of a trap is always this. */
    static final String MARKET = "MKT@ARCX";

    static final double MARKET_CLOSE = 500;

    private static final Map<String, String> ZONES =
            Map.of("XTKS", "Asia/Tokyo", "XAMS", "Europe/Amsterdam", "XNAS", "America/New_York");

    private final List<Map<String, Object>> listings = new ArrayList<>();
    private final List<Map<String, Object>> ticks = new ArrayList<>();
    private final Map<String, Integer> printed = new HashMap<>();
    private final Map<TradingDay, Double> marketCloses = new HashMap<>();

    /** One line of {@code listings.jsonl}; the caller may put more into it. */
    Map<String, Object> listing(String key, String asOf, double shares) {
        Map<String, Object> line = named(key);
        line.put("asOf", asOf);
        line.put("kind", "STOCK");
        line.put("issuer", symbol(key).toLowerCase(Locale.ROOT));
        line.put("currency", "USD");
        line.put("sharesOutstanding", shares);
        listings.add(line);
        return line;
    }

    /** Stocks of a billion shares that closed at {@code reference} in the session before {@code firstDay}. */
    void stocks(String firstDay, double reference, String... keys) {
        for (String key : keys) {
            Map<String, Object> line = listing(key, firstDay, 1e9);
            line.put("referenceClose", reference);
            line.put("referenceDate", sessionBefore(key, firstDay).date().toString());
        }
    }

    /** The benchmark opens at its close before and closes with this session return. */
    void market(String day, double sessionReturn) {
        TradingDay before = sessionBefore(MARKET, day).date();
        if (!marketCloses.containsKey(before)) {
            Map<String, Object> line = named(MARKET);
            line.put("asOf", day);
            line.put("kind", "BENCHMARK");
            line.put("currency", "USD");
            line.put("marketCapUsd", 50e12);
            line.put("referenceClose", MARKET_CLOSE);
            line.put("referenceDate", before.toString());
            listings.add(line);
        }
        double reference = marketCloses.getOrDefault(before, MARKET_CLOSE);
        double close = Math.round(reference * (1 + sessionReturn) * 100) / 100.0;
        TradingSession session = session(MARKET, day);
        printAt(MARKET, session.open(), reference, "O");
        printAt(MARKET, session.open() + 60_000, close, "");
        printAt(MARKET, session.open() + 61_000, close, "");
        printAt(MARKET, session.close() - 1_000, close, "");
        marketCloses.put(TradingDay.parse(day), close);
    }

    /** A day of two prints: the opening auction, and the last second before the close. */
    void day(String key, String date, double open, double close) {
        TradingSession session = session(key, date);
        printAt(key, session.open(), open, "O");
        printAt(key, session.close() - 1_000, close, "6");
    }

    /** One print; returns its trade id. Conditions as on the tape: O opening auction, 6 closing auction, M official. */
    String print(String key, String at, double price, String conditions) {
        return printAt(key, millis(key, at), price, conditions);
    }

    /** Two equal prints a second apart: what it takes to be believed far from the price before. */
    List<String> trades(String key, String at, double price) {
        long first = millis(key, at);
        return List.of(printAt(key, first, price, ""), printAt(key, first + 1_000, price, ""));
    }

    /** Takes a print back. */
    void cancel(String key, String at, String tradeId) {
        Map<String, Object> line = tick(key, millis(key, at), "CANCEL");
        line.put("origTradeId", tradeId);
    }

    /** Replaces the price of a print; the corrected one has a new id. */
    void correct(String key, String at, String tradeId, double price, String conditions) {
        Map<String, Object> line = tick(key, millis(key, at), "CORRECT");
        priced(line, key, price, conditions);
        line.put("origTradeId", tradeId);
    }

    void halt(String key, String at) {
        tick(key, millis(key, at), "HALT");
    }

    List<Map<String, Object>> listings() {
        return listings;
    }

    /** In time order; at equal times as written. */
    List<Map<String, Object>> ticks() {
        return ticks.stream()
                .sorted(Comparator.comparingLong(line -> (Long) line.get("ts")))
                .toList();
    }

    private String printAt(String key, long ts, double price, String conditions) {
        return priced(tick(key, ts, "NEW"), key, price, conditions);
    }

    private String priced(Map<String, Object> line, String key, double price, String conditions) {
        String id = symbol(key) + "-" + printed.merge(key, 1, Integer::sum);
        line.put("price", price);
        line.put("size", 100);
        line.put("tradeId", id);
        if (!conditions.isEmpty()) {
            line.put("conditions", conditions);
        }
        return id;
    }

    private Map<String, Object> tick(String key, long ts, String action) {
        Map<String, Object> line = named(key);
        line.put("ts", ts);
        line.put("action", action);
        ticks.add(line);
        return line;
    }

    private static Map<String, Object> named(String key) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("symbol", symbol(key));
        line.put("mic", mic(key));
        return line;
    }

    private static TradingSession session(String key, String day) {
        return TrapDataSet.calendars()
                .of(mic(key))
                .session(TradingDay.parse(day))
                .orElseThrow();
    }

    private static TradingSession sessionBefore(String key, String day) {
        return TrapDataSet.calendars().of(mic(key)).previous(session(key, day));
    }

    private static long millis(String key, String at) {
        String zone = ZONES.getOrDefault(mic(key), ZONES.get("XNAS"));
        return LocalDateTime.parse(at).atZone(ZoneId.of(zone)).toInstant().toEpochMilli();
    }

    private static String symbol(String key) {
        return key.substring(0, key.indexOf('@'));
    }

    private static String mic(String key) {
        return key.substring(key.indexOf('@') + 1);
    }
}
