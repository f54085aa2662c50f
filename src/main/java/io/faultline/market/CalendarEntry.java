package io.faultline.market;

import java.io.Serializable;

/**
 * A day of one venue that differs from its weekly hours: a closure, or special hours.
 *
 * @param mic market identifier code
 * @param date the calendar day
 * @param closed true for no session at all
 * @param open local time of the regular open, {@code HH:mm}; null keeps the usual one
 * @param close local time of the regular close, {@code HH:mm}; null keeps the usual one
 * @param note reason, for people; may be null
 */
public record CalendarEntry(String mic, TradingDay date, boolean closed, String open, String close, String note)
        implements Serializable {

    /** Key on the calendar topic: {@code mic|date}. */
    public String key() {
        return mic + "|" + date;
    }
}
