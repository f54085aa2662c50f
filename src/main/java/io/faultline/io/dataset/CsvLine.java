package io.faultline.io.dataset;

import java.util.ArrayList;
import java.util.List;

/** Takes a comma-separated line apart; a field with commas stands in quotes, on one line. */
final class CsvLine {

    private CsvLine() {}

    /**
     * The fields as they stand, without their quotes.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> fields(String line) {
        return line.indexOf('"') >= 0 ? quoted(line) : List.of(line.split(",", -1));
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
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (inQuotes) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        fields.add(field.toString());
        return fields;
    }
}
