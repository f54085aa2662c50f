package io.faultline.io.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of a comma-separated file with a header line; a field with commas stands in quotes, on one line. */
final class CsvRows implements AutoCloseable {

    private final DataSetFile file;
    private final List<String> columns;
    private List<String> row = List.of();

    CsvRows(DataSetFile file, List<String> needed) {
        this.file = file;
        String header = file.nextLine();
        this.columns = header == null ? List.of() : split(header);
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw file.wrongAt(1, "the header must be " + String.join(",", needed));
            }
        }
    }

    /** Moves to the next row; false at the end. */
    boolean next() {
        String line = file.nextLine();
        if (line == null) {
            return false;
        }
        row = split(line);
        if (row.size() != columns.size()) {
            throw file.wrong(row.size() + " fields where the header has " + columns.size());
        }
        return true;
    }

    /** A field that must not be empty. */
    String text(String column) {
        String value = row.get(columns.indexOf(column));
        if (value.isEmpty()) {
            throw wrong(column + " is empty");
        }
        return value;
    }

    /** A field of a column that the file may not have; empty then. */
    String optionalText(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : row.get(at);
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
        try {
            double price = Double.parseDouble(value);
            if (price > 0 && price <= 1e9) {
                return price;
            }
        } catch (NumberFormatException e) {
            throw wrong(column + " '" + shown(value) + "' is not a number");
        }
        throw wrong(column + " '" + shown(value) + "' is no price");
    }

    /** An ISO instant. */
    Instant instant(String column) {
        try {
            return Instant.parse(text(column));
        } catch (DateTimeException e) {
            throw wrong(column + " '" + shown(text(column)) + "' is no instant such as 2025-01-27T14:30:00Z");
        }
    }

    DataSetException wrong(String reason) {
        return file.wrong(reason);
    }

    @Override
    public void close() {
        file.close();
    }

    static String shown(String value) {
        String visible = value.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 40 ? visible : visible.substring(0, 40) + "...";
    }

    private static List<String> split(String line) {
        if (line.indexOf('"') >= 0) {
            return quoted(line);
        }
        List<String> fields = new ArrayList<>(Arrays.asList(line.split(",", -1)));
        fields.replaceAll(String::strip);
        return fields;
    }

    /** Within quotes a comma is none, and a doubled quote is one. */
    private static List<String> quoted(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inQuotes = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = inQuotes && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                field.append(c);
                i++;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == ',' && !inQuotes) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
