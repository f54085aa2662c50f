package io.faultline.market;

/**
 * An eligible print as remembered for cancels and corrections.
 *
 * @param tradeId id of the print, may be null
 * @param price listing currency
 * @param ts time of the trade, epoch milliseconds
 */
public record Print(String tradeId, double price, long ts) {

    /** With another price, and another id if the correction brings one; the time stands. */
    Print corrected(String newTradeId, double newPrice) {
        return new Print(newTradeId == null ? tradeId : newTradeId, newPrice, ts);
    }
}
