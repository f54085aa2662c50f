package io.faultline.news;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lexicon's tables on the class path: UTF-8, one row a line, columns parted by commas, alternatives within a column
 * by {@code |}, lines that are empty or begin with {@code #} left out. No quoting: no term contains a comma.
 */
final class LexiconFile {

    private LexiconFile() {}

    /**
     * Rows of a table.
     *
     * @throws IllegalStateException if it is missing or a row has not the stated number of columns
     */
    static List<List<String>> rows(String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(name)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> row =
                    Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            if (row.size() != columns) {
                throw new IllegalStateException(
                        "lexicon/" + name + " line " + number + ": " + row.size() + " columns instead of " + columns);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Alternatives of a column, in order; blanks left out. */
    static List<String> alternatives(String column) {
        return Arrays.stream(column.split("\\|"))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in = LexiconFile.class.getResourceAsStream("/lexicon/" + name)) {
            if (in == null) {
                throw new IllegalStateException("lexicon/" + name + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("lexicon/" + name, e);
        }
    }
}
