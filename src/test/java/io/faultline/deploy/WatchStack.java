package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of the compose stack that watch the job, as one tree: each rule and each fault is about a part of it. */
final class WatchStack {

    /** Where the files stand in the tree. */
    private static final Map<String, String> FILES = Map.of(
            "prometheus", "docker/prometheus/prometheus.yml",
            "alertmanager", "docker/prometheus/alertmanager.yml",
            "datasources", "docker/grafana/provisioning/datasources/prometheus.yml",
            "dashboards", "docker/grafana/provisioning/dashboards/faultline.yml");

    private WatchStack() {}

    static JsonNode read() throws IOException {
        ObjectNode stack = JsonNodeFactory.instance.objectNode();
        stack.set("compose", ComposeTest.compose());
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            stack.set(file.getKey(), yaml(Path.of(file.getValue())));
        }
        for (Path file : list("docker/prometheus/rules")) {
            yaml(file)
                    .path("groups")
                    .forEach(group -> group.path("rules")
                            .forEach(rule -> stack.withArray("alerts").add(rule)));
        }
        for (Path file : list("docker/grafana/dashboards")) {
            stack.withArray("boards").add(yaml(file));
        }
        return stack;
    }

    static List<Path> list(String directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode yaml(Path file) throws IOException {
        return Manifests.YAML.readTree(Files.readString(file));
    }

    /** Whether there is a service that answers at {@code host:port}. */
    static boolean serves(JsonNode stack, String address) {
        String[] parts = address.split(":", -1);
        return parts.length == 2
                && texts(stack.at("/compose/services/" + parts[0] + "/ports")).stream()
                        .anyMatch(port -> port.endsWith(":" + parts[1]));
    }

    /** The file or directory of the checkout that a service sees at a path; none if nothing is mounted there. */
    static Optional<Path> seen(JsonNode stack, String service, String path) {
        Map<String, String> mounts = new TreeMap<>();
        for (String volume : texts(stack.at("/compose/services/" + service + "/volumes"))) {
            String[] parts = volume.split(":", -1);
            if (parts[0].startsWith("./")) {
                mounts.put(parts[1], "docker/" + parts[0].substring(2));
            }
        }
        return mounts.entrySet().stream()
                .filter(mount -> (path + "/").startsWith(mount.getKey() + "/"))
                .map(mount ->
                        Path.of(mount.getValue() + path.substring(mount.getKey().length())))
                .filter(Files::exists)
                .findFirst();
    }
}
