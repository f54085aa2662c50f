package io.faultline.io.dataset;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code model_releases.csv}: {@code model,vendor,first_seen_utc,precision}; other columns are for people. Precision is
 * {@code second} (an instant) or {@code day} (a date).
 */
final class ReleaseFile {

    static final String NAME = "model_releases.csv";

    private ReleaseFile() {}

    static List<ListedRelease> read(DataSetFile file) {
        List<ListedRelease> releases = new ArrayList<>();
        try (CsvRows rows = new CsvRows(file, List.of("model", "vendor", "first_seen_utc", "precision"))) {
            while (rows.next()) {
                boolean dayOnly = dayOnly(rows);
                Instant firstSeen = dayOnly ? endOfDay(rows) : Instant.ofEpochMilli(rows.instant("first_seen_utc"));
                releases.add(new ListedRelease(rows.text("model"), rows.text("vendor"), firstSeen, dayOnly));
            }
        }
        return releases;
    }

    private static boolean dayOnly(CsvRows rows) {
        String precision = rows.text("precision");
        return switch (precision) {
            case "day" -> true;
            case "second" -> false;
            default -> throw rows.wrong("precision '" + CsvRows.shown(precision) + "' is neither second nor day");
        };
    }

    private static Instant endOfDay(CsvRows rows) {
        String date = rows.text("first_seen_utc");
        try {
            return LocalDate.parse(date)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plus(Duration.ofDays(1))
                    .minusMillis(1);
        } catch (DateTimeParseException e) {
            throw rows.wrong("first_seen_utc '" + CsvRows.shown(date) + "' is no date such as 2025-01-27");
        }
    }
}
