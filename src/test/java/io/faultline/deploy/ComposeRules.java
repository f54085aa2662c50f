package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.flink.configuration.MemorySize;

/** What must hold of the compose file with its anchors resolved. */
final class ComposeRules {

    private static final Pattern PINNED =
            Pattern.compile("\\S+:(?!latest$)([\\w.-]*\\d[\\w.-]*|\\$\\{\\w+:-\\d[\\w.-]*})");
    /** Without a default an empty argument would end the options. */
    private static final Pattern RESTORE = Pattern.compile("\\$\\{FAULTLINE_RESTORE:--D[\\w.-]+=\\w+}");

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|access_key).*");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("ports are open to this machine only", each(ComposeRules::ports)),
            new Rule<>("every service has a limit of CPU and memory", each(ComposeRules::limits)),
            new Rule<>("every service that stays tells whether it is well", each(ComposeRules::health)),
            new Rule<>("services that end are not started for ever, others are", each(ComposeRules::restarts)),
            new Rule<>("a job that was stopped is started by hand, from its savepoint", ComposeRules::resumption),
            new Rule<>("images are pinned", each(ComposeRules::images)),
            new Rule<>("services drop what rights they can", each(ComposeRules::rights)),
            new Rule<>("no secret has a value or a default", each(ComposeRules::secrets)),
            new Rule<>("files that are mounted are there", each(ComposeRules::mounts)),
            new Rule<>("volumes and services that are named are there", ComposeRules::names),
            new Rule<>("Flink's processes fit into their limits", ComposeRules::memory),
            new Rule<>("Flink does not take the job's arguments for its own", ComposeRules::arguments));

    private ComposeRules() {}

    /** A rule for every service: from its name and itself to its breaches. */
    static Function<JsonNode, List<String>> each(BiFunction<String, JsonNode, List<String>> rule) {
        return file -> {
            List<String> breaches = new ArrayList<>();
            file.path("services")
                    .fields()
                    .forEachRemaining(service -> rule.apply(service.getKey(), service.getValue())
                            .forEach(breach -> breaches.add(service.getKey() + ": " + breach)));
            return breaches;
        };
    }

    private static List<String> ports(String name, JsonNode service) {
        return texts(service.path("ports")).stream()
                .filter(port -> !port.matches("127\\.0\\.0\\.1:\\d+:\\d+"))
                .toList();
    }

    private static List<String> limits(String name, JsonNode service) {
        JsonNode limits = service.at("/deploy/resources/limits");
        return limits.has("cpus") && limits.has("memory") ? List.of() : List.of("no limits");
    }

    private static boolean ends(JsonNode service) {
        return service.path("restart").asText().startsWith("on-failure:");
    }

    private static List<String> health(String name, JsonNode service) {
        return ends(service) || service.at("/healthcheck/test").size() > 1 ? List.of() : List.of("no health check");
    }

    private static List<String> restarts(String name, JsonNode service) {
        String restart = service.path("restart").asText();
        boolean bounded = restart.matches("on-failure:\\d+");
        boolean always = restart.equals(name.equals("jobmanager") ? "on-failure" : "unless-stopped");
        return bounded || always ? List.of() : List.of("restart \"" + restart + "\"");
    }

    /** A JobManager ends with code 0 when its job was stopped or cancelled; its next start knows no state but what it is told. */
    private static List<String> resumption(JsonNode file) {
        JsonNode service = file.at("/services/jobmanager");
        List<String> command = texts(service.path("command"));
        List<String> own = command.subList(0, Math.max(0, command.indexOf("--")));
        List<String> breaches = new ArrayList<>();
        if (!service.path("restart").asText().equals("on-failure")) {
            breaches.add("a stopped job is started without state");
        }
        if (own.stream().filter(RESTORE.asMatchPredicate()).count() != 1) {
            breaches.add("no way to name a savepoint");
        }
        return breaches;
    }

    private static List<String> images(String name, JsonNode service) {
        String image = service.path("image").asText();
        return PINNED.matcher(image).matches() ? List.of() : List.of("image " + image);
    }

    private static List<String> rights(String name, JsonNode service) {
        boolean dropped = texts(service.path("cap_drop")).contains("ALL")
                && texts(service.path("security_opt")).contains("no-new-privileges:true")
                && !service.path("privileged").asBoolean();
        return dropped ? List.of() : List.of("keeps rights");
    }

    private static List<String> secrets(String name, JsonNode service) {
        List<String> breaches = new ArrayList<>();
        service.path("environment").fields().forEachRemaining(entry -> {
            boolean asked = entry.getValue().asText().matches("\\$\\{\\w+:\\?.+}");
            if (SECRET.matcher(entry.getKey()).matches() && !asked) {
                breaches.add(entry.getKey());
            }
        });
        return breaches;
    }

    private static List<String> mounts(String name, JsonNode service) {
        return texts(service.path("volumes")).stream()
                .filter(volume -> volume.startsWith("."))
                .filter(volume -> !volume.endsWith(":ro")
                        || !Files.exists(Path.of("docker", volume.substring(0, volume.indexOf(':')))))
                .toList();
    }

    private static List<String> names(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        file.path("services").fields().forEachRemaining(service -> {
            for (String volume : texts(service.getValue().path("volumes"))) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (!source.startsWith(".") && !file.path("volumes").has(source)) {
                    breaches.add(service.getKey() + ": volume " + source);
                }
            }
            service.getValue().path("depends_on").fieldNames().forEachRemaining(other -> {
                if (!file.path("services").has(other)) {
                    breaches.add(service.getKey() + ": depends on " + other);
                }
            });
        });
        return breaches;
    }

    private static List<String> memory(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        for (String service : List.of("jobmanager", "taskmanager")) {
            MemorySize limit = MemorySize.parse(file.at("/services/" + service + "/deploy/resources/limits/memory")
                    .asText("0"));
            MemorySize process = MemorySize.parse(FlinkSettings.all().get(service + ".memory.process.size"));
            if (limit.compareTo(process) <= 0) {
                breaches.add(service + ": limit " + limit + ", Flink takes " + process);
            }
        }
        return breaches;
    }

    /** Flink's parser takes {@code --config} for a short form of {@code --configDir}, unless "--" ends its own options. */
    private static List<String> arguments(JsonNode file) {
        List<String> command = texts(file.at("/services/jobmanager/command"));
        List<String> job =
                command.contains("--") ? command.subList(command.indexOf("--") + 1, command.size()) : command;
        boolean known = job.size() == 2
                && job.get(0).equals("--config")
                && Set.of("live", "replay").stream()
                        .allMatch(mode -> Files.exists(Path.of("docker", mode + ".properties")));
        return known ? List.of() : List.of("the job gets " + job);
    }
}
