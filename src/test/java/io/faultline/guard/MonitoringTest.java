package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every alert says how grave it is and names its page, has cases and a page; every page and link is of an alert. */
class MonitoringTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RULES = Path.of("docker", "prometheus", "rules");
    private static final Path CASES = Path.of("docker", "prometheus", "tests");
    private static final Path DASHBOARDS = Path.of("docker", "grafana", "dashboards");
    private static final Path RUNBOOKS = Path.of("docs", "runbooks");

    @Test
    void alertsAreCompleteAndNamedOnce() throws Exception {
        List<JsonNode> alerts = alerts();

        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(names(alerts)).doesNotHaveDuplicates().allMatch(name -> name.matches("Faultline[A-Z]\\w+"));
        for (JsonNode alert : alerts) {
            String name = alert.path("alert").asText();
            assertThat(alert.path("for").asText()).as("for of %s", name).matches("\\d+[sm]");
            assertThat(alert.path("labels").path("severity").asText()).as(name).isIn("page", "warning");
            assertThat(alert.path("annotations").path("summary").asText())
                    .as(name)
                    .endsWith(".");
            assertThat(alert.path("annotations").path("runbook_url").asText())
                    .isEqualTo("{{ with $externalLabels.runbooks }}{{ . }}/{{ end }}docs/runbooks/" + name + ".md");
        }
    }

    /** An alert that fires at the first sight of it says why that is no flicker. */
    @Test
    void whoeverDoesNotWaitSaysWhy() throws Exception {
        int atOnce = 0;
        for (Path file : list(RULES)) {
            for (String line : Files.readAllLines(file)) {
                if (line.strip().matches("for: 0+[a-z].*")) {
                    atOnce++;
                    assertThat(line).as(file.toString()).matches(" +for: 0m # (it counts|it looks at|one is enough).*");
                }
            }
        }
        long of = alerts().stream()
                .filter(alert -> alert.path("for").asText().startsWith("0"))
                .count();

        assertThat(atOnce).isPositive().isEqualTo((int) of);
        // "It counts": over minutes, which the expression has.
        for (JsonNode alert : alerts()) {
            if (alert.path("for").asText().startsWith("0")) {
                assertThat(alert.path("expr").asText())
                        .as(alert.path("alert").asText())
                        .containsPattern("\\[\\d+[mhd]");
            }
        }
    }

    /** FaultlineMetricsDown asks for targets by the name of their scrape job, here and on Kubernetes. */
    @Test
    void targetsThatAreDownAreTold() throws Exception {
        String rule = alerts().stream()
                .filter(alert -> alert.path("alert").asText().equals("FaultlineMetricsDown"))
                .findFirst()
                .orElseThrow()
                .path("expr")
                .asText();
        Matcher asked = Pattern.compile("up\\{job=~\"([^\"]+)\"}").matcher(rule);
        assertThat(asked.find()).as(rule).isTrue();
        JsonNode scraped = YAML.readTree(
                        Path.of("docker", "prometheus", "prometheus.yml").toFile())
                .path("scrape_configs");
        List<String> jobs = new ArrayList<>();
        for (JsonNode job : scraped) {
            for (JsonNode names : job.path("dns_sd_configs")) {
                assertThat(names.path("port").asInt()).isEqualTo(9249);
                jobs.add(job.path("job_name").asText());
            }
        }
        JsonNode monitor =
                YAML.readTree(Path.of("k8s", "base", "pod-monitor.yaml").toFile());
        // Prometheus' operator calls it so.
        jobs.add("any-namespace/" + monitor.path("metadata").path("name").asText());

        assertThat(jobs).hasSize(3).allMatch(job -> job.matches(asked.group(1)));
    }

    @Test
    void everyAlertHasACaseThatFiresAndOneThatDoesNot() throws Exception {
        Set<String> fires = new HashSet<>();
        Set<String> silent = new HashSet<>();
        for (Path file : list(CASES)) {
            for (JsonNode test : YAML.readTree(file.toFile()).path("tests")) {
                for (JsonNode expected : test.path("alert_rule_test")) {
                    boolean none = expected.path("exp_alerts").isEmpty();
                    (none ? silent : fires).add(expected.path("alertname").asText());
                }
            }
        }

        assertThat(fires).containsExactlyInAnyOrderElementsOf(names(alerts()));
        assertThat(silent).containsExactlyInAnyOrderElementsOf(names(alerts()));
    }

    @Test
    void everyAlertHasAPageAndEveryPageOfThatKindAnAlert() throws Exception {
        Set<String> pages = list(RUNBOOKS).stream()
                .map(page -> page.getFileName().toString().replace(".md", ""))
                .filter(page -> page.startsWith("Faultline"))
                .collect(Collectors.toSet());

        assertThat(pages).containsExactlyInAnyOrderElementsOf(names(alerts()));
    }

    @Test
    void everyPageOfAnAlertTellsAllThatOnCallNeeds() throws Exception {
        for (String name : names(alerts())) {
            String page = Files.readString(RUNBOOKS.resolve(name + ".md"));
            assertThat(page).as(name).startsWith("# " + name + "\n");
            String diagnosis = page.substring(page.indexOf("## Diagnosis"), page.indexOf("## Mitigation"));
            assertThat(PageCode.blocks(diagnosis)).as("commands of %s", name).isNotEmpty();
            assertThat(page.lines().filter(line -> line.startsWith("## ")))
                    .as(name)
                    .containsExactly("## Meaning", "## Impact", "## Diagnosis", "## Mitigation", "## Whom to wake");
        }
    }

    @Test
    void panelsLinkPagesThatThereAre() throws Exception {
        Set<String> links = new HashSet<>();
        for (Path dashboard : list(DASHBOARDS)) {
            for (JsonNode panel : JSON.readTree(dashboard.toFile()).path("panels")) {
                panel.path("links")
                        .forEach(link ->
                                links.add(link.path("url").asText().replace("${runbooks}", RUNBOOKS.toString())));
            }
        }

        assertThat(links).hasSizeGreaterThan(10).allMatch(link -> Files.exists(Path.of(link)));
    }

    @Test
    void theSharedConfigurationHasTheReporterAsDocumented() throws Exception {
        Path shared = Path.of("docker", "config", "config.yaml");
        assumeTrue(Files.exists(shared), "a checkout without deployments");
        JsonNode settings = YAML.readTree(shared.toFile());

        assertThat(settings.path("metrics.reporter.prom.factory.class").asText())
                .isEqualTo("org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        assertThat(settings.path("metrics.reporter.prom.port").asInt()).isEqualTo(9249);
        assertThat(settings.path("metrics.reporter.prom.filterLabelValueCharacters")
                        .asText())
                .isEqualTo("false");
        assertThat(settings.path("metrics.job.status.enable").toString()).contains("STATE");
    }

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (Path file : list(RULES)) {
            for (JsonNode group : YAML.readTree(file.toFile()).path("groups")) {
                group.path("rules").forEach(alerts::add);
            }
        }
        return alerts;
    }

    private static List<String> names(List<JsonNode> alerts) {
        return alerts.stream().map(alert -> alert.path("alert").asText()).toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
