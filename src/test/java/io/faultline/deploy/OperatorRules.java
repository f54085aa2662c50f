package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the Flink Kubernetes Operator is told: it passes over keys that it does not know. */
final class OperatorRules {

    private static final String OPERATOR = "kubernetes.operator.";
    private static final String HEALTH = OPERATOR + "cluster.health-check.";

    /** Options of the operator 1.15 that were looked up, without their common beginning. */
    private static final Set<String> KNOWN_TO_THE_OPERATOR = Set.of(
            "cluster.health-check.enabled",
            "cluster.health-check.checkpoint-progress.enabled",
            "periodic.savepoint.interval",
            "savepoint.history.max.age",
            "savepoint.history.max.count");

    /** Options of Flink's S3 plugin. */
    private static final Set<String> KNOWN_TO_S3 = Set.of("s3.endpoint", "s3.path.style.access");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("Flink starts its TaskManagers itself", OperatorRules::mode),
            new Rule<>("every setting is one that Flink or its operator knows", OperatorRules::settings),
            new Rule<>("nothing deploys a job anew that waits for Kafka or its store", OperatorRules::health),
            new Rule<>("savepoints are kept for days", OperatorRules::savepoints));

    private OperatorRules() {}

    private static List<String> mode(Manifests manifests) {
        JsonNode spec = manifests.flink().path("spec");
        List<String> breaches = new ArrayList<>();
        // The role, the labels of the pods and the network policies are those of this mode.
        if (!spec.path("mode").asText().equals("native")) {
            breaches.add("mode " + spec.path("mode"));
        }
        if (spec.path("taskManager").has("replicas")) {
            breaches.add("replicas of TaskManagers mean nothing here: parallelism and slots do");
        }
        if (!spec.at("/job/state").asText("running").equals("running")) {
            breaches.add("the job is " + spec.at("/job/state"));
        }
        return breaches;
    }

    private static List<String> settings(Manifests manifests) {
        Set<String> known = FlinkOptions.all().keySet();
        return settingsOf(manifests).keySet().stream()
                .filter(key -> !known.contains(key))
                .filter(key -> !KNOWN_TO_S3.contains(key))
                .filter(key ->
                        !key.startsWith(OPERATOR) || !KNOWN_TO_THE_OPERATOR.contains(key.substring(OPERATOR.length())))
                .filter(key -> !key.startsWith(FlinkOptions.REPORTER))
                .toList();
    }

    private static Map<String, String> settingsOf(Manifests manifests) {
        Map<String, String> settings = new TreeMap<>();
        manifests
                .flink()
                .at("/spec/flinkConfiguration")
                .fields()
                .forEachRemaining(
                        entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    private static List<String> health(Manifests manifests) {
        Map<String, String> settings = settingsOf(manifests);
        boolean on = Boolean.parseBoolean(settings.getOrDefault(HEALTH + "enabled", "false"));
        boolean progress = Boolean.parseBoolean(settings.getOrDefault(HEALTH + "checkpoint-progress.enabled", "true"));
        return on && progress ? List.of("the operator looks for new checkpoints") : List.of();
    }

    private static List<String> savepoints(Manifests manifests) {
        Map<String, String> settings = settingsOf(manifests);
        List<String> breaches = new ArrayList<>();
        for (String option : List.of("periodic.savepoint.interval", "savepoint.history.max.age")) {
            String duration = settings.getOrDefault(OPERATOR + option, "0 h");
            if (!duration.matches("[1-9]\\d* (h|d)")) {
                breaches.add(option + " is " + duration);
            }
        }
        // One a day, and those of upgrades.
        String count = settings.getOrDefault(OPERATOR + "savepoint.history.max.count", "0");
        if (Integer.parseInt(count) < 10) {
            breaches.add("only " + count + " are kept");
        }
        return breaches;
    }
}
