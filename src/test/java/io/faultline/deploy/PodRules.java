package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the job's pods may do, and what they are made of. */
final class PodRules {

    private static final String MAIN = "flink-main-container";
    private static final Pattern PINNED = Pattern.compile("\\S+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("images are pinned", PodRules::images),
            new Rule<>("pods run without any right they do not need", PodRules::rights),
            new Rule<>("pods share nothing with their host", PodRules::host),
            new Rule<>("the first container is the one that Flink knows", PodRules::main),
            new Rule<>("mounts and volumes belong together", PodRules::volumes));

    private PodRules() {}

    private static List<String> images(Manifests manifests) {
        List<String> images = new ArrayList<>();
        manifests.objects().forEach(object -> images.addAll(object.findValuesAsText("image")));
        List<String> breaches = new ArrayList<>(images.stream()
                .filter(image -> !PINNED.matcher(image).matches())
                .toList());
        if (images.isEmpty()) {
            breaches.add("no image at all");
        }
        return breaches;
    }

    private static List<String> rights(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        JsonNode pod = manifests.pod().path("securityContext");
        must(pod.path("runAsNonRoot").asBoolean(), "runAsNonRoot", breaches);
        must(pod.path("runAsUser").asInt() > 0, "runAsUser", breaches);
        // Volumes would belong to root, and Flink could write neither logs nor to /tmp.
        must(pod.path("fsGroup").asInt() > 0, "fsGroup", breaches);
        must(pod.at("/seccompProfile/type").asText().equals("RuntimeDefault"), "seccompProfile", breaches);
        for (JsonNode container : containers(manifests)) {
            String name = container.path("name").asText() + " ";
            JsonNode rights = container.path("securityContext");
            must(rights.path("allowPrivilegeEscalation").asText().equals("false"), name + "escalation", breaches);
            must(rights.path("readOnlyRootFilesystem").asBoolean(), name + "readOnlyRootFilesystem", breaches);
            must(texts(rights.at("/capabilities/drop")).contains("ALL"), name + "drops not ALL", breaches);
            must(rights.at("/capabilities/add").isMissingNode(), name + "adds capabilities", breaches);
            must(!rights.path("privileged").asBoolean(), name + "is privileged", breaches);
        }
        return breaches;
    }

    private static List<String> host(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
            must(!manifests.pod().path(field).asBoolean(), field, breaches);
        }
        must(manifests.pod().findValues("hostPath").isEmpty(), "hostPath", breaches);
        must(manifests.pod().findValues("hostPort").isEmpty(), "hostPort", breaches);
        return breaches;
    }

    private static List<String> main(Manifests manifests) {
        String name = manifests.container().path("name").asText();
        return name.equals(MAIN) ? List.of() : List.of("it is \"" + name + "\"");
    }

    private static List<String> volumes(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        Set<String> mounted = new HashSet<>();
        containers(manifests)
                .forEach(container -> each(container.path("volumeMounts"))
                        .forEach(mount -> mounted.add(mount.path("name").asText())));
        Set<String> there = new HashSet<>();
        for (JsonNode volume : manifests.pod().path("volumes")) {
            there.add(volume.path("name").asText());
            boolean bounded = volume.path("emptyDir").isMissingNode()
                    || volume.path("emptyDir").has("sizeLimit");
            must(bounded, volume.path("name").asText() + " has no sizeLimit", breaches);
        }
        mounted.stream().filter(name -> !there.contains(name)).forEach(name -> breaches.add(name + " is no volume"));
        there.stream().filter(name -> !mounted.contains(name)).forEach(name -> breaches.add(name + " is not mounted"));
        return breaches;
    }

    private static List<JsonNode> containers(Manifests manifests) {
        List<JsonNode> containers = new ArrayList<>();
        for (String list : List.of("containers", "initContainers")) {
            each(manifests.pod().path(list)).forEach(containers::add);
        }
        return containers;
    }

    private static void must(boolean holds, String breach, List<String> breaches) {
        if (!holds) {
            breaches.add(breach);
        }
    }
}
