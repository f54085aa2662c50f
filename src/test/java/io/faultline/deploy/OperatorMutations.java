package io.faultline.deploy;

import static io.faultline.deploy.Faults.in;
import static io.faultline.deploy.Faults.without;

import java.util.List;

/** What the operator would pass over or do on its own, and secrets without what is read of them. */
final class OperatorMutations {

    private static final String KNOWN = "every setting is one that Flink or its operator knows";
    private static final String HEALTH = "nothing deploys a job anew that waits for Kafka or its store";
    private static final String KEYS = "secrets have the keys that are read";
    private static final String NATIVE = "Flink starts its TaskManagers itself";
    private static final String SETTINGS = "/spec/flinkConfiguration/";
    private static final String POD = "/spec/podTemplate/spec";

    static final List<Mutation<Manifests>> ALL = List.of(
            in("FlinkDeployment", "/spec/mode", "standalone", NATIVE),
            in("FlinkDeployment", "/spec/taskManager/replicas", "2", NATIVE),
            in("FlinkDeployment", "/spec/job/state", "suspended", NATIVE),
            in("FlinkDeployment", SETTINGS + "kubernetes.operator.savepoint.periodic.interval", "24 h", KNOWN),
            in("FlinkDeployment", SETTINGS + "execution.checkpointing.minpause", "3 s", KNOWN),
            in("FlinkDeployment", SETTINGS + "s3.path-style-access", "'true'", KNOWN),
            in("FlinkDeployment", SETTINGS + "kubernetes.operator.cluster.health-check.enabled", "'true'", HEALTH),
            without(
                    "FlinkDeployment",
                    SETTINGS + "kubernetes.operator.periodic.savepoint.interval",
                    "savepoints are kept for days"),
            in("FlinkDeployment", POD + "/containers/0/env/0/valueFrom/secretKeyRef/key", "accesskey", KEYS),
            in("FlinkDeployment", POD + "/volumes/4/secret/items/0/key", "ca.pem", KEYS),
            in("FlinkDeployment", POD + "/volumes/4/secret/items/0/path", "ca.pem", KEYS),
            in("FlinkDeployment", POD + "/volumes/3/secret/secretName", "faultline-s3", KEYS),
            kafka("user:user.password}", "user:password}"),
            kafka("user/user.p12", "user/user.pfx"),
            without(
                    "FlinkDeployment",
                    POD + "/securityContext/fsGroup",
                    "pods run without any right they do not need"));

    private OperatorMutations() {}

    private static Mutation<Manifests> kafka(String what, String with) {
        return new Mutation<>(KEYS, with, KafkaMutations.replaced("kafka.properties", what, with));
    }
}
