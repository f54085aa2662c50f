package io.faultline.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calendars shipped with the product: plain comma-separated tables, whose format their first lines describe. */
final class CalendarTable {

    private static final String VENUES = "/calendars/venues.csv";
    private static final String SPECIAL_DAYS = "/calendars/special-days.csv";

    private CalendarTable() {}

    /** Hours by venue, oldest first. */
    static Map<String, List<VenueHours>> venues() {
        Map<String, List<VenueHours>> byMic = new TreeMap<>();
        for (String[] row : rows(VENUES, 9)) {
            VenueHours hours = new VenueHours(
                    ZoneId.of(row[1]),
                    LocalDate.parse(row[2]),
                    time(row[3]),
                    time(row[4]),
                    time(row[5]),
                    time(row[6]),
                    row[7].isEmpty() ? null : time(row[7]),
                    row[8].isEmpty() ? null : time(row[8]));
            for (String mic : row[0].split(" ", -1)) {
                byMic.computeIfAbsent(mic, m -> new ArrayList<>()).add(hours);
            }
        }
        return byMic;
    }

    /** Closures and special hours by venue. */
    static Map<String, List<CalendarEntry>> specialDays() {
        Map<String, List<CalendarEntry>> byMic = new TreeMap<>();
        for (String[] row : rows(SPECIAL_DAYS, 6)) {
            for (String mic : row[0].split(" ", -1)) {
                byMic.computeIfAbsent(mic, m -> new ArrayList<>())
                        .add(new CalendarEntry(
                                mic,
                                TradingDay.parse(row[1]),
                                "closed".equals(row[2]),
                                row[3].isEmpty() ? null : row[3],
                                row[4].isEmpty() ? null : row[4],
                                row[5]));
            }
        }
        return byMic;
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

    private static List<String[]> rows(String resource, int columns) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = CalendarTable.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean header = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (!header) {
                    rows.add(columns(resource, line, columns));
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String[] columns(String resource, String line, int columns) {
        String[] row = line.split(",", -1);
        if (row.length != columns) {
            throw new IllegalStateException(resource + ": " + columns + " columns expected: " + line);
        }
        return row;
    }
}
