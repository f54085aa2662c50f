package io.faultline.news;

/**
 * Time as attention fades in it: a day of the week from Monday to Friday (UTC) is one, a Saturday or Sunday a quarter of
 * one, since markets react to a weekend's news on Monday. Holidays are not left out: a story concerns many markets.
 */
final class TradingTime {

    private static final double WEEKEND_SPEED = 0.25;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long WEEK_MILLIS = 7 * DAY_MILLIS;
    private static final double WEEK_DAYS = 5 + 2 * WEEKEND_SPEED;

    /** 5 January 1970 was a Monday. */
    private static final long FIRST_MONDAY = 4 * DAY_MILLIS;

    private TradingTime() {}

    /** Trading days between two instants, epoch milliseconds; 0 if the second is not after the first. */
    static double daysBetween(long from, long to) {
        return to <= from ? 0.0 : sinceFirstMonday(to) - sinceFirstMonday(from);
    }

    private static double sinceFirstMonday(long at) {
        long since = at - FIRST_MONDAY;
        double weeks = Math.floorDiv(since, WEEK_MILLIS);
        double day = Math.floorMod(since, WEEK_MILLIS) / (double) DAY_MILLIS;
        return weeks * WEEK_DAYS + Math.min(day, 5.0) + WEEKEND_SPEED * Math.max(0.0, day - 5.0);
    }
}
