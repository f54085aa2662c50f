package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether Prometheus and Grafana find each other, the job and their own files: both pass over what is not there. */
final class WatchRules {

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("every process of Flink is scraped where the reporter serves", WatchRules::targets),
            new Rule<>("Prometheus tells an Alertmanager that is there", WatchRules::alertmanager),
            new Rule<>("servers read the files that are mounted", WatchRules::configFiles),
            new Rule<>("Prometheus reads every file of alert rules", WatchRules::ruleFiles),
            new Rule<>("Grafana asks the Prometheus that is there", WatchRules::datasource),
            new Rule<>("every panel asks a data source that is provisioned", WatchRules::panels),
            new Rule<>("Grafana reads the dashboards that are mounted", WatchRules::dashboards));

    private WatchRules() {}

    private static List<String> targets(JsonNode stack) {
        String port = FlinkSettings.all().get(FlinkOptions.REPORTER + "port");
        Set<String> scraped = new TreeSet<>();
        for (JsonNode job : stack.at("/prometheus/scrape_configs")) {
            for (JsonNode names : job.path("dns_sd_configs")) {
                texts(names.path("names"))
                        .forEach(name ->
                                scraped.add(name + ":" + names.path("port").asText()));
            }
            for (JsonNode fixed : job.path("static_configs")) {
                scraped.addAll(texts(fixed.path("targets")));
            }
        }
        return Differences.between(Set.of("jobmanager:" + port, "taskmanager:" + port, "localhost:9090"), scraped);
    }

    private static List<String> alertmanager(JsonNode stack) {
        List<String> targets = new ArrayList<>();
        stack.at("/prometheus/alerting/alertmanagers")
                .findValues("targets")
                .forEach(list -> targets.addAll(texts(list)));
        List<String> breaches = new ArrayList<>(targets.stream()
                .filter(target -> !target.startsWith("alertmanager:") || !WatchStack.serves(stack, target))
                .toList());
        if (targets.isEmpty()) {
            breaches.add("nobody is told");
        }
        return breaches;
    }

    private static List<String> configFiles(JsonNode stack) {
        List<String> breaches = new ArrayList<>();
        for (String service : List.of("prometheus", "alertmanager")) {
            boolean read = texts(stack.at("/compose/services/" + service + "/command")).stream()
                    .filter(argument -> argument.startsWith("--config.file="))
                    .map(argument -> argument.substring(argument.indexOf('=') + 1))
                    .anyMatch(file -> WatchStack.seen(stack, service, file)
                            .filter(Files::isRegularFile)
                            .isPresent());
            if (!read) {
                breaches.add(service + " has no configuration");
            }
        }
        if (WatchStack.seen(stack, "grafana", "/etc/grafana/provisioning/datasources")
                .isEmpty()) {
            breaches.add("grafana is not provisioned");
        }
        return breaches;
    }

    private static List<String> ruleFiles(JsonNode stack) {
        List<String> patterns = texts(stack.at("/prometheus/rule_files"));
        try {
            return WatchStack.list("docker/prometheus/rules").stream()
                    .filter(file -> patterns.stream().noneMatch(pattern -> reads(stack, pattern, file)))
                    .map(file -> file + " is read by none of " + patterns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean reads(JsonNode stack, String pattern, Path file) {
        int name = pattern.lastIndexOf('/');
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(name + 1));
        return WatchStack.seen(stack, "prometheus", pattern.substring(0, name))
                        .filter(directory -> directory.equals(file.getParent()))
                        .isPresent()
                && matcher.matches(file.getFileName());
    }

    private static List<String> datasource(JsonNode stack) {
        return each(stack.at("/datasources/datasources"))
                .map(source -> source.path("url").asText())
                .filter(url ->
                        !url.startsWith("http://prometheus:") || !WatchStack.serves(stack, url.replace("http://", "")))
                .toList();
    }

    private static List<String> panels(JsonNode stack) {
        Set<String> provisioned = new TreeSet<>();
        stack.at("/datasources/datasources")
                .forEach(source -> provisioned.add(
                        source.path("type").asText() + " " + source.path("uid").asText()));
        Set<String> breaches = new TreeSet<>();
        for (JsonNode source : stack.path("boards").findValues("datasource")) {
            String asked =
                    source.path("type").asText() + " " + source.path("uid").asText();
            if (!provisioned.contains(asked)) {
                breaches.add("no data source " + asked);
            }
        }
        return List.copyOf(breaches);
    }

    private static List<String> dashboards(JsonNode stack) {
        return each(stack.at("/dashboards/providers"))
                .map(provider -> provider.at("/options/path").asText())
                .filter(path -> !WatchStack.seen(stack, "grafana", path)
                        .equals(Optional.of(Path.of("docker/grafana/dashboards"))))
                .toList();
    }
}
