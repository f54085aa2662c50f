package io.faultline.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Faults in how the objects of an overlay fit each other, at least one per rule. */
final class ClusterMutations {

    static final List<Mutation<Manifests>> ALL = List.of(
            fault(
                    "all objects are in one namespace under names of their own",
                    "another namespace",
                    manifests -> metadata(manifests, "Role", "faultline").put("namespace", "default")),
            fault(
                    "configuration that is mounted is there",
                    "another name",
                    manifests ->
                            metadata(manifests, "ConfigMap", "faultline-config").put("name", "faultline-config")),
            fault(
                    "somebody makes each secret",
                    "no user for the job",
                    manifests -> metadata(manifests, "KafkaUser", "faultline").put("name", "faultline-job")),
            fault(
                    "somebody makes each secret",
                    "credentials of nobody",
                    manifests -> ((ObjectNode) manifests.container().at("/env/0/valueFrom/secretKeyRef"))
                            .put("name", "aws")),
            fault(
                    "what is not allowed is denied, both ways",
                    "egress is open",
                    manifests -> ((ArrayNode)
                                    policy(manifests, "faultline-default-deny").path("policyTypes"))
                            .remove(1)),
            fault(
                    "no policy lets everybody in",
                    "REST for all",
                    manifests -> ((ObjectNode) policy(manifests, "faultline-rest-from-operator")
                                    .at("/ingress/0"))
                            .remove("from")),
            fault(
                    "no policy lets everybody in",
                    "out to anywhere",
                    manifests -> ((ObjectNode)
                                    policy(manifests, "faultline-to-names").at("/egress/0"))
                            .remove("to")),
            fault(
                    "topics are those of the contract",
                    "a partition less",
                    manifests ->
                            spec(manifests, "KafkaTopic", "market.ticks.v1").put("partitions", 3)),
            fault(
                    "topics are those of the contract",
                    "rules that expire",
                    manifests -> ((ObjectNode) spec(manifests, "KafkaTopic", "faultline.rules.v1")
                                    .path("config"))
                            .put("cleanup.policy", "delete")),
            fault(
                    "topics are those of the contract",
                    "a topic nobody knows",
                    manifests -> metadata(manifests, "KafkaTopic", "faultline.alerts.v1")
                            .put("name", "alerts")),
            fault(
                    "users may name only topics that are there, and change none",
                    "every topic",
                    manifests ->
                            ((ObjectNode) acls(manifests, "faultline-reader").at("/0/resource")).put("name", "*")),
            fault(
                    "users may name only topics that are there, and change none",
                    "all rights",
                    manifests -> ((ArrayNode) acls(manifests, "faultline-feed").at("/0/operations")).add("All")),
            fault(
                    "users may name only topics that are there, and change none",
                    "no authorization",
                    manifests ->
                            spec(manifests, "KafkaUser", "faultline-reader").remove("authorization")),
            fault(
                    "the job finds its Kafka, and the network lets it",
                    "another port",
                    file("kafka.properties", ":9093", ":9094")),
            fault(
                    "the job finds its Kafka, and the network lets it",
                    "another cluster",
                    file("kafka.properties", "kafka-kafka-bootstrap", "events-kafka-bootstrap")),
            fault(
                    "the job reads its configuration",
                    "a key store that is nowhere",
                    file("kafka.properties", "/etc/faultline-kafka/user/user.p12", "/etc/kafka/user.p12")));

    private ClusterMutations() {}

    private static Mutation<Manifests> fault(String rule, String fault, Consumer<Manifests> change) {
        return new Mutation<>(rule, fault, change);
    }

    private static ObjectNode metadata(Manifests manifests, String kind, String name) {
        return (ObjectNode) manifests.the(kind, name).path("metadata");
    }

    private static ObjectNode spec(Manifests manifests, String kind, String name) {
        return (ObjectNode) manifests.the(kind, name).path("spec");
    }

    private static ObjectNode policy(Manifests manifests, String name) {
        return spec(manifests, "NetworkPolicy", name);
    }

    private static ArrayNode acls(Manifests manifests, String user) {
        return (ArrayNode) manifests.the("KafkaUser", user).at("/spec/authorization/acls");
    }

    private static Consumer<Manifests> file(String name, String what, String with) {
        return manifests -> {
            ObjectNode data =
                    (ObjectNode) manifests.the("ConfigMap", "faultline-config").path("data");
            data.put(name, data.path(name).asText().replace(what, with));
        };
    }
}
