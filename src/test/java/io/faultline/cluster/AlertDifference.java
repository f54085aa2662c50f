package io.faultline.cluster;

import java.util.ArrayList;
import java.util.List;

/** Says in a line how two lists of alerts differ. */
final class AlertDifference {

    private static final int SHOWN = 300;

    private AlertDifference() {}

    static String between(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> extra = new ArrayList<>(actual);
        expected.forEach(extra::remove);
        String counts = "%d expected, %d read, %d missing, %d extra"
                .formatted(expected.size(), actual.size(), missing.size(), extra.size());
        return counts + first(", first missing ", missing) + first(", first extra ", extra);
    }

    private static String first(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : title + lines.get(0).substring(0, Math.min(SHOWN, lines.get(0).length()));
    }
}
