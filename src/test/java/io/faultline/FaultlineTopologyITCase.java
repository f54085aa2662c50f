package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Tick;
import io.faultline.news.Headline;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.RunMode;
import io.faultline.shock.Verdict;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.ShockSources;
import io.faultline.stream.StreamSettings;
import io.faultline.testkit.MemoryEnds;
import io.faultline.testkit.SmallMarket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The real graph on a MiniCluster with in-memory ends. */
class FaultlineTopologyITCase {

    private static final StreamSettings REPLAY =
            StreamSettings.defaults(RunMode.REPLAY, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void opensLinksFollowsAndResolvesOneIncident() throws Exception {
        List<Alert> alerts = run(smallMarket(), new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of()))
                .alerts
                .drain();

        assertThat(alerts)
                .extracting(Alert::incidentId)
                .containsOnly(alerts.get(0).incidentId());
        assertThat(alerts)
                .extracting(Alert::revision)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, alerts.size())
                        .boxed()
                        .toList());
        Alert open = alerts.get(0);
        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.onsetAt())
                .isBetween(Instant.parse("2025-01-27T14:30:00Z"), Instant.parse("2025-01-27T14:31:00Z"));
        assertThat(open.verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(open.basis()).isEqualTo(Basis.PRECEDING);
        assertThat(open.evidence()).allMatch(evidence -> evidence.publishedAt().isBefore(open.onsetAt()));
        assertThat(open.evidence())
                .anyMatch(evidence -> evidence.headlineId().equals("h-01") && evidence.ageSessions() == 5);
        assertThat(alerts)
                .anyMatch(alert -> alert.stage() == AlertStage.CLOSE
                        && Math.abs(alert.drawdown().capWeightedReturn() + 0.11) < 1e-9);
        assertThat(alerts.get(alerts.size() - 1).state()).isEqualTo(AlertState.RESOLVE);
        assertThat(alerts).filteredOn(alert -> alert.state() == AlertState.OPEN).hasSize(1);
    }

    @Test
    void theSameNewsLinksNothingInASectorThatHearsSuchNewsAllTheTime() throws Exception {
        MemoryEnds ends = smallMarket();
        ends.headlines.addAll(weeksOfTalkAboutChips());
        ends.headlines.sort(Comparator.comparingLong(InboundHeadline::knownAt));

        run(ends, new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of()));

        assertThat(ends.alerts.drain().get(0).verdict()).isEqualTo(Verdict.UNEXPLAINED);
    }

    @Test
    void arrivalOrderAcrossSymbolsAndHeadlinesDoesNotChangeTheAlerts() throws Exception {
        MemoryEnds shuffled = smallMarket();
        // Same records, the headlines of one moment and the ticks of one minute in another order.
        Random random = new Random(7);
        for (int minute = 0; minute + 4 <= shuffled.ticks.size(); minute += 4) {
            Collections.shuffle(shuffled.ticks.subList(minute, minute + 4), random);
        }
        ReferenceSnapshot rules = new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of());

        assertThat(run(shuffled, rules).alerts.drain())
                .isEqualTo(run(smallMarket(), rules).alerts.drain());
    }

    @Test
    void ticksThatAreReadBeforeTheirListingsCountWithThoseKnownAtSubmission() throws Exception {
        List<SectorRule> rules = List.of(SmallMarket.rule());
        List<Alert> listingsFirst = run(smallMarket(), new ReferenceSnapshot(rules, List.of()))
                .alerts
                .drain();

        MemoryEnds ends = smallMarket();
        run(
                ends,
                new ReferenceSnapshot(rules, List.of(), SmallMarket.listings()),
                ends.sourcesWithListingsLast(REPLAY));

        assertThat(listingsFirst).isNotEmpty();
        assertThat(ends.alerts.drain()).isEqualTo(listingsFirst);
        assertThat(ends.deadLetters.drain()).isEmpty();
    }

    @Test
    void aPausedRuleOpensNothing() throws Exception {
        SectorRule paused = SmallMarket.rule().inState(RuleState.PAUSED);

        assertThat(run(smallMarket(), new ReferenceSnapshot(List.of(paused), List.of()))
                        .alerts
                        .drain())
                .isEmpty();
    }

    @Test
    void refusedRecordsBecomeDeadLettersAndStopNothing() throws Exception {
        MemoryEnds ends = smallMarket();
        byte[] bytes = {'{', (byte) 0xff};
        DeadLetter broken = new DeadLetter("t", 1, 42, 7, null, bytes, "parse", "BROKEN_UTF8", "byte 1");
        ends.ticks.add(3, new InboundTick(null, 7, broken));
        ends.headlines.add(0, new InboundHeadline(null, 7, broken));

        run(ends, new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of()));

        assertThat(ends.alerts.drain()).isNotEmpty();
        assertThat(ends.deadLetters.drain()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.offset()).isEqualTo(42);
            assertThat(letter.value()).isEqualTo(bytes);
        });
    }

    /** Forty headlines a weekday about another maker, each in other words. */
    private static List<InboundHeadline> weeksOfTalkAboutChips() {
        Random words = new Random(3);
        List<InboundHeadline> talk = new ArrayList<>();
        Instant at = Instant.parse("2024-12-02T00:00:00Z");
        while (at.isBefore(Instant.parse("2025-01-25T00:00:00Z"))) {
            String some = Long.toString(words.nextLong(), 36) + " " + Long.toString(words.nextLong(), 36);
            Headline headline = SmallMarket.headline(
                    "talk-" + talk.size(),
                    at.toString(),
                    "OpenAI goes viral with " + some + " on " + some.hashCode() + " chips");
            talk.add(new InboundHeadline(headline, at.toEpochMilli(), null));
            boolean fridayNight = talk.size() % 200 == 0;
            at = at.plus(Duration.ofMinutes(36)).plus(Duration.ofDays(fridayNight ? 2 : 0));
        }
        return talk;
    }

    private static MemoryEnds smallMarket() {
        MemoryEnds ends = new MemoryEnds();
        for (Tick tick : SmallMarket.ticks()) {
            ends.ticks.add(new InboundTick(tick, tick.ts(), null));
        }
        Tick heartbeat = SmallMarket.heartbeat(SmallMarket.end());
        ends.ticks.add(new InboundTick(heartbeat, heartbeat.ts(), null));
        for (Headline headline : SmallMarket.headlines()) {
            ends.headlines.add(
                    new InboundHeadline(headline, headline.earliestKnownAt().toEpochMilli(), null));
        }
        Headline quiet = SmallMarket.headlineHeartbeat(SmallMarket.end());
        ends.headlines.add(new InboundHeadline(quiet, SmallMarket.end().toEpochMilli(), null));
        SmallMarket.listings().forEach(listing -> ends.listings.add(new InboundListing(listing, 0, null)));
        return ends;
    }

    private static MemoryEnds run(MemoryEnds ends, ReferenceSnapshot rules) throws Exception {
        return run(ends, rules, ends.sources(REPLAY));
    }

    private static MemoryEnds run(MemoryEnds ends, ReferenceSnapshot known, ShockSources sources) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
        FaultlineJob.protect(env);
        FaultlineTopology.build(env, REPLAY, known, sources, ends.sinks());
        ends.execute(env);
        return ends;
    }
}
