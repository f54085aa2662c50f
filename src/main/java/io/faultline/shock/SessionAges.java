package io.faultline.shock;

import io.faultline.market.TradingDay;

/** Ages in sessions of the home market, as {@link Evidence#ageSessions} counts them. */
@FunctionalInterface
public interface SessionAges {

    /**
     * How many sessions opened after an instant (epoch milliseconds), up to and including {@code onsetSession}; 0 for
     * an instant within that session or later.
     */
    int sessionsOpenedBetween(long publishedAtMillis, TradingDay onsetSession);
}
