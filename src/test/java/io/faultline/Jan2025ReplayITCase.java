package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.io.dataset.DataSet;
import io.faultline.io.json.AlertCodec;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.TradingDay;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineKind;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Verdict;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.StreamSettings;
import io.faultline.testkit.DataSetMarket;
import io.faultline.testkit.Golden;
import io.faultline.testkit.MemoryEnds;
import io.faultline.testkit.SmallMarket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 21 to 29 January 2025 through the real graph: what must be seen, and every revision against a reviewed file. */
class Jan2025ReplayITCase {

    private static final StreamSettings REPLAY =
            StreamSettings.defaults(RunMode.REPLAY, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private static final TradingDay SHOCK_DAY = TradingDay.parse("2025-01-27");
    private static final List<String> FALLEN = List.of("ai-infrastructure", "memory-storage", "semiconductors");

    private static List<Alert> alerts;
    private static List<SectorSample> samples;

    @BeforeAll
    static void replay() throws Exception {
        DataSet data = DataSet.shipped("jan-2025");
        MemoryEnds ends = new MemoryEnds();
        data.headlines().forEach(headline -> ends.headlines.add(inbound(headline)));
        ends.headlines.add(inbound(SmallMarket.headlineHeartbeat(data.end().plus(Duration.ofHours(1)))));

        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
        FaultlineJob.protect(env);
        FaultlineTopology.build(
                env,
                REPLAY,
                new ReferenceSnapshot(data.rules(), List.of()),
                ends.sources(REPLAY, DataSetMarket.of("jan-2025")),
                ends.sinks());
        ends.execute(env);
        alerts = ends.alerts.drain().stream()
                .sorted(Comparator.comparing(Alert::sector).thenComparing(Alert::revision))
                .toList();
        samples = ends.sectors.drain();
        assertThat(ends.deadLetters.drain()).isEmpty();
    }

    private static InboundHeadline inbound(Headline headline) {
        return new InboundHeadline(headline, headline.earliestKnownAt().toEpochMilli(), null);
    }

    @Test
    void everyRevisionIsAsReviewed() throws Exception {
        AlertCodec codec = new AlertCodec();
        String lines = alerts.stream()
                .map(alert -> new String(codec.write(alert), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n", "", "\n"));

        Golden.file("jan-2025-alerts.jsonl").check(lines);
    }

    @Test
    void exactlyThreeIncidentsOpenAllOnTheDay() {
        assertThat(alerts)
                .filteredOn(alert -> alert.state() == AlertState.OPEN)
                .extracting(Alert::sector)
                .containsExactlyElementsOf(FALLEN);
        assertThat(alerts).extracting(Alert::tradeDate).containsOnly(SHOCK_DAY);
        assertThat(alerts).extracting(Alert::incidentId).doesNotContainNull();
        assertThat(alerts.stream().map(Alert::incidentId).distinct()).hasSize(3);
    }

    @Test
    void aiInfrastructureOpensAtTheGapWithTheReleaseAsEvidence() {
        Alert open = of("ai-infrastructure").get(0);

        assertThat(open.onsetAt())
                .isBetween(Instant.parse("2025-01-27T14:30:00Z"), Instant.parse("2025-01-27T14:31:00Z"));
        assertThat(open.verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(open.basis()).isEqualTo(Basis.PRECEDING);
        assertThat(open.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.kind()).isEqualTo(HeadlineKind.RELEASE);
            assertThat(evidence.story()).isEqualTo("deepseek/r1");
            assertThat(evidence.ageSessions()).isEqualTo(5);
        });
        assertThat(open.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.title()).contains("App Store");
            assertThat(evidence.ageSessions()).isEqualTo(1);
        });
        assertThat(open.evidence()).allMatch(evidence -> evidence.publishedAt().isBefore(open.onsetAt()));
    }

    @Test
    void aiInfrastructureEscalatesToACrashLaterThatDay() {
        assertThat(of("ai-infrastructure")).anySatisfy(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.ESCALATE);
            assertThat(alert.severity()).isEqualTo(ShockLevel.CRASH);
            assertThat(alert.sessionDate()).isEqualTo(SHOCK_DAY);
        });
    }

    @Test
    void theCloseHasTheOfficialFigures() {
        Alert close = of("ai-infrastructure").stream()
                .filter(alert -> alert.stage() == AlertStage.CLOSE)
                .reduce((first, second) -> second)
                .orElseThrow();

        MemberDrawdown nvidia = member(close, "NVDA");
        assertThat(nvidia.capChangeUsd()).isCloseTo(-592.7e9, within(0.5e9));
        assertThat(nvidia.sessionReturn()).isCloseTo(-0.1697, within(0.00005));
        MemberDrawdown broadcom = member(close, "AVGO");
        assertThat(broadcom.sessionReturn()).isCloseTo(-0.174, within(0.00005));
        assertThat(broadcom.capChangeUsd()).isCloseTo(-199.5e9, within(0.5e9));
    }

    @Test
    void reboundAndSecondFallAreRevisionsAndResolveComes() {
        for (String sector : FALLEN) {
            List<Alert> revisions = of(sector);
            assertThat(revisions)
                    .anyMatch(alert -> alert.stage() == AlertStage.AFTERMATH
                            && alert.sessionDate().equals(TradingDay.parse("2025-01-28")));
            Alert last = revisions.get(revisions.size() - 1);
            assertThat(last.state()).isEqualTo(AlertState.RESOLVE);
            assertThat(last.legs()).hasSize(1);
            assertThat(revisions)
                    .extracting(Alert::revision)
                    .doesNotHaveDuplicates()
                    .startsWith(1)
                    .endsWith(revisions.size());
        }
        assertThat(of("ai-infrastructure")).anySatisfy(alert -> {
            assertThat(alert.sessionDate()).isEqualTo(TradingDay.parse("2025-01-28"));
            assertThat(member(alert, "NVDA").sessionReturn()).isCloseTo(0.0893, within(0.00005));
        });
        assertThat(of("ai-infrastructure")).anySatisfy(alert -> {
            assertThat(alert.sessionDate()).isEqualTo(TradingDay.parse("2025-01-29"));
            assertThat(member(alert, "NVDA").sessionReturn()).isCloseTo(-0.041, within(0.0001));
        });
    }

    @Test
    void theControlSectorIsWatchedAndSaysWhyNothingOpened() {
        assertThat(of("internet-platforms")).isEmpty();
        assertThat(samples)
                .filteredOn(sample -> sample.sector().equals("internet-platforms"))
                .hasSizeGreaterThan(7 * 390)
                .allMatch(sample -> !sample.reason().isBlank())
                .allMatch(sample -> sample.level().compareTo(ShockLevel.COLLAPSE) < 0);
    }

    private static List<Alert> of(String sector) {
        return alerts.stream().filter(alert -> alert.sector().equals(sector)).toList();
    }

    private static MemberDrawdown member(Alert alert, String symbol) {
        return alert.members().stream()
                .filter(member -> member.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
