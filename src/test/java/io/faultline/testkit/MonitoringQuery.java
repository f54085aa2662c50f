package io.faultline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query of an alert rule or a panel, and what is shown of its labels: in the legend, or in the summary of the alert. */
public record MonitoringQuery(String query, String shown) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern METRIC = Pattern.compile("\\bflink_\\w+");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\) \\(");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{ ?(?:\\$labels\\.)?(\\w+) ?}}");
    /** Of the target, which Prometheus adds to what is scraped. */
    private static final Set<String> OF_TARGET = Set.of("namespace", "job", "instance");

    /** Of all alert rules. */
    public static List<MonitoringQuery> ofAlerts() throws IOException {
        return all(
                Path.of("docker", "prometheus", "rules"),
                "/groups",
                "rules",
                rule -> new MonitoringQuery(
                        rule.path("expr").asText(),
                        rule.at("/annotations/summary").asText()));
    }

    /** Of all panels. */
    public static List<MonitoringQuery> ofDashboards() throws IOException {
        return all(
                Path.of("docker", "grafana", "dashboards"),
                "/panels",
                "targets",
                target -> new MonitoringQuery(
                        target.path("expr").asText(),
                        target.path("legendFormat").asText()));
    }

    private static List<MonitoringQuery> all(
            Path directory, String outer, String inner, Function<JsonNode, MonitoringQuery> query) throws IOException {
        List<MonitoringQuery> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode group : YAML.readTree(file.toFile()).at(outer)) {
                    group.path(inner).forEach(each -> queries.add(query.apply(each)));
                }
            }
        }
        return queries;
    }

    /** Labels that are asked for or shown, and that the metrics asked for do not have. */
    public List<String> unknown(Map<String, Set<String>> labels) {
        List<String> unknown = new ArrayList<>();
        Set<String> kept = new TreeSet<>();
        for (Matcher grouped = GROUPED.matcher(query); grouped.find(); ) {
            Set<String> by = Set.of(grouped.group(1).split(", *", -1));
            kept.addAll(by);
            for (String metric : metrics(body(grouped.end()))) {
                by.stream()
                        .filter(label -> !known(label, labels.getOrDefault(metric, by)))
                        .forEach(label -> unknown.add(metric + " has no " + label));
            }
        }
        if (kept.isEmpty()) {
            metrics(query).forEach(metric -> kept.addAll(labels.getOrDefault(metric, Set.of())));
        }
        SHOWN.matcher(shown)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !known(label, kept))
                .forEach(label -> unknown.add(label + " is not in " + query));
        return unknown;
    }

    private static boolean known(String label, Set<String> labels) {
        return OF_TARGET.contains(label) || labels.contains(label);
    }

    /** Selectors of metrics without this matcher, and groups without its label. */
    public List<String> mixes(String label, String matcher) {
        List<String> mixed = new ArrayList<>();
        for (Matcher metric = METRIC.matcher(query); metric.find(); ) {
            if (!query.startsWith("{" + matcher, metric.end())) {
                mixed.add(metric.group() + " of any " + label);
            }
        }
        Matcher aggregated = Pattern.compile("\\b(?:sum|max|min|avg|count)\\b(?: by \\(([^)]*)\\))?")
                .matcher(query);
        while (aggregated.find()) {
            String by = aggregated.group(1);
            if (by == null || !Arrays.asList(by.split(", *", -1)).contains(label)) {
                mixed.add(aggregated.group() + " over each " + label);
            }
        }
        return mixed;
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text).results().map(metric -> metric.group()).collect(Collectors.toSet());
    }

    /** Up to the parenthesis that closes the one before. */
    private String body(int start) {
        int open = 1;
        int end = start;
        while (open > 0 && end < query.length()) {
            char next = query.charAt(end++);
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
        }
        return query.substring(start, end);
    }
}
