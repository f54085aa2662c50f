package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the services that watch the job let others do, and how long they remember. */
final class ComposeWatcherRules {

    /** A weekend and the week before it: what whoever is called looks back at. */
    private static final int DAYS = 10;

    /** All that Grafana is told; the first two open it to whoever reaches its port. */
    private static final Map<String, String> GRAFANA = Map.of(
            "GF_AUTH_ANONYMOUS_ENABLED", "false",
            "GF_USERS_ALLOW_SIGN_UP", "false",
            "GF_ANALYTICS_REPORTING_ENABLED", "false",
            "GF_ANALYTICS_CHECK_FOR_UPDATES", "false");

    private static final String PASSWORD = "GF_SECURITY_ADMIN_PASSWORD";

    /** Options without those that let others delete series, or change or end the server. */
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "prometheus", Set.of("--config.file", "--storage.tsdb.path", "--storage.tsdb.retention.time"),
            "alertmanager", Set.of("--config.file", "--storage.path", "--cluster.listen-address"));

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("nobody looks at Grafana without a password", ComposeWatcherRules::grafana),
            new Rule<>("nobody changes a server that watches from outside", ComposeWatcherRules::options),
            new Rule<>("what was seen is kept for days", ComposeWatcherRules::retention));

    private ComposeWatcherRules() {}

    private static List<String> grafana(JsonNode file) {
        JsonNode given = file.at("/services/grafana/environment");
        List<String> breaches = new ArrayList<>();
        GRAFANA.forEach((name, value) -> {
            if (!given.path(name).asText().equals(value)) {
                breaches.add(name + " is not " + value);
            }
        });
        given.fieldNames().forEachRemaining(name -> {
            if (!GRAFANA.containsKey(name) && !name.equals(PASSWORD)) {
                breaches.add(name + " is not one that was looked up");
            }
        });
        if (!given.has(PASSWORD)) {
            breaches.add("the password is the one that all know");
        }
        return breaches;
    }

    private static List<String> options(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        OPTIONS.forEach((service, known) -> texts(file.at("/services/" + service + "/command")).stream()
                .filter(option -> !known.contains(option.replaceAll("=.*", "")))
                .forEach(option -> breaches.add(service + " has " + option)));
        return breaches;
    }

    private static List<String> retention(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        List<String> options = texts(file.at("/services/prometheus/command"));
        String days = "--storage.tsdb.retention.time=";
        if (options.stream()
                .filter(given -> given.matches(days + "\\d+d"))
                .noneMatch(given -> Integer.parseInt(given.replaceAll("\\D", "")) >= DAYS)) {
            breaches.add("Prometheus keeps less than " + DAYS + " days");
        }
        if (!options.contains("--storage.tsdb.path=/prometheus")) {
            breaches.add("Prometheus keeps nothing on its volume");
        }
        if (!texts(file.at("/services/alertmanager/command")).contains("--storage.path=/alertmanager")) {
            breaches.add("Alertmanager keeps no silence on its volume");
        }
        return breaches;
    }
}
