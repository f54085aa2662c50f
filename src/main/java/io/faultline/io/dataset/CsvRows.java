package io.faultline.io.dataset;

import io.faultline.io.json.TimestampGuard;
import io.faultline.market.TradingDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows of a comma-separated file with a header line, read by the names of the columns. */
final class CsvRows implements AutoCloseable {

    /** What Java's own parser takes beyond this, such as {@code 0x1p3}, {@code 1d} or {@code NaN}, is no price. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Below it, returns and market caps overflow. */
    private static final double LOWEST_PRICE = 1e-6;

    private static final double HIGHEST_PRICE = 1e9;

    private final DataSetFile file;
    private final List<String> columns;
    private List<String> row = List.of();

    CsvRows(DataSetFile file, List<String> needed) {
        this.file = file;
        this.columns = header(file, needed);
    }

    private static List<String> header(DataSetFile file, List<String> needed) {
        String must = "the header must be " + String.join(",", needed);
        String line = file.nextLine();
        if (line == null) {
            throw file.wrongAt(1, "the file is empty, " + must);
        }
        List<String> columns = fields(file, line).stream().map(String::strip).toList();
        List<String> missing =
                needed.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw file.wrong("no column " + String.join(", ", missing) + ": " + must);
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column) && needed.contains(column)) {
                throw file.wrong("column " + column + " appears twice");
            }
        }
        return columns;
    }

    private static List<String> fields(DataSetFile file, String line) {
        try {
            return CsvLine.fields(line);
        } catch (IllegalArgumentException e) {
            throw file.wrong(e.getMessage());
        }
    }

    /** Moves to the next row; false at the end. */
    boolean next() {
        String line = file.nextLine();
        if (line == null) {
            return false;
        }
        row = fields(file, line);
        if (row.size() != columns.size()) {
            throw file.wrong(row.size() + " fields where the header has " + columns.size());
        }
        return true;
    }

    /** Number of the row's line, from 1. */
    long line() {
        return file.line();
    }

    /** A field that must not be empty, without blanks around it. */
    String text(String column) {
        String value = row.get(columns.indexOf(column)).strip();
        if (value.isEmpty()) {
            throw wrong(column + " is empty");
        }
        return value;
    }

    /** A field of a column that the file may not have; empty then. */
    String optionalText(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : row.get(at).strip();
    }

    /** A price above 0. */
    double price(String column) {
        double price = optionalPrice(column);
        if (Double.isNaN(price)) {
            throw wrong(column + " is empty");
        }
        return price;
    }

    /** A price above 0, or NaN for an empty field. */
    double optionalPrice(String column) {
        String value = row.get(columns.indexOf(column));
        if (value.isEmpty()) {
            return Double.NaN;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw wrong(column + " '" + shown(value) + "' is not a number such as 118.42 or 1.1842e2");
        }
        double price = Double.parseDouble(value);
        if (!(price >= LOWEST_PRICE && price <= HIGHEST_PRICE)) {
            throw wrong(column + " '" + shown(value) + "' is no price: at least 1e-6, at most 1e9");
        }
        return price;
    }

    /** Whether a field is written as a date, be it one of the calendar or not. */
    boolean isDate(String column) {
        return DATE.matcher(text(column)).matches();
    }

    /** An ISO date between 2000 and 2100. */
    TradingDay date(String column) {
        String date = text(column);
        try {
            if (DATE.matcher(date).matches()) {
                TradingDay day = TradingDay.parse(date);
                checkTime(column, day.toLocalDate().toEpochDay() * 86_400_000L);
                return day;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for any other text.
        }
        throw wrong(column + " '" + shown(date) + "' is no date such as 2025-01-27");
    }

    /** An ISO instant between 2000 and 2100, epoch milliseconds. */
    long instant(String column) {
        long millis;
        try {
            millis = Instant.parse(text(column)).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(column + " '" + shown(text(column)) + "' is no instant such as 2025-01-27T14:30:00Z");
        }
        checkTime(column, millis);
        return millis;
    }

    private void checkTime(String column, long millis) {
        if (!TimestampGuard.plausible(millis)) {
            throw wrong(column + " '" + shown(text(column)) + "' is not between 2000 and 2100");
        }
    }

    DataSetException wrong(String reason) {
        return file.wrong(reason);
    }

    DataSetException wrongAt(long line, String reason) {
        return file.wrongAt(line, reason);
    }

    @Override
    public void close() {
        file.close();
    }

    static String shown(String value) {
        String visible = value.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 40 ? visible : visible.substring(0, 40) + "...";
    }
}
