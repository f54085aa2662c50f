package io.faultline.market;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Weekdays without a session, as the library of holidays has them: the only place that knows it. */
final class HolidayLibrary {

    private HolidayLibrary() {}

    /**
     * The weekdays from one date to another, both included, that a calendar of the library calls holidays.
     *
     * @throws IllegalArgumentException for a name that the library does not have
     */
    static List<LocalDate> closures(String calendar, LocalDate first, LocalDate last) {
        HolidayCalendar holidays = HolidayCalendarId.of(calendar).resolve(ReferenceData.standard());
        return first.datesUntil(last.plusDays(1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(holidays::isHoliday)
                .toList();
    }
}
