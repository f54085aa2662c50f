package io.faultline.deploy;

import static io.faultline.deploy.Faults.added;
import static io.faultline.deploy.Faults.in;
import static io.faultline.deploy.Faults.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Rights on Kafka that are too many or too few, topics that a broker's loss would stop, and connections that others hear. */
final class KafkaMutations {

    private static final String RIGHTS = "each user may do on Kafka what it is for and no more";
    private static final String REPLICAS = "a record outlives the loss of a broker where the job does that of a node";
    private static final String SECURITY = "brokers prove who they are, and nobody listens";
    private static final String ACLS = "/spec/authorization/acls";
    private static final String ALERTS = "{type: topic, name: faultline.alerts.v1}";

    static final List<Mutation<Manifests>> ALL = List.of(
            without("KafkaUser/faultline", ACLS + "/0", RIGHTS),
            in("KafkaUser/faultline", ACLS + "/10/resource/name", "f", RIGHTS),
            in("KafkaUser/faultline", ACLS + "/0/operations/-", "Write", RIGHTS),
            in("KafkaUser/faultline-reader", ACLS + "/0/operations/-", "Write", RIGHTS),
            in("KafkaUser/faultline-reader", ACLS + "/3/resource/name", "''", RIGHTS),
            in("KafkaUser/faultline-feed", ACLS + "/0/resource", ALERTS, RIGHTS),
            in("KafkaUser/faultline-feed", ACLS + "/-", "{resource: " + ALERTS + ", operations: [Write]}", RIGHTS),
            in("KafkaUser/faultline-feed", ACLS + "/1/resource/name", "faultline.rules.v1", RIGHTS),
            in("KafkaUser/faultline-reference", ACLS + "/0/resource/name", "market.ticks.v1", RIGHTS),
            in("KafkaUser/faultline-on-call", ACLS + "/0/operations/-", "Write", RIGHTS),
            without("KafkaUser/faultline-on-call", ACLS + "/9", RIGHTS),
            without("KafkaUser/faultline-on-call", RIGHTS),
            added("{kind: KafkaUser, metadata: {name: somebody, namespace: faultline}}", RIGHTS),
            in("KafkaTopic/market.ticks.v1", "/spec/config/min.insync.replicas", "3", REPLICAS),
            in("KafkaTopic/market.ticks.v1", "/spec/config/min.insync.replicas", "1", REPLICAS),
            in("KafkaTopic/market.ticks.v1", "/spec/replicas", "2", REPLICAS),
            in("KafkaTopic/market.ticks.v1", "/spec", "{replicas: 1, config: {min.insync.replicas: 1}}", REPLICAS),
            in("KafkaTopic/market.ticks.v1", "/spec/replicas", "2", "topics are those of the contract"),
            kafka("security.protocol = PLAINTEXT"),
            kafka("security.protocol = SASL_PLAINTEXT"),
            kafka("security.protocol = SSL\nssl.endpoint.identification.algorithm ="));

    private KafkaMutations() {}

    private static Mutation<Manifests> kafka(String instead) {
        return new Mutation<>(SECURITY, instead, replaced("kafka.properties", "security.protocol = SSL", instead));
    }

    /** Other words in a file of the job's configuration. */
    static Consumer<Manifests> replaced(String name, String what, String with) {
        return manifests -> {
            ObjectNode data =
                    (ObjectNode) manifests.the("ConfigMap", "faultline-config").path("data");
            String file = data.path(name).asText();
            if (!file.contains(what)) {
                throw new AssertionError("no " + what);
            }
            data.put(name, file.replace(what, with));
        };
    }
}
