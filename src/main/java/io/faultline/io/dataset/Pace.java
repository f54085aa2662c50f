package io.faultline.io.dataset;

import java.util.Map;

/**
 * Seconds between the prints of a reconstructed path.
 *
 * @param usual for every symbol that is not named, 1 or more
 * @param bySymbol exceptions, 1 or more each
 */
public record Pace(int usual, Map<String, Integer> bySymbol) {

    /** Ten seconds for all. */
    public static final Pace DEFAULT = new Pace(10, Map.of());

    /** Seconds between two prints of a symbol. */
    public int secondsFor(String symbol) {
        return bySymbol.getOrDefault(symbol, usual);
    }
}
