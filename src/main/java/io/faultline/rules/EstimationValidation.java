package io.faultline.rules;

import java.util.ArrayList;
import java.util.List;

/** Ranges of a rule's estimation window. */
final class EstimationValidation {

    private EstimationValidation() {}

    static List<String> problems(EstimationWindow window) {
        List<String> problems = new ArrayList<>();
        within(problems, "sessions", window.sessions(), EstimationWindow.FEWEST, EstimationWindow.MAX_SESSIONS);
        within(problems, "gapSessions", window.gapSessions(), 0, EstimationWindow.MAX_GAP);
        within(
                problems,
                "minSessions",
                window.minSessions(),
                EstimationWindow.FEWEST,
                Math.max(EstimationWindow.FEWEST, window.sessions()));
        return problems;
    }

    private static void within(List<String> problems, String name, int value, int min, int max) {
        if (value < min || value > max) {
            problems.add("estimation." + name + " " + value + " is not between " + min + " and " + max);
        }
    }
}
