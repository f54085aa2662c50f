package io.faultline.io.dataset;

import io.faultline.market.TradingDay;

/**
 * Prices of one listing over a stretch of time; NaN where the source has none.
 *
 * @param tape listing
 * @param session trade date on the listing's venue
 * @param line of the file, from 1
 * @param from first instant, epoch milliseconds: the bar's own for an intraday bar, the venue's open for a daily one
 * @param to last instant that counts, epoch milliseconds, inclusive
 * @param daily expanded to open and close only
 * @param closing its last print is that of the venue's closing auction
 */
record Bar(
        Tape tape,
        TradingDay session,
        long line,
        long from,
        long to,
        boolean daily,
        boolean closing,
        double open,
        double high,
        double low,
        double close) {

    /** The same intraday bar with its end. */
    Bar until(long end, boolean inAuction) {
        return new Bar(tape, session, line, from, end, false, inAuction, open, high, low, close);
    }

    /** The same bar as one of the whole session, which ends in the closing auction. */
    Bar dailyUntil(long end) {
        return new Bar(tape, session, line, from, end, true, true, open, high, low, close);
    }
}
