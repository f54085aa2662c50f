package io.faultline.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A half day that comes back each year.
 *
 * @param weekday on which it falls; null for any
 * @param first earliest day of the year
 * @param last latest day of the year
 * @param close local time of the close, {@code HH:mm}
 * @param note reason, for people
 */
record HalfDayRule(DayOfWeek weekday, MonthDay first, MonthDay last, String close, String note) {

    /** Whether a session on this date is a half day. */
    boolean matches(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return (weekday == null || weekday == date.getDayOfWeek())
                && day.compareTo(first) >= 0
                && day.compareTo(last) <= 0;
    }
}
