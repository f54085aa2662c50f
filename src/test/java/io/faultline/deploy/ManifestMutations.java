package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Faults of the kind that a review overlooks, at least one per rule. */
final class ManifestMutations {

    static final List<Mutation<Manifests>> ALL = List.of(
            fault("an upgrade has where to keep its state", "stateless", setText("job", "upgradeMode", "stateless")),
            fault("an upgrade has where to keep its state", "no directory", noSetting("execution.checkpointing.dir")),
            fault(
                    "an upgrade has where to keep its state",
                    "savepoints in the pod",
                    setting("execution.checkpointing.savepoint-dir", "file:///tmp/savepoints")),
            fault(
                    "an upgrade has where to keep its state",
                    "state may be dropped",
                    deployment(spec -> ((ObjectNode) spec.path("job")).put("allowNonRestoredState", true))),
            fault(
                    "what must outlive a JobManager is kept outside of it",
                    "no high availability",
                    noSetting("high-availability.type")),
            fault(
                    "what must outlive a JobManager is kept outside of it",
                    "storage in the pod",
                    setting("high-availability.storageDir", "file:///tmp/ha")),
            fault(
                    "the jar is the one in the image",
                    "a jar from the network",
                    setText("job", "jarURI", "https://example.com/faultline-job.jar")),
            fault("the jar is the one in the image", "another jar", setText("job", "jarURI", "local:///opt/job.jar")),
            fault("the jar is the one in the image", "no such class", setText("job", "entryClass", "io.faultline.Job")),
            fault(
                    "the operator is told the Flink that the job is built with",
                    "an older Flink",
                    deployment(spec -> spec.put("flinkVersion", "v1_20"))),
            fault("no secret is in configuration or arguments", "an S3 key", setting("s3.access-key", "x")),
            fault(
                    "no secret is in configuration or arguments",
                    "a password as an argument",
                    deployment(spec -> ((ArrayNode) spec.at("/job/args")).add("--kafka.password=x"))),
            fault(
                    "no task is without a partition",
                    "more tasks than partitions",
                    deployment(spec -> ((ObjectNode) spec.path("job")).put("parallelism", 5))),
            fault(
                    "the job's arguments name a file that is mounted",
                    "another file",
                    deployment(spec -> ((ArrayNode) spec.at("/job/args")).set(1, "/etc/faultline/job.properties"))),
            fault("images are pinned", "latest", deployment(spec -> spec.put("image", "faultline-job:latest"))),
            fault("images are pinned", "no tag", deployment(spec -> spec.put("image", "registry:5000/faultline-job"))),
            fault("pods run without any right they do not need", "as root", pod("runAsNonRoot")),
            fault("pods run without any right they do not need", "any system call", pod("seccompProfile")),
            fault("pods run without any right they do not need", "escalation", rights("allowPrivilegeEscalation")),
            fault("pods run without any right they do not need", "capabilities", rights("capabilities")),
            fault("pods run without any right they do not need", "writable root", rights("readOnlyRootFilesystem")),
            fault(
                    "pods share nothing with their host",
                    "its network",
                    deployment(spec -> ((ObjectNode) spec.at("/podTemplate/spec")).put("hostNetwork", true))),
            fault(
                    "the first container is the one that Flink knows",
                    "another name",
                    deployment(
                            spec -> ((ObjectNode) spec.at("/podTemplate/spec/containers/0")).put("name", "faultline"))),
            fault(
                    "mounts and volumes belong together",
                    "a volume is missing",
                    deployment(spec -> ((ArrayNode) spec.at("/podTemplate/spec/volumes")).remove(0))),
            fault(
                    "mounts and volumes belong together",
                    "a volume without bound",
                    deployment(spec ->
                            ((ObjectNode) spec.at("/podTemplate/spec/volumes/1/emptyDir")).remove("sizeLimit"))));

    private ManifestMutations() {}

    private static Mutation<Manifests> fault(String rule, String fault, Consumer<Manifests> change) {
        return new Mutation<>(rule, fault, change);
    }

    private static Consumer<Manifests> deployment(Consumer<ObjectNode> change) {
        return manifests -> change.accept((ObjectNode) manifests.flink().path("spec"));
    }

    private static Consumer<Manifests> setText(String part, String field, String value) {
        return deployment(spec -> ((ObjectNode) spec.path(part)).put(field, value));
    }

    private static Consumer<Manifests> setting(String key, String value) {
        return setText("flinkConfiguration", key, value);
    }

    private static Consumer<Manifests> noSetting(String key) {
        return deployment(spec -> ((ObjectNode) spec.path("flinkConfiguration")).remove(key));
    }

    private static Consumer<Manifests> pod(String field) {
        return deployment(spec -> remove(spec.at("/podTemplate/spec/securityContext"), field));
    }

    private static Consumer<Manifests> rights(String field) {
        return deployment(spec -> remove(spec.at("/podTemplate/spec/containers/0/securityContext"), field));
    }

    private static void remove(JsonNode from, String field) {
        ((ObjectNode) from).remove(field);
    }
}
