package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.broker.LoopbackPorts;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.testkit.KafkaTestbed;
import io.faultline.testkit.MetricsDocument;
import io.faultline.testkit.MonitoringFiles;
import io.faultline.testkit.MonitoringQuery;
import io.faultline.testkit.RunningJob;
import io.faultline.testkit.Scrape;
import io.faultline.testkit.Selector;
import io.faultline.testkit.SmallMarket;
import io.faultline.testkit.SmallMarketFeed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real job on a real broker, scraped as Prometheus does: what documents, alerts, dashboards and runbooks name is there, and the
 * values are those of what was played.
 */
class MetricsITCase {

    private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
    private static final Instant MONDAY_MIDDAY = Instant.parse("2025-01-27T17:00:00Z");

    @TempDir
    private static Path directory;

    private static KafkaTestbed kafka;
    private static RunningJob job;
    private static Scrape scrape;

    @BeforeAll
    static void playUntilTheIncidentIsOpen() throws Exception {
        kafka = KafkaTestbed.start();
        kafka.publish(SmallMarket.rule());
        kafka.publish(SmallMarket.listings());
        KafkaSettings exactlyOnce = kafka.settings().withGuarantee(DeliveryGuarantee.EXACTLY_ONCE);
        int port = LoopbackPorts.free();
        job = RunningJob.start(exactlyOnce, RunningJob.replay(), directory, reporter(port));
        byte[] torn = "{".getBytes(StandardCharsets.UTF_8);
        kafka.send(kafka.topics().ticks(), torn, torn, MONDAY_MIDDAY.toEpochMilli());
        new SmallMarketFeed(kafka).playUntil(MONDAY_MIDDAY);

        Set<String> documented = new TreeSet<>();
        MetricsDocument.names().forEach(name -> documented.add(OPERATOR + name));
        scrape = Scrape.await(
                port,
                "all documented metrics, an incident and its commit",
                now -> now.names().containsAll(documented)
                        && now.sum(OPERATOR + "faultline_verdict_incidentsOpen") == 1
                        && now.sum(OPERATOR + "successfulCommittables") > 0
                        && allPlayed(now));
        Files.writeString(Path.of("target", "scrape.txt"), String.join("\n", scrape.samples()));
    }

    @AfterAll
    static void stop() throws Exception {
        System.out.printf(
                "metrics: %d documented, %d named by alerts, dashboards and runbooks, %d selectors, against a scrape of %d%n",
                MetricsDocument.names().size(),
                MonitoringFiles.metricsNamed().size(),
                MonitoringFiles.selectors().size(),
                scrape.names().size());
        job.close();
        kafka.close();
    }

    /** As docker/config/config.yaml has it, but for the port. */
    private static Configuration reporter(int port) {
        Configuration settings = new Configuration();
        settings.setString(
                "metrics.reporter.prom.factory.class", "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        settings.setString("metrics.reporter.prom.port", Integer.toString(port));
        settings.setString("metrics.reporter.prom.filterLabelValueCharacters", "false");
        settings.setString("metrics.job.status.enable", "STATE;CURRENT_TIME;TOTAL_TIME");
        return settings;
    }

    private static boolean allPlayed(Scrape now) {
        return now.sum(OPERATOR + "faultline_feed_accepted", "feed=\"ticks\"") == ticksPlayed()
                && taken(now) == ticksPlayed();
    }

    /** Ticks that the symbol stage has seen: those that are read before their listing count as unlisted. */
    private static double taken(Scrape now) {
        return now.sum(OPERATOR + "faultline_eligiblePrints")
                + now.sum(OPERATOR + "faultline_reason_refusals", "reason=\"UNLISTED\"");
    }

    private static double ticksPlayed() {
        return (double) SmallMarket.ticks().stream()
                .filter(tick -> tick.ts() <= MONDAY_MIDDAY.toEpochMilli())
                .count();
    }

    @Test
    void theDocumentListsWhatTheJobExposes() throws Exception {
        Set<String> exposed = new TreeSet<>();
        for (String name : scrape.names()) {
            if (name.contains("faultline")) {
                exposed.add(name.substring(OPERATOR.length()));
            }
        }

        assertThat(exposed).containsExactlyInAnyOrderElementsOf(MetricsDocument.names());
    }

    @Test
    void alertsDashboardsAndRunbooksNameOnlyWhatIsThere() throws Exception {
        Set<String> known = new TreeSet<>(scrape.names());
        known.addAll(MonitoringFiles.seenOnARealClusterOnly().keySet());

        assertThat(MonitoringFiles.metricsNamed()).isNotEmpty();
        assertThat(known).containsAll(MonitoringFiles.metricsNamed());
    }

    @Test
    void labelsThatAlertsAndDashboardsAskForAreThere() throws Exception {
        assertThat(MonitoringFiles.selectors()).hasSizeGreaterThan(20).allMatch(MetricsITCase::finds);
        assertThat(Selector.in("flink_jobmanager_job_runningState{job_name=\"Somebody else\"}"))
                .noneMatch(MetricsITCase::finds);
        assertThat(Selector.in(OPERATOR + "faultline_feed_accepted{feed=~\"tick\"}"))
                .noneMatch(MetricsITCase::finds);
    }

    @Test
    void labelsThatAlertsAndDashboardsGroupByAndShowAreThere() throws Exception {
        Map<String, Set<String>> labels = scrape.labels();
        List<MonitoringQuery> queries = new ArrayList<>(MonitoringQuery.ofAlerts());
        queries.addAll(MonitoringQuery.ofDashboards());

        assertThat(queries).hasSizeGreaterThan(80);
        assertThat(queries)
                .allSatisfy(query -> assertThat(query.unknown(labels)).isEmpty());
        String open = OPERATOR + "faultline_verdict_incidentsOpen";
        assertThat(new MonitoringQuery("sum by (verdikt) (" + open + ")", "{{verdikt}}").unknown(labels))
                .containsExactly(open + " has no verdikt");
        assertThat(new MonitoringQuery("sum by (verdict) (" + open + ")", "{{ $labels.rule }}").unknown(labels))
                .hasSize(1);
    }

    private static boolean finds(Selector selector) {
        return scrape.samples().stream().anyMatch(selector::finds);
    }

    @Test
    void exceptionsAreNoneThatTheScrapeHolds() throws Exception {
        for (String elsewhere : MonitoringFiles.seenOnARealClusterOnly().keySet()) {
            assertThat(scrape.names()).doesNotContain(elsewhere);
        }
    }

    @Test
    void theFiguresAreThoseOfWhatWasPlayed() {
        assertThat(value("faultline_eligiblePrints")).isGreaterThan(ticksPlayed() / 2);
        assertThat(value("faultline_lateTicks")).isZero();
        assertThat(value("faultline_feed_rejected", "feed=\"ticks\"")).isEqualTo(1);
        assertThat(value("faultline_stage_error_deadLetters", "stage=\"parse\"", "error=\"MALFORMED_JSON\""))
                .isEqualTo(1);
        assertThat(value("faultline_feed_accepted", "feed=\"listings\""))
                .isEqualTo(SmallMarket.listings().size());
        assertThat(value("faultline_rule_version", "rule=\"chips\"")).isEqualTo(1);
        assertThat(value("faultline_rule_state", "rule=\"chips\"")).isEqualTo(2);
        assertThat(value("faultline_rule_level", "rule=\"chips\"")).isGreaterThanOrEqualTo(2);
        assertThat(value("faultline_rule_capWeightedReturn", "rule=\"chips\"")).isBetween(-0.5, -0.05);
        assertThat(value("faultline_rule_coverage", "rule=\"chips\"")).isEqualTo(1);
        assertThat(value("faultline_rule_coverageNeeded", "rule=\"chips\"")).isBetween(0.01, 1.0);
        assertThat(value("faultline_liveStories")).isEqualTo(1);
        assertThat(value("faultline_verdict_incidentsOpened", "verdict=\"AI_LINKED\""))
                .isEqualTo(1);
        assertThat(value("faultline_basis_cepMatches", "basis=\"PRECEDING\"")).isPositive();
        assertThat(value("faultline_state_revisions", "state=\"OPEN\"")).isEqualTo(1);
        assertThat(value("faultline_feed_stale", "feed=\"ticks.XNAS\"")).isZero();
        assertThat(value("faultline_feed_stale", "feed=\"headlines\""))
                .as("none since Sunday evening")
                .isEqualTo(1);
        assertThat(value("faultline_live")).isZero();
        assertThat(value("faultline_le_detections", "le=\"+Inf\""))
                .as("of a replay")
                .isZero();
    }

    private static double value(String name, String... labels) {
        return scrape.sum(OPERATOR + name, labels);
    }
}
