package io.faultline.market;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A trade date of some venue, written {@code 2025-01-27} on the wire. Not a calendar date: prints after the regular
 * close belong to the next trade date.
 *
 * @param epochDay days since 1970-01-01 (a plain int, so that Flink needs no serializer of its own)
 */
public record TradingDay(int epochDay) implements Comparable<TradingDay>, Serializable {

    /** The trade date with the same calendar date. */
    public static TradingDay of(LocalDate date) {
        return new TradingDay(Math.toIntExact(date.toEpochDay()));
    }

    /**
     * Reads an ISO date.
     *
     * @throws IllegalArgumentException if the text is not {@code yyyy-mm-dd}
     */
    public static TradingDay parse(String isoDate) {
        try {
            return of(LocalDate.parse(isoDate));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("not a date (yyyy-mm-dd): " + isoDate, e);
        }
    }

    public LocalDate toLocalDate() {
        return LocalDate.ofEpochDay(epochDay);
    }

    /** This date moved by calendar days, not sessions. */
    public TradingDay plusDays(int days) {
        return new TradingDay(Math.addExact(epochDay, days));
    }

    @Override
    public int compareTo(TradingDay other) {
        return Integer.compare(epochDay, other.epochDay);
    }

    @Override
    public String toString() {
        return toLocalDate().toString();
    }
}
