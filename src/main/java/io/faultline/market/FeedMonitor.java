package io.faultline.market;

/**
 * Tells a feed that has gone silent from an exchange that is closed: silence counts in regular hours only, from the
 * newest sign of life or from the start of trading, whichever is later. Pure.
 */
public final class FeedMonitor {

    /** Hours may change while the exchange is closed: looked at again after this long. */
    private static final long LOOK_AGAIN_MILLIS = 3_600_000;

    private final long limitMillis;

    /**
     * A monitor.
     *
     * @param limitMillis silence of this length, milliseconds, makes a feed stale
     */
    public FeedMonitor(long limitMillis) {
        this.limitMillis = limitMillis;
    }

    /**
     * Judges a feed.
     *
     * @param state the feed; its {@code lastAt} is known
     * @param now epoch milliseconds
     * @param calendar of its venue; null for a feed around the clock
     */
    public FeedState check(FeedState state, long now, TradingCalendar calendar) {
        TradingStretch trading = calendar == null
                ? TradingStretch.AROUND_THE_CLOCK
                : TradingStretch.atOrAfter(calendar.boundsFor(now), now);
        if (!trading.contains(now)) {
            return state.checked(false, Math.min(trading.from() + limitMillis, now + LOOK_AGAIN_MILLIS));
        }
        long staleAt = Math.max(state.lastAt(), trading.from()) + limitMillis;
        return now < staleAt
                ? state.checked(false, staleAt)
                : state.checked(true, Math.min(trading.until(), now + limitMillis));
    }
}
