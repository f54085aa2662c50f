package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether Prometheus finds the job's pods, and those who drain nodes leave it one. */
final class MonitorRules {

    /** Labels that Flink's native mode gives its pods: the cluster's name, and one of these. */
    private static final List<String> COMPONENTS = List.of("jobmanager", "taskmanager");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("selectors select the job's pods", MonitorRules::selectors),
            new Rule<>("metrics are scraped where Flink serves them", MonitorRules::metrics),
            new Rule<>("metrics are scraped as on the compose stack", MonitorRules::scrape),
            new Rule<>("a node can be drained", MonitorRules::disruption));

    private MonitorRules() {}

    private static List<String> selectors(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (String kind : List.of("NetworkPolicy", "PodMonitor", "PodDisruptionBudget")) {
            for (JsonNode object : manifests.all(kind)) {
                String field = kind.equals("NetworkPolicy") ? "podSelector" : "selector";
                JsonNode selector = object.path("spec").path(field);
                if (!selects(manifests, selector)) {
                    breaches.add(kind + " " + name(object) + " selects " + selector);
                }
            }
        }
        return breaches;
    }

    private static boolean selects(Manifests manifests, JsonNode selector) {
        JsonNode labels = selector.path("matchLabels");
        boolean known = labels.size() == 1
                || (labels.size() == 2
                        && COMPONENTS.contains(labels.path("component").asText()));
        return selector.size() == 1 && known && labels.path("app").asText().equals(name(manifests.flink()));
    }

    private static List<String> metrics(Manifests manifests) {
        String port = manifests.setting("metrics.reporter.prom.port");
        List<String> breaches = new ArrayList<>();
        for (JsonNode monitor : manifests.all("PodMonitor")) {
            if (monitor.at("/spec/selector/matchLabels").size() != 1) {
                breaches.add("pods of one kind only");
            }
            for (JsonNode endpoint : monitor.at("/spec/podMetricsEndpoints")) {
                boolean served = each(manifests.container().path("ports"))
                        .anyMatch(own -> own.path("name")
                                        .asText()
                                        .equals(endpoint.path("port").asText())
                                && own.path("containerPort").asText().equals(port));
                if (!served) {
                    breaches.add("port " + endpoint.path("port").asText() + " is not " + port);
                }
                if (!endpoint.path("path").asText("/metrics").equals("/metrics")) {
                    breaches.add("path " + endpoint.path("path").asText());
                }
            }
        }
        return breaches;
    }

    /** The same interval, and the same labels dropped: alert rules are made for those. */
    private static List<String> scrape(Manifests manifests) {
        JsonNode prometheus = prometheus();
        Map<String, JsonNode> expected = Map.of(
                "interval", prometheus.at("/global/scrape_interval"),
                "metricRelabelings", prometheus.at("/scrape_configs/0/metric_relabel_configs"));
        List<String> breaches = new ArrayList<>();
        expected.forEach((field, value) -> {
            for (JsonNode monitor : manifests.all("PodMonitor")) {
                JsonNode own = monitor.at("/spec/podMetricsEndpoints/0").path(field);
                if (!own.equals(value)) {
                    breaches.add(field + " is " + own + ", on the compose stack " + value);
                }
            }
        });
        return breaches;
    }

    private static JsonNode prometheus() {
        try {
            return Manifests.YAML.readTree(Files.readString(Path.of("docker/prometheus/prometheus.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> disruption(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        int standing = manifests.flink().at("/spec/jobManager/replicas").asInt();
        for (JsonNode budget : manifests.all("PodDisruptionBudget")) {
            JsonNode spec = budget.path("spec");
            int away = spec.path("maxUnavailable").asInt();
            if (away < 1 || away >= standing || spec.has("minAvailable")) {
                breaches.add(name(budget) + " lets " + away + " of " + standing + " be away");
            }
        }
        if (standing > 1 && manifests.all("PodDisruptionBudget").isEmpty()) {
            breaches.add("all " + standing + " JobManagers may be evicted at once");
        }
        return breaches;
    }
}
