package io.faultline.rules;

import java.util.ArrayList;
import java.util.List;

/** Ranges of a rule's estimation window. */
final class EstimationValidation {

    /** A line through two points has no residual. */
    private static final int FEWEST = 3;

    private EstimationValidation() {}

    static List<String> problems(EstimationWindow window) {
        List<String> problems = new ArrayList<>();
        within(problems, "sessions", window.sessions(), FEWEST, EstimationWindow.MAX_SESSIONS);
        within(problems, "gapSessions", window.gapSessions(), 0, EstimationWindow.MAX_GAP);
        within(problems, "minSessions", window.minSessions(), FEWEST, Math.max(FEWEST, window.sessions()));
        return problems;
    }

    private static void within(List<String> problems, String name, int value, int min, int max) {
        if (value < min || value > max) {
            problems.add("estimation." + name + " " + value + " is not between " + min + " and " + max);
        }
    }
}
