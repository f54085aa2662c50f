package io.faultline.io.dataset;

/**
 * A point that a reconstructed path runs through.
 *
 * @param ts epoch milliseconds
 * @param price price in the listing's currency, above 0
 */
record Anchor(long ts, double price) {}
