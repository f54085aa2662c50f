package io.faultline.market;

/**
 * A listing's position against its reference close: what the symbol stage tells the sectors, a few times a minute.
 *
 * @param symbol ticker
 * @param mic listing venue
 * @param issuer id of the issuing company, null for a benchmark
 * @param listingKind stock or benchmark
 * @param kind why it is reported
 * @param at event time of this report, epoch milliseconds
 * @param lastPrintAt time of the print that set {@code last}, epoch milliseconds
 * @param tradeDate session the move belongs to
 * @param phase part of the day in which the print was made
 * @param last last eligible price, listing currency
 * @param referenceClose price compared with, listing currency
 * @param referenceDate session of that price
 * @param referenceCapUsd market capitalisation at the reference close, USD (whole market for a benchmark, 0 if unknown)
 * @param halted trading in it is halted
 * @param tradeId id of the print that set {@code last}, null if it has none
 * @param withdrawnTradeId print that this report takes back, by a CANCEL or CORRECT, even one too old to be remembered;
 *     else null
 * @param prints eligible prints accepted in the session so far, less those cancelled; 0 for a reference close
 */
public record MemberMove(
        String symbol,
        String mic,
        String issuer,
        ListingKind listingKind,
        MoveKind kind,
        long at,
        long lastPrintAt,
        TradingDay tradeDate,
        SessionPhase phase,
        double last,
        double referenceClose,
        TradingDay referenceDate,
        double referenceCapUsd,
        boolean halted,
        String tradeId,
        String withdrawnTradeId,
        int prints) {

    /** Key of the listing: {@code symbol@mic}. */
    public String listingKey() {
        return symbol + "@" + mic;
    }

    /** The same report, taking back a print. */
    MemberMove withdrawing(String withdrawn) {
        return report(at, withdrawn);
    }

    /** The same report at another time, epoch milliseconds. */
    MemberMove toldAt(long time) {
        return report(time, withdrawnTradeId);
    }

    private MemberMove report(long time, String withdrawn) {
        return new MemberMove(
                symbol,
                mic,
                issuer,
                listingKind,
                kind,
                time,
                lastPrintAt,
                tradeDate,
                phase,
                last,
                referenceClose,
                referenceDate,
                referenceCapUsd,
                halted,
                tradeId,
                withdrawn,
                prints);
    }

    /** Simple return against the reference close, fraction, negative = fall. */
    public double sessionReturn() {
        return last / referenceClose - 1.0;
    }

    /** Change of market capitalisation since the reference close, USD, negative = lost. */
    public double capChangeUsd() {
        return referenceCapUsd * sessionReturn();
    }
}
