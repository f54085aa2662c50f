package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The services of the compose file fit each other, and each rule finds the fault that it is there for. */
class ComposeStackTest {

    private static final String HEALTH = "health checks ask the service, with a tool of its image";
    private static final String HOST = "services share nothing with their host, and none is root";
    private static final String IMAGES = "images are pinned to a full version";
    private static final String SECRETS = "no secret is hidden under another name or in a command";
    private static final String ZOOKEEPER = "both roles of Flink find the same ZooKeeper, and it is there";
    private static final String STATE = "state is on a volume that both roles of Flink share";
    private static final String VOLUMES = "what must outlive a container is on a volume";
    private static final String ORDER = "services start when what they need is there";
    private static final Tally TALLY = new Tally("compose stack");

    static Stream<Rule<JsonNode>> rules() {
        return Stream.of(ComposeServiceRules.ALL, ComposeStackRules.ALL).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<JsonNode> rule) throws IOException {
        assertThat(rule.breaches().apply(ComposeTest.compose())).isEmpty();
        TALLY.held();
    }

    static Stream<Mutation<JsonNode>> mutations() {
        return Stream.of(
                in("grafana/healthcheck/test/1", "http --check http://localhost:3000/api/health", HEALTH),
                in("jobmanager/healthcheck/test/1", "'true'", HEALTH),
                in("jobmanager/healthcheck/test/1", "curl http://localhost:8081/ || true", HEALTH),
                in("jobmanager/healthcheck/test/1", "curl http://localhost:8082/jobs", HEALTH),
                in("taskmanager/healthcheck/test/1", "curl http://localhost:9250/metrics", HEALTH),
                in("zookeeper/healthcheck/test", "[NONE, zkServer.sh]", HEALTH),
                in("kafka/network_mode", "host", HOST),
                in("kafka/pid", "host", HOST),
                in("kafka/user", "root", HOST),
                in("kafka/user", "'0:0'", HOST),
                in("prometheus/volumes/-", "/var/run/docker.sock:/var/run/docker.sock", HOST),
                in("prometheus/image", "prom/prometheus:v3", IMAGES),
                in("zookeeper/image", "zookeeper:3.9", IMAGES),
                in("kafka/environment/KAFKA_SASL_JAAS", "user=\"a\"", SECRETS),
                in("kafka/environment/S3_ACCESSKEY", "any", SECRETS),
                in("kafka/environment/KAFKA_OPTS", "-Dx=\"user='a' pass='hunter2'\"", SECRETS),
                in("prometheus/command/-", "--web.basic-password=hunter2", SECRETS),
                in("grafana/entrypoint", "run.sh --token=abc", SECRETS),
                in("jobmanager/command/4", "-Dhigh-availability.zookeeper.quorum=zk:2181", ZOOKEEPER),
                in("taskmanager/command/3", "-Dhigh-availability.cluster-id=/other", ZOOKEEPER),
                in("taskmanager/command", "[taskmanager]", ZOOKEEPER),
                in("jobmanager/command", "[standalone-job]", ZOOKEEPER),
                in("taskmanager/volumes", "['flink-state:/var/lib/flink']", STATE),
                in("jobmanager/volumes", "['kafka-data:/var/lib/faultline']", STATE),
                in("zookeeper/volumes", "['zookeeper-data:/data']", VOLUMES),
                in("kafka/environment/KAFKA_LOG_DIRS", "/tmp/kafka", VOLUMES),
                in("rules/depends_on", "{}", ORDER),
                in("jobmanager/depends_on/rules/condition", "service_started", ORDER),
                in("rules/command", "[rules, publish, --shipped]", "rules that somebody changed stay"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<JsonNode> mutation) throws IOException {
        JsonNode faulty = ComposeTest.compose();
        mutation.change().accept(faulty);
        List<Rule<JsonNode>> rule =
                rules().filter(one -> one.name().equals(mutation.rule())).toList();
        assertThat(rule).hasSize(1);
        assertThat(rule.get(0).breaches().apply(faulty)).isNotEmpty();
        TALLY.found();
    }

    @Test
    void everyRuleHasAFaultToFind() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(rules().map(Rule::name).toList());
    }

    @AfterAll
    static void tell() {
        TALLY.tell();
    }

    private static Mutation<JsonNode> in(String at, String yaml, String rule) {
        return new Mutation<>(rule, at + " = " + yaml, file -> Faults.put(file, "/services/" + at, yaml));
    }
}
