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

/** What watches the compose stack is wired to it, and each rule finds the fault that it is there for. */
class WatchStackTest {

    private static final String TARGETS = "every process of Flink is scraped where the reporter serves";
    private static final String TOLD = "Prometheus tells an Alertmanager that is there";
    private static final String FILES = "servers read the files that are mounted";
    private static final String RULES = "Prometheus reads every file of alert rules";
    private static final String BOARDS = "Grafana reads the dashboards that are mounted";
    private static final String ROUTES = "routes are about severities that there are, and pages have one";
    private static final String SILENCES = "an alert that silences others is there, and as grave as they are";
    private static final String SCRAPE = "/prometheus/scrape_configs/0/dns_sd_configs";
    private static final String MANAGERS = "/prometheus/alerting/alertmanagers/0/static_configs/0/targets/0";
    private static final String INHIBIT = "/alertmanager/inhibit_rules/0/";
    private static final Tally TALLY = new Tally("what watches the compose stack");

    static Stream<Rule<JsonNode>> rules() {
        return Stream.of(WatchRules.ALL, RoutingRules.ALL).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<JsonNode> rule) throws IOException {
        assertThat(rule.breaches().apply(WatchStack.read())).isEmpty();
        TALLY.held();
    }

    static Stream<Mutation<JsonNode>> mutations() {
        return Stream.of(
                in(SCRAPE + "/1/names/0", "task-manager", TARGETS),
                in(SCRAPE + "/0/port", "9250", TARGETS),
                in(SCRAPE, "[]", TARGETS),
                in(MANAGERS, "alert-manager:9093", TOLD),
                in(MANAGERS, "alertmanager:9095", TOLD),
                in("/prometheus/alerting", "{}", TOLD),
                in("/compose/services/prometheus/command/0", "--config.file=/etc/prometheus/main.yml", FILES),
                in("/compose/services/alertmanager/volumes", "[]", FILES),
                in("/compose/services/grafana/volumes/0", "./prometheus:/etc/grafana/provisioning:ro", FILES),
                in("/prometheus/rule_files/0", "/etc/prometheus/rule/*.yml", RULES),
                in("/prometheus/rule_files/0", "/etc/prometheus/rules/*.yaml", RULES),
                in("/compose/services/prometheus/volumes/0", "./grafana:/etc/prometheus:ro", RULES),
                in("/datasources/datasources/0/url", "http://prom:9090", "Grafana asks the Prometheus that is there"),
                in("/datasources/datasources/0/uid", "prom", "every panel asks a data source that is provisioned"),
                in("/dashboards/providers/0/options/path", "/var/lib/grafana/boards", BOARDS),
                in("/compose/services/grafana/volumes/1", "./prometheus:/var/lib/grafana/dashboards:ro", BOARDS),
                in("/alertmanager/route/receiver", "nobody", "routes lead to receivers that there are"),
                in("/alertmanager/route/routes/0/matchers/0", "'severity = \"pager\"'", ROUTES),
                in("/alertmanager/route/routes", "[]", ROUTES),
                in("/alerts/0/labels/severity", "critical", ROUTES),
                in(INHIBIT + "source_matchers/0", "'alertname = \"FaultlineFeedBacklog\"'", SILENCES),
                in(INHIBIT + "source_matchers/0", "'alertname = \"FaultlineGone\"'", SILENCES),
                in(INHIBIT + "target_matchers", "['alertname =~ \"Flink.*\"']", SILENCES),
                in(INHIBIT + "target_matchers", "['alertname =~ \"Faultline.*\"']", SILENCES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<JsonNode> mutation) throws IOException {
        JsonNode faulty = WatchStack.read();
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
        return new Mutation<>(rule, at + " = " + yaml, stack -> Faults.put(stack, at, yaml));
    }
}
