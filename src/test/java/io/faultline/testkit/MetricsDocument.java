package io.faultline.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of {@code docs/metrics.md}: the first cell of a row names one metric. */
public final class MetricsDocument {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(faultline_\\w+)` \\|");

    private MetricsDocument() {}

    /** Names as the document gives them, in its order. */
    public static List<String> names() throws IOException {
        String page = Files.readString(Path.of("docs", "metrics.md"));
        return ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }
}
