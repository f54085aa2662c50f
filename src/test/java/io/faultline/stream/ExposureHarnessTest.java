package io.faultline.stream;

import static io.faultline.testkit.Market.newsFloors;
import static io.faultline.testkit.Market.withState;
import static io.faultline.testkit.Market.withThresholds;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.TradingDay;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryTransition;
import io.faultline.rules.RuleState;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which news becomes a signal of which sector, by the rules now in force. */
class ExposureHarnessTest {

    /** A Sunday: it belongs to Monday's session. */
    private static final Instant SUNDAY = Instant.parse("2025-01-26T18:00:00Z");

    private OperatorHarness<NewsEvent, Signal> exposure;

    @BeforeEach
    void open() throws Exception {
        exposure = OperatorHarness.broadcast(() -> new ExposureFunction(ReferenceSnapshot.EMPTY));
        exposure.rule(SmallMarket.rule());
    }

    @AfterEach
    void close() throws Exception {
        exposure.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RELEASE, RELEASE",
        "PRODUCT, RELEASE",
        "AMPLIFIER, AMPLIFICATION",
    })
    void aStoryBecomesTheSignalOfItsKind(HeadlineKind kind, SignalKind expected) throws Exception {
        send(news(kind, "deepseek/r1", 0.9));

        assertThat(exposure.output()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(expected);
            assertThat(signal.ruleId()).isEqualTo("chips");
            assertThat(signal.at()).isEqualTo(SUNDAY.toEpochMilli());
            assertThat(signal.sessionDate()).isEqualTo(TradingDay.parse("2025-01-27"));
            assertThat(signal.story().exposure()).isEqualTo(0.8);
            assertThat(signal.drawdown()).isNull();
        });
    }

    @Test
    void aRecapIsOneForSectorsThatItNames() throws Exception {
        send(news(HeadlineKind.RECAP, "deepseek/r1", 0.9));
        assertThat(exposure.output()).isEmpty();

        send(news(HeadlineKind.RECAP, "deepseek/r1", 0.9, "Chips sink as DeepSeek spooks traders"));
        assertThat(exposure.output()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.RECAP);
            assertThat(signal.story().exposure()).isEqualTo(1.0);
        });
    }

    @Test
    void aCoolAmplificationIsNoSignal() throws Exception {
        send(news(HeadlineKind.AMPLIFIER, "deepseek/r1", 0.49));
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.1));

        assertThat(exposure.output()).extracting(Signal::kind).containsExactly(SignalKind.RELEASE);
    }

    @Test
    void aStoryThatHardlyTouchesTheSectorIsNoSignal() throws Exception {
        send(news(HeadlineKind.RIVAL, "rival/EARNINGS", 0.9));

        assertThat(exposure.output()).isEmpty();
    }

    @Test
    void changedFloorsTakeEffectWithoutARestart() throws Exception {
        NewsEvent lukewarm = news(HeadlineKind.AMPLIFIER, "deepseek/r1", 0.6);

        exposure.rule(withThresholds(SmallMarket.rule(), newsFloors(0.3, 0.7)));
        send(lukewarm);
        assertThat(exposure.output()).isEmpty();

        exposure.rule(withThresholds(SmallMarket.rule(), newsFloors(0.9, 0.5)));
        send(lukewarm);
        assertThat(exposure.output()).isEmpty();

        exposure.rule(withThresholds(SmallMarket.rule(), newsFloors(0.8, 0.6)));
        send(lukewarm);
        assertThat(exposure.output())
                .singleElement()
                .satisfies(signal -> assertThat(signal.ruleVersion()).isEqualTo(2));
    }

    @Test
    void withdrawalsReachEveryRuleThatIsEvaluated() throws Exception {
        send(new NewsEvent(SUNDAY.toEpochMilli(), null, "h-09"));

        assertThat(exposure.output()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.WITHDRAWN);
            assertThat(signal.withdrawnHeadlineId()).isEqualTo("h-09");
            assertThat(signal.story()).isNull();
        });
    }

    @Test
    void shadowRulesGetSignalsPausedAndRemovedOnesDoNot() throws Exception {
        exposure.rule(withState(SmallMarket.rule(), RuleState.SHADOW));
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));
        assertThat(exposure.output()).hasSize(1);

        exposure.rule(withState(SmallMarket.rule(), RuleState.PAUSED));
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));
        assertThat(exposure.output()).hasSize(1);

        exposure.rule(SmallMarket.rule());
        exposure.ruleRemoved("chips");
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));
        assertThat(exposure.output()).hasSize(1);
    }

    @Test
    void rulesOutliveARestart() throws Exception {
        exposure = exposure.restored();

        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));

        assertThat(exposure.output()).hasSize(1);
    }

    private void send(NewsEvent event) throws Exception {
        exposure.element(event, event.at());
    }

    private static NewsEvent news(HeadlineKind kind, String story, double heat) {
        return news(kind, story, heat, "An AI lab in the news");
    }

    private static NewsEvent news(HeadlineKind kind, String story, double heat, String title) {
        StoryHeadline cause = new StoryHeadline("h", title, "wire", "en", kind, SUNDAY, SUNDAY.toEpochMilli(), 1, 1);
        return new NewsEvent(
                SUNDAY.toEpochMilli(),
                new StoryTransition(kind, story, SUNDAY.toEpochMilli(), heat, List.of(cause), List.of()),
                null);
    }
}
