package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.testkit.MonitoringQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dashboard shows each namespace for itself, where several share a Prometheus; without the label it works as well. */
class DashboardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHOSEN = "namespace=~\"$namespace\"";

    @Test
    void queriesKeepNamespacesApart() throws IOException {
        List<MonitoringQuery> queries = MonitoringQuery.ofDashboards();

        assertThat(queries).hasSizeGreaterThan(50);
        assertThat(queries)
                .allSatisfy(
                        query -> assertThat(query.mixes("namespace", CHOSEN)).isEmpty());
        assertThat(queries)
                .filteredOn(query -> !query.shown().equals("__auto"))
                .isNotEmpty()
                .allMatch(query -> query.shown().startsWith("{{namespace}} "));
    }

    @Test
    void thoseThatMixAreFound() {
        assertThat(new MonitoringQuery("max by (rule) (flink_a{" + CHOSEN + "})", "").mixes("namespace", CHOSEN))
                .containsExactly("max by (rule) over each namespace");
        assertThat(new MonitoringQuery("sum by (namespace) (flink_a)", "").mixes("namespace", CHOSEN))
                .containsExactly("flink_a of any namespace");
    }

    @Test
    void allNamespacesAreChosenAtFirstAndSoIsNone() throws IOException {
        try (Stream<Path> dashboards = Files.list(Path.of("docker", "grafana", "dashboards"))) {
            for (Path file : dashboards.toList()) {
                JsonNode variable = JSON.readTree(file.toFile()).at("/templating/list/0");
                assertThat(variable.path("name").asText()).as(file.toString()).isEqualTo("namespace");
                assertThat(variable.path("includeAll").asBoolean()).isTrue();
                // Matches what has no such label, too.
                assertThat(variable.path("allValue").asText()).isEqualTo(".*");
                assertThat(variable.at("/current/value/0").asText()).isEqualTo("$__all");
            }
        }
    }
}
