package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of docker/config/config.yaml as flat keys and texts. */
final class FlinkSettings {

    /** The one place of Flink's settings. */
    static final Path FILE = Path.of("docker/config/config.yaml");

    /** What Kubernetes has its own answer to: where pods are, how large, and where state outlives them. */
    static final List<String> OWN_TO_A_DEPLOYMENT = List.of(
            "jobmanager.rpc.address",
            "rest.address",
            "jobmanager.memory.process.size",
            "taskmanager.memory.process.size",
            "parallelism.default",
            "execution.checkpointing.dir",
            "execution.checkpointing.savepoint-dir",
            "high-availability.storageDir");

    private FlinkSettings() {}

    /** All of them. */
    static Map<String, String> all() {
        try {
            Map<String, String> flat = new TreeMap<>();
            flatten("", Manifests.of(Files.readString(FILE)).objects().get(0), flat);
            return flat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that hold in every deployment; Kubernetes needs no ZooKeeper. */
    static Map<String, String> shared() {
        Map<String, String> shared = all();
        OWN_TO_A_DEPLOYMENT.forEach(shared::remove);
        shared.keySet().removeIf(key -> key.startsWith("high-availability.zookeeper."));
        return shared;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        if (node instanceof ObjectNode object) {
            object.fields()
                    .forEachRemaining(entry -> flatten(
                            prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(), entry.getValue(), flat));
        } else if (node.isArray()) {
            flat.put(prefix, "[" + String.join(", ", Manifests.texts(node)) + "]");
        } else {
            flat.put(prefix, node.asText());
        }
    }
}
