package io.faultline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Slips in what services run and are told: the file stays valid, and the stack comes up without doing its work. */
final class ComposeCommandMutations {

    private static final String PURPOSE = "each service does what it is there for";
    private static final String KNOWN = "the command line knows what its services ask of it";
    private static final String CONFIG = "a configuration that is named is mounted, for each mode";
    private static final String DATA = "what is replayed is shipped";
    private static final String SETTINGS = "Flink's own arguments are settings that it knows";
    private static final String IMAGE = "each service runs the image that has its program";
    private static final String ADDRESS = "both roles of Flink are told the JobManager's address, and no more";
    private static final String ALONE = "a broker that is alone waits for no other";
    private static final String BROKER = "each setting of the broker is one that it knows";
    private static final String CLIENTS = "clients reach the broker where it sends them";
    private static final String CONTROLLER = "the broker is its own controller";
    private static final String JOB = "the job asks the broker that is there, once for each alert";
    private static final String GRAFANA = "nobody looks at Grafana without a password";
    private static final String OPTIONS = "nobody changes a server that watches from outside";
    private static final String DAYS = "what was seen is kept for days";
    private static final String HEAP = "heaps leave room for the rest of the process";
    private static final String USER = "no entry point starts as root without the rights of root";
    private static final String READ_ONLY = "what need not write to its container cannot";
    private static final String TESTED = "the broker is the one that the job was tested with";
    private static final String LOGS = "logs end somewhere";
    private static final String HEALTH = "a service that is not well is seen within a minute or two";
    private static final String RUNS = "the JobManager is well while its job runs";
    private static final String LISTENERS = "kafka/environment/KAFKA_LISTENERS";
    private static final String TOLD = "kafka/environment/KAFKA_ADVERTISED_LISTENERS";

    static final List<Mutation<JsonNode>> ALL = List.of(
            in("jobmanager/command/2", "io.faultline.FaultlineJobb", PURPOSE),
            in("jobmanager/command/0", "jobmanager", PURPOSE),
            without("jobmanager/command/1", PURPOSE),
            in("jobmanager/entrypoint", "[bash]", PURPOSE),
            in("taskmanager/command/0", "jobmanager", PURPOSE),
            in("topics/command/1", "check", PURPOSE),
            without("rules/command/3", PURPOSE),
            in("replay/command/0", "backtest", PURPOSE),
            in("topics/command/2", "--confg", KNOWN),
            in("rules/command/2", "--shiped", KNOWN),
            in("replay/command/4", "fast", KNOWN),
            in("replay/command/3", "--sped", KNOWN),
            without("topics/command/3", CONFIG),
            in("topics/command/3", "/etc/faultline/live.properties", CONFIG),
            in("rules/command/5", "/etc/faultline/${FAULTLINE_MODE:-live}.yaml", CONFIG),
            in("jobmanager/command/9", "/etc/${FAULTLINE_MODE:-live}.properties", CONFIG),
            in("jobmanager/volumes/0", "./replay.properties:/etc/faultline/live.properties:ro", CONFIG),
            in("replay/command/6", "/etc/faultline/re-play.properties", CONFIG),
            in("replay/command/2", "jan-2026", DATA),
            in("jobmanager/command/3", "-Dhigh-availability.typ=zookeeper", SETTINGS),
            in("jobmanager/command/4", "--fromSavepoint=any", SETTINGS),
            in("taskmanager/command/-", "-Dtaskmanager.slots=4", SETTINGS),
            in("jobmanager/build/target", "cli", IMAGE),
            in("topics/build/target", "job", IMAGE),
            in("rules/build/target", "clip", IMAGE),
            in("taskmanager/image", "flink:2.2.1", IMAGE),
            in("taskmanager/build/context", ".", IMAGE),
            in("jobmanager/environment/JOB_MANAGER_RPC_ADDRESS", "jobmanger", ADDRESS),
            without("taskmanager/environment/JOB_MANAGER_RPC_ADDRESS", ADDRESS),
            in("taskmanager/environment/FLINK_PROPERTIES", "'rest.port: 8082'", ADDRESS),
            without("kafka/environment/KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", ALONE),
            without("kafka/environment/KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", ALONE),
            in("kafka/environment/KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3", ALONE),
            in("kafka/environment/KAFKA_AUTO_CREATE_TOPICS_ENABLE", "'true'", ALONE),
            in("kafka/environment/KAFKA_TRANSACTION_LOG_MIN_ISR", "1", BROKER),
            in(TOLD, "INTERNAL://localhost:9092,HOST://localhost:9094", CLIENTS),
            in(TOLD, "INTERNAL://kafka:9092,HOST://kafka:9094", CLIENTS),
            in(TOLD, "INTERNAL://kafka:9092", CLIENTS),
            in("kafka/ports/0", "127.0.0.1:9094:9092", CLIENTS),
            in(LISTENERS, "INTERNAL://:9092,CONTROLLER://:9093,HOST://:9095", CLIENTS),
            in("kafka/environment/KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "INTERNAL:PLAINTEXT", CLIENTS),
            in("kafka/environment/KAFKA_CONTROLLER_QUORUM_VOTERS", "2@kafka:9093", CONTROLLER),
            in("kafka/environment/KAFKA_NODE_ID", "2", CONTROLLER),
            properties("live", "exactly-once", "at-least-once", JOB),
            properties("replay", "exactly-once", "at-least-once", JOB),
            properties("live", "replication = 1", "replication = 3", JOB),
            properties("live", "kafka:9092", "kafka:9094", JOB),
            in("grafana/environment/GF_AUTH_ANONYMOUS_ENABLED", "'true'", GRAFANA),
            in("grafana/environment/GF_AUTH_DISABLE_LOGIN_FORM", "'true'", GRAFANA),
            without("grafana/environment/GF_SECURITY_ADMIN_PASSWORD", GRAFANA),
            in("prometheus/command/-", "--web.enable-admin-api", OPTIONS),
            in("prometheus/command/-", "--web.enable-lifecycle", OPTIONS),
            in("prometheus/command/2", "--storage.tsdb.retention.time=1h", DAYS),
            in("prometheus/command/2", "--storage.tsdb.retention.size=1GB", DAYS),
            in("kafka/deploy/resources/limits/memory", "256m", HEAP),
            in("zookeeper/environment/JVMFLAGS", "-Xmx1g", HEAP),
            without("kafka/environment/KAFKA_HEAP_OPTS", HEAP),
            without("zookeeper/user", USER),
            without("topics/read_only", READ_ONLY),
            in("prometheus/read_only", "false", READ_ONLY),
            without("rules/tmpfs", READ_ONLY),
            in("prometheus/command/1", "--storage.tsdb.path=/tmp/p", DAYS),
            in("alertmanager/command/1", "--storage.path=/tmp/a", DAYS),
            in("topics/command/3", "/etc/faultline/${FAULTLINE_MODE:-replay}.properties", CONFIG),
            in("rules/image", "faultline-cli:${FAULTLINE_VERSION:-0.0.9}", IMAGE),
            in("kafka/image", "apache/kafka:3.7.0", TESTED),
            properties("live", "= live", "= live\nfaultline.kafka.transaction-timeout = 30 min", JOB),
            in("kafka/logging/options", "{max-file: '3'}", LOGS),
            without("grafana/logging", LOGS),
            in("kafka/healthcheck/interval", "10h", HEALTH),
            in("taskmanager/healthcheck/retries", "600", HEALTH),
            in("jobmanager/healthcheck/test/1", "curl -fsS http://localhost:8081/jobs/overview", RUNS));

    private ComposeCommandMutations() {}

    private static Mutation<JsonNode> in(String at, String yaml, String rule) {
        return new Mutation<>(rule, at + " = " + yaml, file -> Faults.put(file, "/services/" + at, yaml));
    }

    private static Mutation<JsonNode> without(String at, String rule) {
        return new Mutation<>(rule, "without " + at, file -> Faults.take(file, "/services/" + at));
    }

    private static Mutation<JsonNode> properties(String mode, String what, String with, String rule) {
        return new Mutation<>(rule, mode + ": " + with, file -> {
            ObjectNode texts = (ObjectNode) file.path("properties");
            texts.put(mode, texts.path(mode).asText().replace(what, with));
        });
    }
}
