package io.faultline.io.dataset;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import java.util.Comparator;

/**
 * Makes prints of one listing on its own venue, all of which may set the last price.
 *
 * @param symbol ticker
 * @param mic listing venue
 */
record Tape(String symbol, String mic) implements Comparable<Tape> {

    private static final Comparator<Tape> ORDER =
            Comparator.comparing(Tape::symbol).thenComparing(Tape::mic);

    /** Sale condition of the opening auction's print. */
    static final String OPENING_AUCTION = "O";
    /** Sale condition of the closing auction's print. */
    static final String CLOSING_AUCTION = "6";

    @Override
    public int compareTo(Tape other) {
        return ORDER.compare(this, other);
    }

    /** Key of the listing: {@code symbol@mic}. */
    String listingKey() {
        return symbol + "@" + mic;
    }

    /** A regular print. */
    Tick print(long ts, double price, double size, String tradeId) {
        return print(ts, price, size, tradeId, regular());
    }

    /** A print with a sale condition of its own. */
    Tick print(long ts, double price, double size, String tradeId, String condition) {
        return new Tick(symbol, mic, ts, price, size, mic, letter(), condition, tradeId, TickAction.NEW, null);
    }

    private String letter() {
        return switch (mic) {
            case "XNYS" -> "A";
            case "ARCX", "BATS", "XASE" -> "B";
            case "XNAS" -> "C";
            default -> null;
        };
    }

    /** How the tape marks a trade without special conditions: a blank on CTA, an at sign on UTP. */
    private String regular() {
        return "XNAS".equals(mic) ? "@" : " ";
    }
}
