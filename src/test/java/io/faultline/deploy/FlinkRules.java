package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** What the operator's schema of a FlinkDeployment cannot say: fields that must fit each other, and the image. */
final class FlinkRules {

    private static final String CHECKPOINTS = "execution.checkpointing.dir";
    private static final String SAVEPOINTS = "execution.checkpointing.savepoint-dir";
    private static final String HA_STORAGE = "high-availability.storageDir";
    private static final Pattern SECRET =
            Pattern.compile("access-?key|secret|password|passwd|token$|jaas", Pattern.CASE_INSENSITIVE);

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("an upgrade has where to keep its state", FlinkRules::state),
            new Rule<>("what must outlive a JobManager is kept outside of it", FlinkRules::highAvailability),
            new Rule<>("the jar is the one in the image", FlinkRules::jar),
            new Rule<>("the operator is told the Flink that the job is built with", FlinkRules::version),
            new Rule<>("no secret is in configuration or arguments", FlinkRules::secrets),
            new Rule<>("no task is without a partition", FlinkRules::parallelism),
            new Rule<>("the job's arguments name a file that is mounted", FlinkRules::arguments));

    private FlinkRules() {}

    private static List<String> state(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        String mode = manifests.flink().at("/spec/job/upgradeMode").asText();
        if (!Set.of("savepoint", "last-state").contains(mode)) {
            breaches.add("upgradeMode \"" + mode + "\" forgets open incidents");
        }
        remote(manifests, CHECKPOINTS, breaches);
        remote(manifests, SAVEPOINTS, breaches);
        if (manifests.flink().at("/spec/job/allowNonRestoredState").asBoolean()) {
            breaches.add("allowNonRestoredState drops state without a word");
        }
        return breaches;
    }

    private static List<String> highAvailability(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        if (!manifests.setting("high-availability.type").equals("kubernetes")) {
            breaches.add("high-availability.type is not kubernetes");
        }
        remote(manifests, HA_STORAGE, breaches);
        if (manifests.flink().at("/spec/jobManager/replicas").asInt() < 1) {
            breaches.add("no JobManager");
        }
        return breaches;
    }

    private static void remote(Manifests manifests, String key, List<String> breaches) {
        if (!manifests.setting(key).matches("(s3|gs|abfss|hdfs)://.+/.+")) {
            breaches.add(key + " is \"" + manifests.setting(key) + "\", which no other pod can read");
        }
    }

    private static List<String> jar(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        String uri = manifests.flink().at("/spec/job/jarURI").asText();
        if (!uri.equals("local://" + Dockerfile.read().jar())) {
            breaches.add(uri + " is not in the image");
        }
        String entry = manifests.flink().at("/spec/job/entryClass").asText();
        if (!entry.equals(io.faultline.FaultlineJob.class.getName())) {
            breaches.add("entryClass \"" + entry + "\" is not the job");
        }
        return breaches;
    }

    private static List<String> version(Manifests manifests) {
        String built = EnvironmentInformation.getVersion();
        String expected = "v" + built.replaceAll("^(\\d+)\\.(\\d+)\\..*", "$1_$2");
        String told = manifests.flink().at("/spec/flinkVersion").asText();
        return told.equals(expected) ? List.of() : List.of(told + " is not Flink " + built);
    }

    private static List<String> secrets(Manifests manifests) {
        Set<String> breaches = new TreeSet<>();
        manifests.flink().at("/spec/flinkConfiguration").fieldNames().forEachRemaining(key -> {
            if (SECRET.matcher(key).find()) {
                breaches.add(key);
            }
        });
        for (String argument : texts(manifests.flink().at("/spec/job/args"))) {
            if (SECRET.matcher(argument).find()) {
                breaches.add("argument " + argument);
            }
        }
        return List.copyOf(breaches);
    }

    private static List<String> parallelism(Manifests manifests) {
        int parallelism = manifests.flink().at("/spec/job/parallelism").asInt();
        int partitions = manifests.all("KafkaTopic").stream()
                .mapToInt(topic -> topic.at("/spec/partitions").asInt())
                .max()
                .orElse(0);
        return parallelism >= 1 && parallelism <= partitions
                ? List.of()
                : List.of("parallelism " + parallelism + ", partitions " + partitions);
    }

    private static List<String> arguments(Manifests manifests) {
        List<String> arguments = texts(manifests.flink().at("/spec/job/args"));
        if (arguments.size() != 2 || !arguments.get(0).equals("--config")) {
            return List.of("arguments are " + arguments);
        }
        for (JsonNode mount : manifests.container().path("volumeMounts")) {
            String directory = mount.path("mountPath").asText() + "/";
            String file = arguments.get(1);
            if (file.startsWith(directory) && manifests.configFiles().containsKey(file.substring(directory.length()))) {
                return List.of();
            }
        }
        return List.of(arguments.get(1) + " is mounted from nowhere");
    }
}
