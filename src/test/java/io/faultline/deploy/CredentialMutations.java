package io.faultline.deploy;

import static io.faultline.deploy.Faults.in;
import static io.faultline.deploy.Faults.without;

import java.util.List;

/** Pods that run as somebody else or share a node, and credentials that are there and cannot be used. */
final class CredentialMutations {

    private static final String USER = "pods run as the user that the image is made for";
    private static final String PULL = "a node that lacks the image gets it";
    private static final String ROLES = "pods of one role have of their own where they run, and no more";
    private static final String FIELDS = "pods are told nothing that nobody looked at";
    private static final String APART = "a JobManager that stands by is on another node";
    private static final String AWS = "the S3 plugin finds each key under its own name";
    private static final String PATHS = "a store inside the cluster is asked by path";
    private static final String MODES = "the job may read its secrets, and no other user";
    private static final String STORES = "key stores are of the kind that the client takes them for";
    private static final String LOGINS = "users log in as the listener asks";
    private static final String KEYS = "secrets have the keys that are read";
    private static final String ONCE = "an alert is delivered once";
    private static final String FLINK = "FlinkDeployment";
    private static final String COUNT = "/spec/flinkConfiguration/kubernetes.operator.savepoint.history.max.count";
    private static final String POD = "/spec/podTemplate/spec";
    private static final String ENV = POD + "/containers/0/env/";
    private static final String LEADER = "/spec/jobManager/podTemplate";
    private static final String ANTI = LEADER + "/spec/affinity/podAntiAffinity";
    private static final String TERM = ANTI + "/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm";

    static final List<Mutation<Manifests>> ALL = List.of(
            in(FLINK, POD + "/securityContext/runAsUser", "1000", USER),
            in(FLINK, POD + "/securityContext/runAsGroup", "0", USER),
            in(FLINK, POD + "/securityContext/fsGroup", "1000", USER),
            in(FLINK, POD + "/containers/0/securityContext/runAsUser", "0", USER),
            in(FLINK, "/spec/imagePullPolicy", "Never", PULL),
            in(FLINK, LEADER + "/spec/hostNetwork", "true", ROLES),
            in(FLINK, LEADER + "/spec/securityContext", "{runAsUser: 0, runAsNonRoot: false}", ROLES),
            in(FLINK, LEADER + "/spec/containers", "[{name: debug, image: 'busybox:1.37.0'}]", ROLES),
            in(FLINK, "/spec/taskManager/podTemplate", "{spec: {hostPID: true}}", ROLES),
            in(FLINK, "/spec/taskManager/podTemplate", "{spec: {volumes: [{name: v}]}}", ROLES),
            in(FLINK, LEADER + "/metadata", "{labels: {app: other}}", ROLES),
            in(FLINK, POD + "/containers/0/command", "[sleep, '1']", FIELDS),
            in(FLINK, POD + "/containers/0/livenessProbe", "{httpGet: {path: /, port: 1}}", FIELDS),
            in(FLINK, POD + "/dnsPolicy", "Default", FIELDS),
            in(FLINK, POD + "/initContainers", "[{name: first, image: 'busybox:1.37.0'}]", FIELDS),
            without(FLINK, ANTI, APART),
            without(FLINK, LEADER, APART),
            in(FLINK, TERM + "/labelSelector/matchLabels/app", "faultlin", APART),
            in(FLINK, TERM + "/labelSelector/matchLabels/component", "taskmanager", APART),
            in(FLINK, TERM + "/topologyKey", "topology.kubernetes.io/zone", APART),
            in(FLINK, ENV + "1/name", "AWS_SECRET_KEY_ID", AWS),
            in(FLINK, ENV + "0/valueFrom/secretKeyRef/key", "secret-access-key", AWS),
            in(FLINK, ENV + "1/valueFrom/secretKeyRef/key", "access-key-id", AWS),
            in(FLINK, ENV + "1/valueFrom/secretKeyRef/name", "other", AWS),
            without(FLINK, ENV + "1", AWS),
            in(FLINK, ENV + "-", "{name: FLINK_PROPERTIES, value: 'rest.port: 8082'}", AWS),
            in(FLINK, "/spec/flinkConfiguration/s3.endpoint", "http://minio.minio.svc:9000", PATHS),
            in(FLINK, POD + "/volumes/3/secret/defaultMode", "0", MODES),
            in(FLINK, POD + "/volumes/3/secret/defaultMode", "256", MODES),
            in(FLINK, POD + "/volumes/3/secret/defaultMode", "420", MODES),
            without(FLINK, POD + "/volumes/4/secret/defaultMode", MODES),
            in(FLINK, POD + "/volumes/4/secret/items/0/mode", "0", MODES),
            file("kafka.properties", "truststore.type = PEM", "truststore.type = JKS", STORES),
            file("kafka.properties", "keystore.type = PKCS12", "keystore.type = PEM", STORES),
            file("kafka.properties", "ssl.keystore.type = PKCS12", "", STORES),
            in("KafkaUser/faultline", "/spec/authentication/type", "scram-sha-512", LOGINS),
            in("KafkaUser/faultline-on-call", "/spec/authentication/type", "scram-sha-512", LOGINS),
            in("KafkaUser/faultline", "/spec/authentication/type", "scram-sha-512", KEYS),
            file("faultline.properties", "exactly-once", "at-least-once", ONCE),
            in(FLINK, COUNT, "'1'", "savepoints are kept for days"));

    private CredentialMutations() {}

    private static Mutation<Manifests> file(String name, String what, String with, String rule) {
        return new Mutation<>(rule, name + ": " + with, KafkaMutations.replaced(name, what, with));
    }
}
