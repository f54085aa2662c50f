package io.faultline.io.dataset;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;

/**
 * Makes regular prints of one listing on its own venue.
 *
 * @param symbol ticker
 * @param mic listing venue
 */
record Tape(String symbol, String mic) {

    /** A print that is allowed to set the last price. */
    Tick print(long ts, double price, double size, String tradeId) {
        return new Tick(symbol, mic, ts, price, size, mic, letter(), regular(), tradeId, TickAction.NEW, null);
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
