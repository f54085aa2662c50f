package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether pods are as large as what runs in them. */
final class SizeRules {

    /** What the operator's log4j keeps at most: the file that is written and ten full ones of 100 MB. */
    private static final long LOGS = 11 * 100_000_000L;

    /** Kinds of pods, and Flink's setting of what such a process was measured to need. */
    private static final Map<String, String> PROCESSES = Map.of(
            "jobManager", "jobmanager.memory.process.size",
            "taskManager", "taskmanager.memory.process.size");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>(
                    "both kinds of pods have the memory that Flink was measured with, and CPU", SizeRules::processes),
            new Rule<>("memory that a container asks for is enough", SizeRules::containers),
            new Rule<>("logs fit into their volume", SizeRules::logs));

    private SizeRules() {}

    private static List<String> processes(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        PROCESSES.forEach((kind, setting) -> {
            JsonNode resource = manifests.flink().path("spec").path(kind).path("resource");
            atLeast(setting, resource.path("memory").asText(), kind, breaches);
            if (resource.path("cpu").asDouble() < 0.5) {
                breaches.add(kind + " has cpu \"" + resource.path("cpu").asText() + "\"");
            }
        });
        return breaches;
    }

    /** Flink sets those of its own container; what a template says there must not be less. */
    private static List<String> containers(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (String path :
                List.of("/spec/podTemplate", "/spec/jobManager/podTemplate", "/spec/taskManager/podTemplate")) {
            for (JsonNode container : manifests.flink().at(path + "/spec/containers")) {
                for (JsonNode memory : container.path("resources").findValues("memory")) {
                    PROCESSES.forEach((kind, setting) -> atLeast(setting, memory.asText(), path, breaches));
                }
            }
        }
        return breaches;
    }

    private static void atLeast(String setting, String memory, String whose, List<String> breaches) {
        String needed = FlinkSettings.all().get(setting);
        if (Bytes.of(memory) < Bytes.of(needed)) {
            breaches.add(whose + " has \"" + memory + "\", a process takes " + needed);
        }
    }

    private static List<String> logs(Manifests manifests) {
        String volume = "";
        for (JsonNode mount : manifests.container().path("volumeMounts")) {
            if (mount.path("mountPath").asText().equals("/opt/flink/log")) {
                volume = mount.path("name").asText();
            }
        }
        for (JsonNode each : manifests.pod().path("volumes")) {
            String limit = each.at("/emptyDir/sizeLimit").asText();
            if (each.path("name").asText().equals(volume) && Bytes.of(limit) > LOGS) {
                return List.of();
            }
        }
        return List.of("volume \"" + volume + "\" is not there or holds less than " + LOGS + " bytes");
    }
}
