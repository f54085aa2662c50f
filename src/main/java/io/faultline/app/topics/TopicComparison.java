package io.faultline.app.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares topics as they are with topics as they should be. */
final class TopicComparison {

    private TopicComparison() {}

    /**
     * One line per difference; empty if all is well.
     *
     * @param found by name, with at least the configs of the plan
     */
    static List<String> differences(List<TopicPlan> plans, Map<String, TopicPlan> found) {
        List<String> lines = new ArrayList<>();
        for (TopicPlan plan : plans) {
            TopicPlan topic = found.get(plan.name());
            if (topic == null) {
                lines.add(plan.name() + ": is missing");
                continue;
            }
            if (topic.partitions() < plan.partitions()) {
                lines.add(plan.name() + ": has " + topic.partitions() + " partitions, expected " + plan.partitions()
                        + " or more");
            }
            new TreeMap<>(plan.configs()).forEach((key, expected) -> {
                String actual = topic.configs().get(key);
                if (!same(expected, actual)) {
                    lines.add(plan.name() + ": " + key + " is " + actual + ", expected " + expected);
                }
            });
        }
        return lines;
    }

    /** Lists such as {@code compact,delete} are sets. */
    private static boolean same(String expected, String actual) {
        return actual != null && words(expected).equals(words(actual));
    }

    private static Set<String> words(String list) {
        return new TreeSet<>(Arrays.asList(list.replace(" ", "").split(",", -1)));
    }
}
