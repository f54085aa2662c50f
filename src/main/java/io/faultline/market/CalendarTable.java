package io.faultline.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The calendars shipped with the product: plain tables, and the holidays that a library brings. */
final class CalendarTable {

    /** Outside these days weekdays count as sessions, but for what the table of special days says. */
    private static final LocalDate FIRST_HOLIDAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_HOLIDAY = LocalDate.of(2060, 12, 31);

    private CalendarTable() {}

    /** Hours by venue, oldest first. */
    static Map<String, List<VenueHours>> venues() {
        return byMic("/calendars/venues.csv", 9, CalendarTable::hours);
    }

    /** Closures and special hours by venue; of two for one day the later one holds. */
    static Map<String, List<CalendarEntry>> specialDays() {
        Map<String, List<CalendarEntry>> days = new TreeMap<>();
        Map<String, List<HalfDayRule>> halfDays = byMic("/calendars/half-days.csv", 6, CalendarTable::halfDay);
        CsvTable.forEach("/calendars/holidays.csv", 2, (mic, row) -> {
            List<LocalDate> closures = HolidayLibrary.closures(row[1], FIRST_HOLIDAY, LAST_HOLIDAY);
            days.put(mic, yearly(mic, closures, halfDays.getOrDefault(mic, List.of())));
        });
        CsvTable.forEach(
                "/calendars/special-days.csv",
                6,
                (mic, row) -> days.computeIfAbsent(mic, m -> new ArrayList<>()).add(special(mic, row)));
        return days;
    }

    private static List<CalendarEntry> yearly(String mic, List<LocalDate> closures, List<HalfDayRule> halfDays) {
        List<CalendarEntry> days = new ArrayList<>();
        for (HalfDayRule rule : halfDays) {
            FIRST_HOLIDAY
                    .datesUntil(LAST_HOLIDAY.plusDays(1))
                    .filter(date -> rule.matches(date) && date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                    .map(date -> new CalendarEntry(mic, TradingDay.of(date), false, null, rule.close(), rule.note()))
                    .forEach(days::add);
        }
        for (LocalDate closure : closures) {
            days.add(new CalendarEntry(mic, TradingDay.of(closure), true, null, null, "Holiday"));
        }
        return days;
    }

    private static <T> Map<String, List<T>> byMic(String resource, int columns, Function<String[], T> parse) {
        Map<String, List<T>> byMic = new TreeMap<>();
        CsvTable.forEach(
                resource,
                columns,
                (mic, row) -> byMic.computeIfAbsent(mic, m -> new ArrayList<>()).add(parse.apply(row)));
        return byMic;
    }

    private static VenueHours hours(String[] row) {
        return new VenueHours(
                ZoneId.of(row[1]),
                LocalDate.parse(row[2]),
                time(row[3]),
                time(row[4]),
                time(row[5]),
                time(row[6]),
                row[7].isEmpty() ? null : time(row[7]),
                row[8].isEmpty() ? null : time(row[8]));
    }

    private static HalfDayRule halfDay(String[] row) {
        return new HalfDayRule(
                row[1].isEmpty() ? null : DayOfWeek.valueOf(row[1]),
                MonthDay.parse("--" + row[2]),
                MonthDay.parse("--" + row[3]),
                row[4],
                row[5]);
    }

    private static CalendarEntry special(String mic, String[] row) {
        return new CalendarEntry(
                mic,
                TradingDay.parse(row[1]),
                "closed".equals(row[2]),
                row[3].isEmpty() ? null : row[3],
                row[4].isEmpty() ? null : row[4],
                row[5]);
    }

    /**
     * Reads a local time.
     *
     * @throws IllegalArgumentException if the text is not {@code HH:mm}
     */
    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time (HH:mm): " + text, e);
        }
    }
}
