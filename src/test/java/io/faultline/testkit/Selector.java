package io.faultline.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A metric and what a query asks of its labels, as PromQL writes it: {@code name{label="value",other=~"this|that"}}. */
public record Selector(String metric, List<Matcher> matchers) {

    private static final Pattern SELECTOR = Pattern.compile("\\b(flink_\\w+)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** One label, how it is compared, and with what. */
    public record Matcher(String label, String operator, String value) {

        private boolean fits(Map<String, String> labels) {
            String is = labels.getOrDefault(label, "");
            boolean same = operator.endsWith("~") ? is.matches(value) : is.equals(value);
            return operator.startsWith("!") != same;
        }
    }

    /** All of a text that name labels; quotes may be escaped, as in JSON. */
    public static List<Selector> in(String text) {
        List<Selector> found = new ArrayList<>();
        SELECTOR.matcher(text.replace("\\\"", "\""))
                .results()
                .forEach(selector -> found.add(new Selector(selector.group(1), matchers(selector.group(2)))));
        return found;
    }

    private static List<Matcher> matchers(String text) {
        return MATCHER.matcher(text)
                .results()
                // A variable of a dashboard may be anything.
                .filter(matcher -> !matcher.group(3).contains("$"))
                .map(matcher -> new Matcher(matcher.group(1), matcher.group(2), matcher.group(3)))
                .toList();
    }

    /** Whether it would find a sample, a line of a scrape. */
    public boolean finds(String sample) {
        Map<String, String> labels = new HashMap<>();
        LABEL.matcher(sample).results().forEach((MatchResult label) -> labels.put(label.group(1), label.group(2)));
        return sample.startsWith(metric + "{") && matchers.stream().allMatch(matcher -> matcher.fits(labels));
    }
}
