package io.faultline.market;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Weekly hours of a venue, Monday to Friday, in force from a date on; times are local to {@code zone}.
 *
 * @param zone time zone of the venue
 * @param from first date for which the hours hold
 * @param preOpen start of the trading ahead of the open, equal to {@code open} where there is none; a time after
 *     {@code open} is that of the evening before
 * @param open start of regular trading
 * @param close end of regular trading
 * @param postClose end of post-market trading, equal to {@code close} where there is none
 * @param breakStart start of the lunch break, null where there is none
 * @param breakEnd end of the lunch break, null where there is none
 */
record VenueHours(
        ZoneId zone,
        LocalDate from,
        LocalTime preOpen,
        LocalTime open,
        LocalTime close,
        LocalTime postClose,
        LocalTime breakStart,
        LocalTime breakEnd) {

    VenueHours {
        if (!open.isBefore(close) || postClose.isBefore(close)) {
            throw new IllegalArgumentException("hours out of order: " + open + " to " + close);
        }
    }

    /** Whether trading for a trade date starts on the evening before. */
    boolean opensOvernight() {
        return preOpen.isAfter(open);
    }

    /**
     * The same hours with another open and close on one day. Post-market keeps its length, pre-market its start.
     *
     * @throws IllegalArgumentException if the entry's times are malformed or out of order
     */
    VenueHours adjusted(CalendarEntry entry) {
        LocalTime newOpen = entry.open() == null ? open : CalendarTable.time(entry.open());
        LocalTime newClose = entry.close() == null ? close : CalendarTable.time(entry.close());
        LocalTime newPreOpen = newOpen.isBefore(preOpen) && !opensOvernight() ? newOpen : preOpen;
        int postSeconds = postClose.toSecondOfDay() - close.toSecondOfDay();
        int lastSecond = LocalTime.MAX.toSecondOfDay();
        LocalTime newPostClose =
                LocalTime.ofSecondOfDay(Math.min(lastSecond, newClose.toSecondOfDay() + (long) postSeconds));
        return new VenueHours(zone, from, newPreOpen, newOpen, newClose, newPostClose, breakStart, breakEnd);
    }
}
