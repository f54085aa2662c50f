package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryExposureTest {

    private static final List<String> TERMS = List.of("gpu", "nvidia", "英伟达", "data centre");
    private static final List<String> PEERS = List.of("software stocks", "软件股");
    private static final List<String> MEMBERS = List.of("NVDA@XNAS", "NOW@XNYS", "AVGO@XNAS", "8035@XTKS");

    @ParameterizedTest
    @CsvSource({
        "DeepSeek makes Nvidia investors nervous,1.0",
        "DeepSeek 爆火，英伟达承压,1.0",
        "DeepSeek 爆紅，英偉達承壓,1.0",
        "What DeepSeek means for $NVDA,1.0",
        "What DeepSeek means for AVGO holders,1.0",
        "What DeepSeek means for ServiceNow (NYSE: NOW),1.0",
        "DeepSeek NYSE:NOW update,1.0",
        "DeepSeek（NYSE：NOW）,1.0",
        "What DeepSeek means for $nvda,1.0",
        "＄ＮＶＤＡ after DeepSeek,1.0",
        "DeepSeek update: NOW for all,0.6",
        "DeepSeek is NOW on everyone's phone,0.6",
        "DeepSeek and the gpus,0.6",
        "DeepSeek raises 8035 million,0.6",
        "东京电子（8035）与DeepSeek,1.0",
        "DeepSeek and $8035,1.0",
        "GPT-5.2爆火，NVDA盘前大跌,1.0",
        "DeepSeek爆火，$NOW股价大跌,1.0",
        "DeepSeek 爆火 东京电子TSE:8035大跌,1.0",
        "DEEPSEEK AND NVDA,0.6",
        "DeepSeek and TSE: 8035,1.0",
        "DeepSeek tops the App Store,0.6"
    })
    void namingTheSectorLinksAndOnlyWholeWordsDo(String title, double weight) {
        ExposureScore score = score(HeadlineKind.AMPLIFIER, "deepseek/r1", List.of(), title);

        assertThat(score.weight()).as(score.reason()).isEqualTo(weight);
        assertThat(score.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"Inference-cost falls,inference cost", "Data center boom,data-center"})
    void aDashPartsWordsAsASpaceDoes(String title, String term) {
        StoryTransition transition = transition(HeadlineKind.AMPLIFIER, "deepseek/r1", List.of(), title);

        assertThat(StoryExposure.score(transition, List.of(term), List.of(), List.of(), 0.1)
                        .weight())
                .isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvda", "$NVDA", "NASDAQ:NVDA", "NVDA@XNAS", " NVDA"})
    void tickersAttachedByTheSourceLink(String attached) {
        assertThat(score(HeadlineKind.RELEASE, "deepseek/r1", List.of(attached), "DeepSeek-R1 released")
                        .weight())
                .isEqualTo(0.9);
    }

    @Test
    void mentionInAnotherTitleOfTheStoryCountsLess() {
        assertThat(score(
                                HeadlineKind.AMPLIFIER,
                                "deepseek/r1",
                                List.of(),
                                "DeepSeek tops the App Store",
                                "Nvidia welcomes R1")
                        .weight())
                .isEqualTo(0.8);
    }

    @Test
    void olderTitlesDoNotSayWhatARecapExplains() {
        assertThat(score(
                                HeadlineKind.RECAP,
                                "deepseek/r1",
                                List.of(),
                                "Stocks slump on DeepSeek",
                                "Nvidia falls on DeepSeek")
                        .weight())
                .isZero();
    }

    @Test
    void talkOfAMakerAtLargeTouchesOnlyWhatItNames() {
        assertThat(score(HeadlineKind.AMPLIFIER, "deepseek/*", List.of(), "DeepSeek tops the App Store")
                        .weight())
                .isZero();
        assertThat(score(HeadlineKind.AMPLIFIER, "deepseek/*", List.of(), "DeepSeek worries Nvidia")
                        .weight())
                .isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "rival/MACRO,Fed raises rates,0.5",
        "rival/POLICY,Tariffs announced,0.4",
        "rival/GEOPOLITICS,Missile strike,0.4",
        "rival/EARNINGS,Retailer cuts guidance,0.0",
        "rival/EARNINGS,Nvidia cuts guidance,1.0"
    })
    void rivalCausesReachEverySectorOrOnlyTheirOwn(String story, String title, double weight) {
        assertThat(score(HeadlineKind.RIVAL, story, List.of(), title).weight()).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "Wall Street slides as DeepSeek rattles investors,0.0",
        "Game makers tumble after Genie 3,0.0",
        "Software stocks plunge on Claude plug-ins,0.5",
        "Claude 插件来袭，软件股大跌,0.5",
        "Nvidia sinks as DeepSeek goes viral,1.0"
    })
    void recapTouchesOnlySectorsThatItNamesOrTheirPeers(String title, double weight) {
        ExposureScore score = score(HeadlineKind.RECAP, "deepseek/r1", List.of(), title);

        assertThat(score.weight()).as(score.reason()).isEqualTo(weight);
    }

    @Test
    void peersRaiseAStoryToHalfAndNeverLowerIt() {
        String title = "Claude plug-ins are out: what it means for software stocks";
        StoryTransition transition = transition(HeadlineKind.AMPLIFIER, "anthropic/claude", List.of(), title);

        assertThat(StoryExposure.score(transition, List.of(), PEERS, List.of(), 0.1)
                        .weight())
                .isEqualTo(0.5);
        assertThat(StoryExposure.score(transition, List.of(), PEERS, List.of(), 0.9)
                        .weight())
                .isEqualTo(0.9);
    }

    @Test
    void sensitivityIsKeptBetweenNothingAndOne() {
        StoryTransition transition = transition(HeadlineKind.RELEASE, "deepseek/r1", List.of(), "DeepSeek-R1 released");

        assertThat(StoryExposure.score(transition, List.of(), List.of(), List.of(), 7.0)
                        .weight())
                .isEqualTo(1.0);
        assertThat(StoryExposure.score(transition, List.of(""), List.of(""), List.of(), -1.0)
                        .weight())
                .isEqualTo(0.0);
    }

    private static ExposureScore score(HeadlineKind kind, String story, List<String> symbols, String... titles) {
        return StoryExposure.score(transition(kind, story, symbols, titles), TERMS, PEERS, MEMBERS, 0.6);
    }

    private static StoryTransition transition(HeadlineKind kind, String story, List<String> symbols, String... titles) {
        List<StoryHeadline> headlines = Stream.of(titles)
                .map(title -> new StoryHeadline(title, title, null, null, kind, Instant.EPOCH, 0L, 1.0, 0.5))
                .toList();
        return new StoryTransition(kind, story, 0L, 0.9, headlines, symbols);
    }
}
