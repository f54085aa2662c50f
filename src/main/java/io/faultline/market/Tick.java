package io.faultline.market;

/**
 * One trade report ("print"), or another {@link TickAction} about a listing.
 *
 * @param symbol ticker on its listing venue, empty for a heartbeat
 * @param mic market identifier code of the listing venue (ISO 10383)
 * @param ts time of the trade, of any other record that of the report, epoch milliseconds
 * @param price price per share in the listing's currency, above 0 for NEW and CORRECT, else 0
 * @param size shares traded, 0 or more
 * @param venue MIC of the venue where the trade printed, may be null
 * @param tape consolidated tape: A, B (CTA) or C (UTP), may be null
 * @param conditions sale condition letters as the tape prints them, may be null
 * @param tradeId id of the print, unique per symbol and day, may be null
 * @param action what the record says
 * @param origTradeId the print that CANCEL or CORRECT is about, else null
 */
public record Tick(
        String symbol,
        String mic,
        long ts,
        double price,
        double size,
        String venue,
        String tape,
        String conditions,
        String tradeId,
        TickAction action,
        String origTradeId) {

    /** Whether it takes back or changes a print that may be long past. */
    public boolean withdraws() {
        return action == TickAction.CANCEL || action == TickAction.CORRECT;
    }

    /** The same record as reported at another time, epoch milliseconds. */
    public Tick reportedAt(long time) {
        return new Tick(symbol, mic, time, price, size, venue, tape, conditions, tradeId, action, origTradeId);
    }

    /** Key of the listing: {@code symbol@mic}. */
    public String listingKey() {
        return symbol + "@" + mic;
    }
}
