package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.faultline.testkit.PageCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runbooks tell to paste names things that there are: metrics are checked against a scrape by MetricsITCase. */
class RunbookNamesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path COMPOSE = Path.of("docker", "docker-compose.yml");

    @Test
    void runbooksNameOnlyWhatIsThere() throws IOException {
        RunbookNames names = names();
        List<String> unknown = new ArrayList<>();
        for (Path page : PageCode.runbooks()) {
            names.unknown(Files.readString(page)).forEach(name -> unknown.add(page + ": " + name));
        }

        assertThat(unknown).isEmpty();
        assertThat(PageCode.runbooks()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "topic market.tick.v1;                  --topic market.tick.v1 --from-beginning",
                "setting faultline.time.latency;        faultline.time.latency",
                "variable FAULTLINE_RESTORE_FROM;       echo FAULTLINE_RESTORE_FROM=x",
                "file docker/compose.yml;               docker compose -f docker/compose.yml up",
                "service jobmanagers;                   compose up -d --no-deps --scale taskmanager=2 jobmanagers taskmanager",
                "service taskmanagers;                  logs taskmanagers 1h | tail",
                "REST path /jobs/$JOB/exception;        curl -fsS $FLINK/jobs/$JOB/exception | jq .",
                "forwarded service faultline-rst;       kubectl port-forward svc/faultline-rst 8081 &",
                "option kafka-topics --bootstrap-servers; kafka-topics.sh --bootstrap-servers b --list",
                "option kafka-transactions --broker-id; kafka-transactions.sh --bootstrap-server b find-hanging --broker-id 1",
                "alert FaultlineRestartLoops;           see FaultlineRestartLoops",
                "command of a session cluster: flink run -d job.jar; flink run -d job.jar",
            })
    void wrongOnesAreFound(String fault, String code) throws IOException {
        assertThat(names().unknown("Text\n\n```\n" + code + "\n```\n")).containsExactly(fault);
    }

    @Test
    void rightOnesAreNone() throws IOException {
        String page = """
                `faultline.time.lateness` of `FaultlineJob.MAX_PARALLELISM`, FaultlineRestartLoop
                ```
                compose up -d --no-deps jobmanager taskmanager
                kafka-get-offsets.sh --topic market.ticks.v1
                cat docker/.env
                ```
                """;

        assertThat(names().unknown(page)).isEmpty();
    }

    private static RunbookNames names() throws IOException {
        Set<String> alerts = new HashSet<>();
        try (Stream<Path> rules = Files.list(Path.of("docker", "prometheus", "rules"))) {
            for (Path file : rules.toList()) {
                YAML.readTree(file.toFile()).findValues("alert").forEach(name -> alerts.add(name.asText()));
            }
        }
        JsonNode services = YAML.readTree(COMPOSE.toFile()).path("services");
        Set<String> names =
                services.properties().stream().map(service -> service.getKey()).collect(Collectors.toSet());
        return new RunbookNames(alerts, names, Files.readString(COMPOSE));
    }
}
