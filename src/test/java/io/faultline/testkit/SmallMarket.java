package io.faultline.testkit;

import io.faultline.market.Listing;
import io.faultline.market.ListingKind;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.rules.EstimationWindow;
import io.faultline.rules.ExposureTerms;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A made-up market of three chip makers and a benchmark, one print a minute, from Friday 2025-01-24 to Thursday 30: the
 * chip makers gap down 10 % on Monday after a model release and a weekend of attention to it.
 */
public final class SmallMarket {

    public static final List<String> CHIPS = List.of("AAA", "BBB", "CCC");
    private static final List<String> DAYS =
            List.of("2025-01-24", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30");
    /** Price of each chip maker at open, middle and close of each day; the close before is 100. */
    private static final double[][] CHIP_PRICES = {
        {100, 101, 100}, {90, 88, 89}, {90, 92, 93}, {92, 91, 91}, {91, 92, 92},
    };

    private SmallMarket() {}

    public static SectorRule rule() {
        return new SectorRule(
                "chips",
                "chips",
                "Chip makers",
                1,
                RuleState.ACTIVE,
                "2025-01-01",
                "XNAS",
                "MKT@ARCX",
                CHIPS.stream().map(symbol -> symbol + "@XNAS").toList(),
                Thresholds.defaults(),
                EstimationWindow.defaults(),
                new ExposureTerms(List.of("chip", "chips"), 0.8));
    }

    public static List<Listing> listings() {
        List<Listing> listings = new ArrayList<>();
        for (String symbol : CHIPS) {
            listings.add(listing(symbol, "XNAS", ListingKind.STOCK, 1e9, null));
        }
        listings.add(listing("MKT", "ARCX", ListingKind.BENCHMARK, null, 50e12));
        return listings;
    }

    private static Listing listing(String symbol, String mic, ListingKind kind, Double shares, Double marketCapUsd) {
        return new Listing(
                symbol,
                mic,
                TradingDay.parse("2025-01-24"),
                symbol,
                kind == ListingKind.STOCK ? symbol : null,
                kind,
                "USD",
                1.0,
                shares,
                marketCapUsd,
                100.0,
                TradingDay.parse("2025-01-23"),
                null,
                null,
                null,
                null);
    }

    /** Prints in time order. */
    public static List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int day = 0; day < DAYS.size(); day++) {
            Instant open = Instant.parse(DAYS.get(day) + "T14:30:00Z");
            for (int minute = 0; minute < 390; minute++) {
                long ts = open.plus(Duration.ofMinutes(minute)).toEpochMilli();
                for (String symbol : CHIPS) {
                    ticks.add(print(symbol, "XNAS", ts, price(CHIP_PRICES[day], minute), day * 1000 + minute));
                }
                ticks.add(print("MKT", "ARCX", ts, 100 - day * 0.2, day * 1000 + minute));
            }
        }
        ticks.sort(Comparator.comparingLong(Tick::ts));
        return ticks;
    }

    private static double price(double[] openMiddleClose, int minute) {
        double part = minute / 194.5;
        return part <= 1
                ? openMiddleClose[0] + (openMiddleClose[1] - openMiddleClose[0]) * part
                : openMiddleClose[1] + (openMiddleClose[2] - openMiddleClose[1]) * (part - 1);
    }

    /** The first print of a day is the opening auction, which needs no second one to be believed. */
    private static Tick print(String symbol, String mic, long ts, double price, int id) {
        double cents = Math.round(price * 100) / 100.0;
        String conditions = id % 1000 == 0 ? "O" : null;
        return new Tick(symbol, mic, ts, cents, 100, mic, null, conditions, symbol + id, TickAction.NEW, null);
    }

    /** Heartbeat of a tick partition. */
    public static Tick heartbeat(Instant at) {
        return new Tick("", "", at.toEpochMilli(), 0, 0, null, null, null, null, TickAction.HEARTBEAT, null);
    }

    /** Heartbeat of a headline partition. */
    public static Headline headlineHeartbeat(Instant at) {
        return new Headline(
                "", at, DatePrecision.TIME, null, null, null, "", null, List.of(), HeadlineAction.HEARTBEAT);
    }

    /** A release on Monday the 20th and growing attention to it over the weekend, in time order. */
    public static List<Headline> headlines() {
        List<Headline> headlines = new ArrayList<>();
        headlines.add(headline("h-01", "2025-01-20T16:03:00Z", "DeepSeek releases DeepSeek-R1 reasoning model"));
        headlines.add(headline("h-02", "2025-01-21T10:00:00Z", "What is inside DeepSeek-R1, page by page"));
        headlines.add(
                headline("h-03", "2025-01-24T22:00:00Z", "DeepSeek trained its model for under 6 million dollars"));
        headlines.add(headline("h-04", "2025-01-25T09:00:00Z", "DeepSeek's cheap model rattles Silicon Valley"));
        headlines.add(
                headline("h-05", "2025-01-25T15:00:00Z", "Engineers marvel at the low cost of DeepSeek training"));
        headlines.add(headline("h-06", "2025-01-25T20:00:00Z", "DeepSeek goes viral and climbs the download charts"));
        headlines.add(headline("h-07", "2025-01-26T08:00:00Z", "DeepSeek app enters the top ten of the App Store"));
        headlines.add(
                headline("h-08", "2025-01-26T13:00:00Z", "Investors ask if cheap DeepSeek undercuts chip demand"));
        headlines.add(headline("h-09", "2025-01-26T18:00:00Z", "DeepSeek tops the US App Store, ahead of ChatGPT"));
        headlines.add(headline("h-10", "2025-01-26T22:00:00Z", "DeepSeek shock: is expensive AI training over?"));
        return headlines;
    }

    public static Headline headline(String id, String publishedAt, String title) {
        return new Headline(
                id,
                Instant.parse(publishedAt),
                DatePrecision.TIME,
                null,
                "wire",
                "en",
                title,
                null,
                List.of(),
                HeadlineAction.CREATED);
    }

    /** The Friday before the fall. */
    public static LocalDate firstDay() {
        return LocalDate.parse(DAYS.get(0));
    }

    /** After the last close that matters: heartbeats up to here bring every incident to its end. */
    public static Instant end() {
        return Instant.parse("2025-01-30T21:05:00Z");
    }
}
