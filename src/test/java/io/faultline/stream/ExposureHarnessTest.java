package io.faultline.stream;

import static io.faultline.testkit.Market.newsFloors;
import static io.faultline.testkit.Market.withState;
import static io.faultline.testkit.Market.withThresholds;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.TradingDay;
import io.faultline.news.CountedHeadline;
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

    private OperatorHarness<NewsEvent, SectorNews> exposure;

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

        assertThat(exposure.output()).extracting(SectorNews::attention).containsExactly(2.5);
        assertThat(signals()).singleElement().satisfies(signal -> {
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
        assertThat(signals()).isEmpty();

        send(news(HeadlineKind.RECAP, "deepseek/r1", 0.9, "Chips sink as DeepSeek spooks traders"));
        assertThat(signals()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.RECAP);
            assertThat(signal.story().exposure()).isEqualTo(1.0);
        });
    }

    @Test
    void aStoryThatHardlyTouchesTheSectorIsNoSignal() throws Exception {
        send(news(HeadlineKind.RIVAL, "rival/EARNINGS", 0.9));

        assertThat(signals()).isEmpty();
    }

    @Test
    void changedFloorsTakeEffectWithoutARestart() throws Exception {
        NewsEvent news = news(HeadlineKind.AMPLIFIER, "deepseek/r1", 0.6);

        exposure.rule(withThresholds(SmallMarket.rule(), newsFloors(0.9, 0.5)));
        send(news);
        assertThat(signals()).isEmpty();

        exposure.rule(withThresholds(SmallMarket.rule(), newsFloors(0.8, 0.6)));
        send(news);
        assertThat(signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.ruleVersion()).isEqualTo(2));
    }

    @Test
    void withdrawalsReachEveryRuleThatIsEvaluated() throws Exception {
        send(NewsEvent.withdrawn(SUNDAY.toEpochMilli(), "h-09"));

        assertThat(signals()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.WITHDRAWN);
            assertThat(signal.withdrawnHeadlineId()).isEqualTo("h-09");
            assertThat(signal.story()).isNull();
        });
    }

    @Test
    void shadowRulesGetSignalsPausedAndRemovedOnesDoNot() throws Exception {
        exposure.rule(withState(SmallMarket.rule(), RuleState.SHADOW));
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));
        assertThat(signals()).hasSize(1);

        exposure.rule(withState(SmallMarket.rule(), RuleState.PAUSED));
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));
        assertThat(signals()).hasSize(1);

        exposure.rule(SmallMarket.rule());
        exposure.ruleRemoved("chips");
        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));
        assertThat(signals()).hasSize(1);
    }

    @Test
    void rulesOutliveARestart() throws Exception {
        exposure = exposure.restored();

        send(news(HeadlineKind.RELEASE, "deepseek/r1", 0.9));

        assertThat(signals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "AMPLIFIER, 1.5",
        "PRODUCT, 0.75",
        "OTHER, 0.25",
    })
    void aHeadlineCountsInEverySectorThatItTouchesByItsWeight(HeadlineKind kind, double weight) throws Exception {
        send(counted(kind, "deepseek/r1", "An AI lab in the news"));

        assertThat(exposure.output()).containsExactly(SectorNews.counted("chips", SUNDAY.toEpochMilli(), weight));
    }

    @Test
    void talkOfAMakerCountsOnlyWhereTheSectorIsNamed() throws Exception {
        send(counted(HeadlineKind.AMPLIFIER, "deepseek/*", "An AI lab in the news"));
        assertThat(exposure.output()).isEmpty();

        send(counted(HeadlineKind.AMPLIFIER, "deepseek/*", "An AI lab shops for chips"));
        assertThat(exposure.output()).hasSize(1);
    }

    @Test
    void rivalCausesCountForNoSector() throws Exception {
        send(counted(HeadlineKind.RIVAL, "rival/MACRO", "Chips and rates"));

        assertThat(exposure.output()).isEmpty();
    }

    private List<Signal> signals() {
        return exposure.output().stream().map(SectorNews::signal).toList();
    }

    private static NewsEvent counted(HeadlineKind kind, String story, String title) {
        StoryHeadline headline = new StoryHeadline("h", title, "wire", "en", kind, SUNDAY, SUNDAY.toEpochMilli(), 1, 0);
        return NewsEvent.counted(SUNDAY.toEpochMilli(), new CountedHeadline(story, headline, List.of(), 2.5));
    }

    private void send(NewsEvent event) throws Exception {
        exposure.element(event, event.at());
    }

    private static NewsEvent news(HeadlineKind kind, String story, double heat) {
        return news(kind, story, heat, "An AI lab in the news");
    }

    private static NewsEvent news(HeadlineKind kind, String story, double heat, String title) {
        StoryHeadline cause = new StoryHeadline("h", title, "wire", "en", kind, SUNDAY, SUNDAY.toEpochMilli(), 1, 1);
        return NewsEvent.told(
                SUNDAY.toEpochMilli(),
                new StoryTransition(kind, story, SUNDAY.toEpochMilli(), heat, List.of(cause), List.of()),
                2.5);
    }
}
