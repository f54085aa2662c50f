package io.faultline.shock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as people read them, the same on every machine. */
final class Wording {

    private static final double BILLION = 1e9;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private Wording() {}

    /** A return with its sign and one decimal: {@code -16.4 %}. */
    static String percent(double fraction) {
        return points(fraction) + " %";
    }

    /** A difference of returns in points, without the word: {@code -3.0}. */
    static String points(double fraction) {
        return oneDecimal(fraction * 100);
    }

    /** A number with its sign and one decimal: {@code -9.8}. */
    static String oneDecimal(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == 0 ? "0.0" : String.format(Locale.ROOT, "%+.1f", rounded);
    }

    /** An amount without its sign: {@code 592.7 bn USD}. */
    static String billions(double usd) {
        return String.format(Locale.ROOT, "%.1f bn USD", Math.abs(usd) / BILLION);
    }

    static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** New York and UTC: {@code 09:30:01 New York (14:30:01 UTC) on 27 Jan 2025}; the day is New York's. */
    static String moment(long epochMilli) {
        Instant instant = Instant.ofEpochMilli(epochMilli);
        return TIME.format(instant.atZone(NEW_YORK)) + " New York (" + TIME.format(instant.atOffset(ZoneOffset.UTC))
                + " UTC) on " + DAY.format(instant.atZone(NEW_YORK));
    }

    static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    static String sessions(int count) {
        return count == 1 ? "1 session" : count + " sessions";
    }
}
