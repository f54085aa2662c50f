package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the services of the compose file fit each other and Flink's configuration. */
final class ComposeStackRules {

    private static final List<String> FLINK = List.of("jobmanager", "taskmanager");
    private static final String HA = "high-availability.";

    /** Who waits for whom to be how far. */
    private static final List<String> ORDER = List.of(
            "topics kafka service_healthy",
            "rules topics service_completed_successfully",
            "jobmanager rules service_completed_successfully",
            "jobmanager zookeeper service_healthy",
            "taskmanager zookeeper service_healthy",
            "replay jobmanager service_healthy");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("both roles of Flink find the same ZooKeeper, and it is there", ComposeStackRules::zookeeper),
            new Rule<>("state is on a volume that both roles of Flink share", ComposeStackRules::state),
            new Rule<>("what must outlive a container is on a volume", ComposeStackRules::volumes),
            new Rule<>("services start when what they need is there", ComposeStackRules::order),
            new Rule<>("rules that somebody changed stay", ComposeStackRules::rules));

    private ComposeStackRules() {}

    private static List<String> zookeeper(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        Map<String, String> first = availability(file, FLINK.get(0));
        for (String service : FLINK) {
            Map<String, String> own = availability(file, service);
            String[] quorum =
                    own.getOrDefault(HA + "zookeeper.quorum", "none:0").split(":", -1);
            boolean there = file.path("services").has(quorum[0]) && quorum[quorum.length - 1].equals("2181");
            boolean kept = own.getOrDefault(HA + "type", "").equals("zookeeper")
                    && own.getOrDefault(HA + "cluster-id", "").matches("/\\w+");
            if (!there || !kept || !own.equals(first)) {
                breaches.add(service + ": " + own);
            }
        }
        return breaches;
    }

    private static Map<String, String> availability(JsonNode file, String service) {
        Map<String, String> settings = new TreeMap<>();
        for (String argument : texts(file.at("/services/" + service + "/command"))) {
            int equals = argument.indexOf('=');
            if (argument.startsWith("-D" + HA) && equals > 0) {
                settings.put(argument.substring(2, equals), argument.substring(equals + 1));
            }
        }
        return settings;
    }

    private static List<String> state(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        Map<String, String> settings = FlinkSettings.all();
        for (String key :
                List.of("execution.checkpointing.dir", "execution.checkpointing.savepoint-dir", HA + "storageDir")) {
            String place = settings.get(key).replace("file://", "");
            for (String service : FLINK) {
                boolean kept = named(file, service).entrySet().stream()
                        .anyMatch(volume -> place.startsWith(volume.getKey() + "/")
                                && volume.getValue().equals("flink-state"));
                if (!kept) {
                    breaches.add(service + ": " + place + " goes with the container");
                }
            }
        }
        return breaches;
    }

    private static List<String> volumes(JsonNode file) {
        Map<String, List<String>> kept = Map.of(
                "kafka",
                        List.of(file.at("/services/kafka/environment/KAFKA_LOG_DIRS")
                                .asText("none")),
                "zookeeper", List.of("/data", "/datalog"),
                "prometheus", List.of("/prometheus"),
                "alertmanager", List.of("/alertmanager"),
                "grafana", List.of("/var/lib/grafana"));
        List<String> breaches = new ArrayList<>();
        kept.forEach((service, places) -> places.stream()
                .filter(place -> !named(file, service).containsKey(place))
                .forEach(place -> breaches.add(service + ": " + place + " goes with the container")));
        return breaches;
    }

    /** Volumes with a name that a service mounts writable, by where it does. */
    private static Map<String, String> named(JsonNode file, String service) {
        Map<String, String> volumes = new TreeMap<>();
        for (String volume : texts(file.at("/services/" + service + "/volumes"))) {
            String[] parts = volume.split(":", -1);
            if (parts.length == 2 && file.path("volumes").has(parts[0])) {
                volumes.put(parts[1], parts[0]);
            }
        }
        return volumes;
    }

    private static List<String> order(JsonNode file) {
        return ORDER.stream()
                .filter(line -> {
                    String[] words = line.split(" ", -1);
                    return !file.at("/services/" + words[0] + "/depends_on/" + words[1] + "/condition")
                            .asText()
                            .equals(words[2]);
                })
                .toList();
    }

    private static List<String> rules(JsonNode file) {
        List<String> command = texts(file.at("/services/rules/command"));
        return command.containsAll(List.of("rules", "publish", "--shipped", "--if-none"))
                ? List.of()
                : List.of("each up runs " + command);
    }
}
