package io.faultline.news;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One table of words: UTF-8, one row a line, columns parted by commas, alternatives within a column by {@code |}, lines
 * that are empty or begin with {@code #} left out. No quoting: no term contains a comma.
 *
 * @param name which table it is: one of {@link #NAMES}; {@code release.model} is no table but what {@code train} wrote
 * @param origin where it stands, for messages
 * @param text its content
 */
public record LexiconTable(String name, String origin, String text) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Name of a trained model, which takes the place of the shipped one. */
    public static final String MODEL = "release.model";

    /** Tables of words, in the order in which they are read. */
    static final List<String> WORDS = List.of("vendors.csv", "models.csv", "words.csv", "rivals.csv");

    /** Names that a table can have. */
    public static final List<String> NAMES =
            Stream.concat(WORDS.stream(), Stream.of(MODEL)).toList();

    /** Whether it is a table, and no trained model. */
    public boolean holdsWords() {
        return !name.equals(MODEL);
    }

    static LexiconTable shipped(String name) {
        try (InputStream in = LexiconTable.class.getResourceAsStream("/lexicon/" + name)) {
            if (in == null) {
                throw new IllegalStateException("lexicon/" + name + " is not on the class path");
            }
            return new LexiconTable(name, "lexicon/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("lexicon/" + name, e);
        }
    }

    /**
     * Its rows.
     *
     * @throws LexiconException if one has not the stated number of columns
     */
    List<Row> rows(int columns) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.startsWith("\uFEFF")
                ? text.substring(1).lines().toList()
                : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Row row = new Row(
                    origin + ":" + number,
                    Arrays.stream(line.split(",", -1)).map(String::strip).toList());
            if (row.columns.size() != columns) {
                throw row.wrong(row.columns.size() + " columns instead of " + columns);
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * One row.
     *
     * @param place file and line, for messages
     * @param columns its columns
     */
    record Row(String place, List<String> columns) {

        private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
        private static final Pattern FAMILY = Pattern.compile("(?=.{1,40}$)[a-z0-9][a-z0-9.-]*\\*?");

        String get(int column) {
            return columns.get(column);
        }

        /** A column that has to be one of a few words. */
        String oneOf(int column, List<String> words) {
            if (!words.contains(get(column))) {
                throw wrong("\"" + shown(get(column)) + "\" is none of " + String.join(", ", words));
            }
            return get(column);
        }

        /** A column that names something by an id: lower-case letters, digits, {@code . -}. */
        String id(int column) {
            return matching(column, ID, "is no id: lower-case letters, digits, dots and dashes");
        }

        /** An id with {@code *} at its end for a version that follows, or without. */
        String idOfFamily(int column) {
            return matching(
                    column,
                    FAMILY,
                    "is no id: lower-case letters, digits, dots and dashes, an asterisk at its end only");
        }

        private String matching(int column, Pattern pattern, String otherwise) {
            if (!pattern.matcher(get(column)).matches()) {
                throw wrong("\"" + shown(get(column)) + "\" " + otherwise);
            }
            return get(column);
        }

        /** Folded alternatives of a column, in order; at least one. */
        List<String> terms(int column) {
            List<String> terms = Arrays.stream(get(column).split("\\|"))
                    .map(term -> TitleText.fold(term.strip()))
                    .filter(term -> !term.isEmpty())
                    .toList();
            if (terms.isEmpty()) {
                throw wrong("no word in column " + (column + 1));
            }
            return terms;
        }

        LexiconException wrong(String reason) {
            return new LexiconException(place + ": " + reason);
        }

        private static String shown(String text) {
            return TitleText.clean(text.length() > 40 ? text.substring(0, 40) + "..." : text);
        }
    }
}
