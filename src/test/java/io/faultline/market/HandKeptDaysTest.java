package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped calendars, of a library and of rules, against a table kept by hand. */
class HandKeptDaysTest {

    private final TradingCalendars calendars = TradingCalendars.shipped();

    @ParameterizedTest
    @CsvSource({
        // venue, usual close, zone, years that the table has in full
        "XNAS, 16:00, America/New_York, 2022, 2027",
        "XNYS, 16:00, America/New_York, 2022, 2027",
        "XAMS, 17:30, Europe/Amsterdam, 2024, 2026",
    })
    void everyWeekdayIsAsInTheTable(String mic, LocalTime close, ZoneId zone, int firstYear, int lastYear) {
        Map<LocalDate, String> inTable = inTable(mic, close);
        for (LocalDate date : weekdays(firstYear, lastYear)) {
            String expected = inTable.getOrDefault(date, close.toString());
            assertThat(closeOn(mic, date, zone)).as("%s on %s", mic, date).isEqualTo(expected);
        }
    }

    @Test
    void tokyoIsClosedAsInTheTable() {
        Map<LocalDate, String> inTable = inTable("XTKS", LocalTime.of(15, 0));
        for (LocalDate date : weekdays(2024, 2026)) {
            assertThat(calendars.of("XTKS").session(TradingDay.of(date)).isEmpty())
                    .as("XTKS closed on %s", date)
                    .isEqualTo(inTable.containsKey(date));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "XNYS, 2001-09-11",
        "XNYS, 2012-10-29",
        "XNYS, 2018-12-05",
        "XNAS, 2028-06-19",
        "XNAS, 2030-04-19",
        "XTKS, 2019-05-01",
        "XTKS, 2020-10-01",
        "XTKS, 2027-12-31",
        "XAMS, 2030-04-22",
    })
    void closuresOutsideThoseYearsAreKnownToo(String mic, String date) {
        assertThat(calendars.of(mic).session(TradingDay.parse(date))).isEmpty();
    }

    private String closeOn(String mic, LocalDate date, ZoneId zone) {
        return calendars
                .of(mic)
                .session(TradingDay.of(date))
                .map(session -> Instant.ofEpochMilli(session.close())
                        .atZone(zone)
                        .toLocalTime()
                        .toString())
                .orElse("closed");
    }

    private static List<LocalDate> weekdays(int firstYear, int lastYear) {
        return LocalDate.of(firstYear, 1, 1)
                .datesUntil(LocalDate.of(lastYear + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
    }

    /** "closed", or the close of the half day. */
    private static Map<LocalDate, String> inTable(String mic, LocalTime usualClose) {
        Map<LocalDate, String> days = new TreeMap<>();
        CsvTable.forEach("/calendars/hand-kept-days.csv", 6, (venue, row) -> {
            if (venue.equals(mic)) {
                String close = row[4].isEmpty() ? usualClose.toString() : row[4];
                days.put(LocalDate.parse(row[1]), "closed".equals(row[2]) ? "closed" : close);
            }
        });
        assertThat(days).isNotEmpty();
        return days;
    }
}
