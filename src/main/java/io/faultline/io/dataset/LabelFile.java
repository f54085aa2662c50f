package io.faultline.io.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code labels.csv}: {@code date,sector,verdict} and, optionally, {@code news_in_corpus} and {@code note} (or
 * {@code cause}); other columns are for people. A verdict of OTHER_CAUSE or UNEXPLAINED counts as NOT_AI_LINKED.
 */
final class LabelFile {

    static final String NAME = "labels.csv";

    private static final String NEVER = "NEVER";

    private LabelFile() {}

    static List<Label> read(DataSetFile file) {
        List<Label> labels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvRows rows = new CsvRows(file, List.of("date", "sector", "verdict"))) {
            while (rows.next()) {
                Label label =
                        new Label(rows.date("date"), rows.text("sector"), cause(rows), newsInCorpus(rows), note(rows));
                if (!seen.add(label.date() + " " + label.sector())) {
                    throw rows.wrong("a second label for the same date and sector");
                }
                labels.add(label);
            }
        }
        return labels;
    }

    private static Label.Cause cause(CsvRows rows) {
        String verdict = rows.text("verdict");
        return switch (verdict) {
            case "AI_LINKED" -> Label.Cause.AI_LINKED;
            case "NOT_AI_LINKED", "OTHER_CAUSE", "UNEXPLAINED" -> Label.Cause.NOT_AI_LINKED;
            case "EITHER" -> Label.Cause.EITHER;
            default ->
                throw rows.wrong(
                        "verdict '" + CsvRows.shown(verdict) + "' is none of AI_LINKED, NOT_AI_LINKED, EITHER");
        };
    }

    private static boolean newsInCorpus(CsvRows rows) {
        return !rows.optionalText("news_in_corpus").equals(NEVER);
    }

    private static String note(CsvRows rows) {
        String note = rows.optionalText("note");
        return note.isEmpty() ? rows.optionalText("cause") : note;
    }
}
