package io.faultline.stream;

import static io.faultline.testkit.Market.newsFloors;
import static io.faultline.testkit.Market.withThresholds;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.TradingDay;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryTransition;
import io.faultline.shock.ExposedStory;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.Market;
import io.faultline.testkit.SmallMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heat in a sector under event time: order, restarts, rules that come and go, bounds. */
class SectorHeatHarnessTest {

    private static final long START = Market.millis("2025-01-06T00:00:00Z");
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** Of the stories told: twelve standard deviations over a silent sector. */
    private static final double ATTENTION = 10.0;

    /** The beginning of a Friday: what was told at the weekend has faded. */
    private static final long END = Market.millis("2025-02-14T00:00:00Z");

    private OperatorHarness<SectorNews, Signal> heat;

    @BeforeEach
    void open() throws Exception {
        heat = OperatorHarness.keyedBroadcast(
                () -> new SectorHeatFunction(ReferenceSnapshot.EMPTY), SectorNews::ruleId);
        heat.rule(SmallMarket.rule());
    }

    @AfterEach
    void close() throws Exception {
        heat.close();
    }

    @Test
    void aSignalWaitsForItsTime() throws Exception {
        send(told(SignalKind.RELEASE, "chips", END, 0.9));
        heat.time(END - 1);
        assertThat(heat.output()).isEmpty();

        heat.time(END);

        assertThat(heat.output()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.RELEASE);
            assertThat(signal.at()).isEqualTo(END);
        });
    }

    @Test
    void rivalsAndWithdrawalsPassAtOnceAndUnchanged() throws Exception {
        send(steady("chips"));
        List<SectorNews> passing = List.of(
                told(SignalKind.RIVAL, "chips", END + 5, 0.9),
                SectorNews.told(signal(SignalKind.WITHDRAWN, "chips", START, null), 0.0));
        send(passing);

        assertThat(heat.output())
                .isEqualTo(passing.stream().map(SectorNews::signal).toList());
    }

    @Test
    void anAmplificationThatIsUsualInTheSectorEndsHere() throws Exception {
        send(steady("chips"));
        send(told(SignalKind.AMPLIFICATION, "chips", END, 0.9));
        heat.time(END);

        assertThat(heat.output()).isEmpty();
    }

    @Test
    void aReleaseAndARecapAreToldHoweverUsualWithTheHeatOfTheSector() throws Exception {
        send(steady("chips"));
        send(told(SignalKind.RELEASE, "chips", END, 0.9));
        send(told(SignalKind.RECAP, "chips", END, 0.9));
        heat.time(END);

        assertThat(heat.output()).extracting(Signal::kind).containsExactly(SignalKind.RELEASE, SignalKind.RECAP);
        assertThat(heat.output())
                .allSatisfy(signal -> assertThat(heatOf(signal)).isLessThan(0.3));
    }

    @Test
    void whatOneSectorHearsCoolsNoOther() throws Exception {
        send(steady("chips"));
        send(counted("banks", START));
        heat.time(END - 1);
        send(storm("banks", END - 1));
        send(told(SignalKind.AMPLIFICATION, "chips", END, 0.9));
        send(told(SignalKind.AMPLIFICATION, "banks", END, 0.9));
        heat.time(END);

        assertThat(heat.output()).singleElement().satisfies(signal -> {
            assertThat(signal.ruleId()).isEqualTo("banks");
            assertThat(heatOf(signal)).isEqualTo(0.9);
        });
    }

    @Test
    void theRulesLeastHeatIsThatInForce() throws Exception {
        heat.rule(withThresholds(SmallMarket.rule(), newsFloors(0.3, 0.7)));
        send(told(SignalKind.AMPLIFICATION, "chips", START, 0.6));
        heat.time(START);
        assertThat(heat.output()).isEmpty();

        heat.rule(withThresholds(SmallMarket.rule(), newsFloors(0.3, 0.6)));
        send(told(SignalKind.AMPLIFICATION, "chips", START + 1, 0.6));
        heat.time(START + 1);
        assertThat(heat.output()).hasSize(1);
    }

    @Test
    void theOrderOfArrivalDecidesNothing() throws Exception {
        List<SectorNews> news = new ArrayList<>(steady("chips"));
        // Of the moment of a signal as well, before and after it.
        news.addAll(storm("chips", END));
        news.add(told(SignalKind.RECAP, "chips", END, 1.0));
        news.addAll(storm("chips", END));
        news.add(told(SignalKind.RELEASE, "chips", END - 40 * HOUR, 1.0));
        send(news);
        heat.time(END);
        List<Signal> inOrder = heat.output();
        assertThat(inOrder)
                .hasSize(2)
                .allSatisfy(signal -> assertThat(heatOf(signal)).isBetween(0.001, 0.999));

        for (int seed = 0; seed < 5; seed++) {
            close();
            open();
            Collections.shuffle(news, new Random(seed));
            send(news);
            heat.time(END);

            assertThat(heat.output()).as("seed %s", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void aRestartAnywhereChangesNothing() throws Exception {
        List<SectorNews> news = new ArrayList<>(steady("chips"));
        news.add(told(SignalKind.RECAP, "chips", END, 1.0));
        send(news);
        heat.time(END);
        List<Signal> undisturbed = heat.output();
        close();
        open();

        List<Signal> disturbed = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            send(news.get(i));
            if (i % 50 == 0 || i == news.size() - 1) {
                // With news waiting for its time.
                disturbed.addAll(heat.output());
                heat = heat.restored();
            }
            heat.time(news.get(i).at());
        }
        disturbed.addAll(heat.output());

        assertThat(disturbed).hasSize(1).isEqualTo(undisturbed);
    }

    @Test
    void newsBehindTheWatermarkCountsFromNowOn() throws Exception {
        heat.time(END);
        send(counted("chips", START));
        send(told(SignalKind.RELEASE, "chips", START, 0.9));
        heat.time(END + 1);

        assertThat(heat.output()).hasSize(1);
        assertThat(heat.timers()).isZero();
    }

    @Test
    void aHundredThousandHeadlinesLeaveTheStateOfOne() throws Exception {
        send(counted("chips", START));
        heat.time(START);
        long one = heat.snapshotBytes();

        for (int i = 0; i < 100_000; i++) {
            send(counted("chips", START + i));
            if (i % 10_000 == 0) {
                heat.time(START + i);
            }
        }
        heat.time(START + 100_000);

        assertThat(heat.stateEntries()).isEqualTo(1);
        assertThat(heat.timers()).isZero();
        assertThat(heat.snapshotBytes()).isBetween(one * 9 / 10, one * 11 / 10);
    }

    @Test
    void headlinesOfOneMomentWaitInOneSum() throws Exception {
        send(counted("chips", END));
        long one = heat.snapshotBytes();

        for (int i = 0; i < 10_000; i++) {
            send(counted("chips", END));
        }

        assertThat(heat.timers()).isEqualTo(1);
        assertThat(heat.snapshotBytes()).isEqualTo(one);
    }

    @Test
    void aRuleThatIsRemovedIsForgottenAndCountsAnewWhenItIsBack() throws Exception {
        send(steady("chips"));
        heat.time(END - 1);
        assertThat(heat.stateEntries()).isEqualTo(1);

        heat.ruleRemoved("chips");
        assertThat(heat.stateEntries()).isZero();

        // What was on its way leaves nothing behind.
        send(counted("chips", END));
        heat.time(END);
        assertThat(heat.stateEntries()).isZero();

        heat.rule(SmallMarket.rule());
        send(counted("chips", END + 1));
        send(told(SignalKind.AMPLIFICATION, "chips", END + 2, 0.9));
        heat.time(END + 2);
        assertThat(heat.output())
                .singleElement()
                .satisfies(signal -> assertThat(heatOf(signal)).isEqualTo(0.9));
    }

    @Test
    void theRemovalOfOneRuleLeavesTheOthers() throws Exception {
        send(steady("chips"));
        heat.time(END - 1);

        heat.ruleRemoved("banks");

        assertThat(heat.stateEntries()).isEqualTo(1);
    }

    private void send(List<SectorNews> news) throws Exception {
        for (SectorNews one : news) {
            send(one);
        }
    }

    private void send(SectorNews news) throws Exception {
        heat.element(news, news.at());
    }

    /** A headline every second hour for weeks. */
    private static List<SectorNews> steady(String ruleId) {
        List<SectorNews> news = new ArrayList<>();
        for (long at = START; at < END; at += 2 * HOUR) {
            news.add(counted(ruleId, at));
        }
        return news;
    }

    /** Headlines of uneven weights at one moment. */
    private static List<SectorNews> storm(String ruleId, long at) {
        List<SectorNews> news = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            news.add(SectorNews.counted(ruleId, at, 1.0 / i));
        }
        return news;
    }

    private static SectorNews counted(String ruleId, long at) {
        return SectorNews.counted(ruleId, at, 1.0);
    }

    private static SectorNews told(SignalKind kind, String ruleId, long at, double heat) {
        HeadlineKind of = switch (kind) {
            case RELEASE -> HeadlineKind.RELEASE;
            case AMPLIFICATION -> HeadlineKind.AMPLIFIER;
            case RECAP -> HeadlineKind.RECAP;
            default -> HeadlineKind.RIVAL;
        };
        StoryHeadline cause = new StoryHeadline("h", "A title", "wire", "en", of, Instant.ofEpochMilli(at), at, 1, 1);
        StoryTransition transition = new StoryTransition(of, "deepseek/r1", at, heat, List.of(cause), List.of());
        return SectorNews.told(signal(kind, ruleId, at, new ExposedStory(transition, 0.8, "named")), ATTENTION);
    }

    private static Signal signal(SignalKind kind, String ruleId, long at, ExposedStory story) {
        return new Signal(
                kind,
                ruleId,
                ruleId,
                1,
                at,
                TradingDay.parse("2025-01-27"),
                1267,
                ShockLevel.NONE,
                false,
                null,
                story,
                story == null ? "h" : null,
                null);
    }

    private static double heatOf(Signal signal) {
        return signal.story().transition().heat();
    }
}
