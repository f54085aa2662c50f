package io.faultline.app.console;

import io.faultline.shock.Shares;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
public final class Figures {

    private static final ZoneId NEW_YORK_ZONE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter NEW_YORK = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu HH:mm:ss", Locale.ENGLISH)
            .withZone(NEW_YORK_ZONE);
    private static final DateTimeFormatter SHORT_NEW_YORK =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(NEW_YORK_ZONE);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_UTC =
            DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final double BILLION = 1e9;

    private Figures() {}

    /** {@code -16.97 %}; {@code ?} if unknown. */
    public static String percent(Double fraction) {
        return fraction == null ? "?" : signed("%+.2f %%", fraction * 100);
    }

    /** {@code -15.0 points}; {@code ?} if unknown. */
    public static String points(Double fraction) {
        return fraction == null ? "?" : signed("%+.1f points", fraction * 100);
    }

    /** {@code 99 %}, without sign, rounded down as in the alert's own words. */
    public static String share(double fraction) {
        return Shares.percent(fraction);
    }

    /** {@code -592.7 bn USD}. */
    public static String billions(double usd) {
        return signed("%+,.1f bn USD", usd / BILLION);
    }

    /** {@code 0.91}. */
    public static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }

    /** {@code 118.42}. */
    public static String price(double price) {
        return String.format(Locale.ROOT, "%,.2f", price);
    }

    /** {@code Mon 27 Jan 2025 09:30:04 New York (14:30:04Z)}. */
    public static String time(Instant instant) {
        return NEW_YORK.format(instant) + " New York (" + UTC.format(instant) + ")";
    }

    /** {@code 27 Jan 09:30:04 (14:30:04Z)}, New York first. */
    static String shortTime(Instant instant) {
        return SHORT_NEW_YORK.format(instant) + " (" + UTC.format(instant) + ")";
    }

    /** {@code 20 Jan 16:00Z}. */
    public static String publication(Instant instant) {
        return DAY_UTC.format(instant);
    }

    /** Minus zero reads as a fall that is none. */
    private static String signed(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("-0[.0]*( .*)?") ? "+" + text.substring(1) : text;
    }
}
