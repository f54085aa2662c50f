package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.FaultlineConfig;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.shock.RunMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file keeps its rules, and each rule finds the fault that it is there for. */
class ComposeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Tally TALLY = new Tally("compose file");

    static Stream<Rule<JsonNode>> rules() {
        return ComposeRules.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<JsonNode> rule) throws IOException {
        assertThat(rule.breaches().apply(compose())).isEmpty();
        TALLY.held();
    }

    @Test
    void theWholeStackIsThere() throws IOException {
        assertThat(compose().path("services").fieldNames())
                .toIterable()
                .contains("kafka", "topics", "jobmanager", "taskmanager", "replay")
                .contains("prometheus", "alertmanager", "grafana");
        assertThat(compose().at("/services/replay/profiles/0").asText()).isEqualTo("replay");
    }

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void theJobReadsItsConfiguration(RunMode mode) {
        String file = mode.name().toLowerCase(java.util.Locale.ROOT) + ".properties";
        FaultlineConfig config = FaultlineConfig.load(Path.of("docker", file));
        KafkaSettings kafka = config.kafkaSettings();
        assertThat(config.streamSettings(Clock.systemUTC()).mode()).isEqualTo(mode);
        assertThat(kafka.client().getProperty("bootstrap.servers")).isEqualTo("kafka:9092");
    }

    static Stream<Mutation<ObjectNode>> mutations() {
        return Stream.of(
                fault(
                        "ports are open to this machine only",
                        "to all",
                        "grafana",
                        service -> ((ArrayNode) service.path("ports")).set(0, "3000:3000")),
                fault(
                        "every service has a limit of CPU and memory",
                        "none",
                        "kafka",
                        service -> service.remove("deploy")),
                fault(
                        "every service that stays tells whether it is well",
                        "none",
                        "taskmanager",
                        service -> service.remove("healthcheck")),
                fault(
                        "services that end are not started for ever, others are",
                        "for ever",
                        "topics",
                        service -> service.put("restart", "always")),
                fault(
                        "a job that was stopped is started by hand, from its savepoint",
                        "by itself",
                        "jobmanager",
                        service -> service.put("restart", "unless-stopped")),
                fault(
                        "a job that was stopped is started by hand, from its savepoint",
                        "from nothing",
                        "jobmanager",
                        service -> replaceIn(service, "FAULTLINE_RESTORE", "${FAULTLINE_RESTORE:-}")),
                fault(
                        "images are pinned",
                        "latest",
                        "prometheus",
                        service -> service.put("image", "prom/prometheus:latest")),
                fault("images are pinned", "no tag", "kafka", service -> service.put("image", "apache/kafka")),
                fault(
                        "services drop what rights they can",
                        "all rights",
                        "jobmanager",
                        service -> service.remove("cap_drop")),
                fault(
                        "no secret has a value or a default",
                        "a default",
                        "grafana",
                        service -> ((ObjectNode) service.path("environment"))
                                .put("GF_SECURITY_ADMIN_PASSWORD", "${GRAFANA_ADMIN_PASSWORD:-admin}")),
                fault(
                        "files that are mounted are there",
                        "no such file",
                        "topics",
                        service -> ((ArrayNode) service.path("volumes"))
                                .set(0, "./demo.properties:/etc/demo.properties:ro")),
                fault(
                        "files that are mounted are there",
                        "writable",
                        "topics",
                        service ->
                                ((ArrayNode) service.path("volumes")).set(0, "./live.properties:/etc/live.properties")),
                fault(
                        "volumes and services that are named are there",
                        "no such volume",
                        "kafka",
                        service -> ((ArrayNode) service.path("volumes")).set(0, "data:/var/lib/kafka/data")),
                fault(
                        "volumes and services that are named are there",
                        "no such service",
                        "replay",
                        service -> ((ObjectNode) service.path("depends_on")).putObject("flink")),
                fault(
                        "Flink's processes fit into their limits",
                        "a small limit",
                        "taskmanager",
                        service -> ((ObjectNode) service.at("/deploy/resources/limits")).put("memory", "1g")),
                fault(
                        "Flink does not take the job's arguments for its own",
                        "it would",
                        "jobmanager",
                        service -> replaceIn(service, "--", "-Dkey=value")));
    }

    /** Puts another argument in the place of the one that is a text, or holds it if it is a variable's name. */
    private static void replaceIn(ObjectNode service, String old, String replacement) {
        ArrayNode command = (ArrayNode) service.path("command");
        for (int i = 0; i < command.size(); i++) {
            String argument = command.get(i).asText();
            if (argument.equals(old) || argument.startsWith("${" + old)) {
                command.set(i, replacement);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<ObjectNode> mutation) throws IOException {
        ObjectNode faulty = compose();
        mutation.change().accept(faulty);
        assertThat(faulty).isNotEqualTo(compose());
        List<Rule<JsonNode>> rule = ComposeRules.ALL.stream()
                .filter(one -> one.name().equals(mutation.rule()))
                .toList();
        assertThat(rule).hasSize(1);
        assertThat(rule.get(0).breaches().apply(faulty)).isNotEmpty();
        TALLY.found();
    }

    @Test
    void everyRuleHasAFaultToFind() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ComposeRules.ALL.stream().map(Rule::name).toList());
    }

    @AfterAll
    static void tell() {
        TALLY.tell();
    }

    private static Mutation<ObjectNode> fault(String rule, String fault, String service, Consumer<ObjectNode> change) {
        return new Mutation<>(rule, fault, file -> change.accept((ObjectNode) file.at("/services/" + service)));
    }

    /** Jackson does not resolve anchors and merges; the library under it does. */
    static ObjectNode compose() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("docker/docker-compose.yml"))) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return JSON.valueToTree(read);
        }
    }
}
