package io.faultline.io.dataset;

/**
 * Prices of one listing over a stretch of time; NaN where the source has none.
 *
 * @param symbol ticker
 * @param from first instant, epoch milliseconds: the bar's own for an intraday bar, the venue's open for a daily one
 * @param to last instant that counts, epoch milliseconds, inclusive
 * @param daily expanded to open and close only
 * @param closing its last print is that of the venue's closing auction
 */
record Bar(
        String symbol,
        long from,
        long to,
        boolean daily,
        boolean closing,
        double open,
        double high,
        double low,
        double close) {}
