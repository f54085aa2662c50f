package io.faultline.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What alert rules, dashboards and the runbooks' queries say about metrics. */
public final class MonitoringFiles {

    private static final Pattern METRIC = Pattern.compile("\\bflink_\\w+");

    private MonitoringFiles() {}

    /** Every metric of Flink that a rule, a dashboard or a runbook names. */
    public static Set<String> metricsNamed() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path file : files()) {
            METRIC.matcher(Files.readString(file)).results().forEach(metric -> named.add(metric.group()));
        }
        return named;
    }

    /** Every selector by labels in a rule or a dashboard. */
    public static List<Selector> selectors() throws IOException {
        List<Selector> all = new ArrayList<>();
        for (Path file : files()) {
            all.addAll(Selector.in(Files.readString(file)));
        }
        return all;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> rules = Files.list(Path.of("docker", "prometheus", "rules"));
                Stream<Path> dashboards = Files.list(Path.of("docker", "grafana", "dashboards"));
                Stream<Path> runbooks = Files.list(Path.of("docs", "runbooks"))) {
            return Stream.of(rules, dashboards, runbooks)
                    .flatMap(files -> files)
                    .sorted()
                    .toList();
        }
    }

    /** Metrics that a MiniCluster does not have, with the reason: {@code src/test/resources/metrics-elsewhere.txt}. */
    public static Map<String, String> seenOnARealClusterOnly() throws IOException {
        Map<String, String> elsewhere = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src", "test", "resources", "metrics-elsewhere.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(": ", 2);
                elsewhere.put(parts[0], parts[1]);
            }
        }
        return elsewhere;
    }
}
