package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryChainTest {

    private final PlayedChain chain = new PlayedChain();

    /** As restored from a savepoint that was written before releases were counted. */
    @Test
    void stateFromBeforeReleasesWereCountedHasToldNone() {
        assertThat(new StoryState("deepseek", 0, 0, List.of(), List.of(), null).releases())
                .isEqualTo(ReleasesToday.NONE);
    }

    @Test
    void modelCaseHeatsUpOverTheWeekendAndCarriesTheRelease() {
        quietWeekAfterTheRelease();
        assertThat(heatAt("2025-01-23T23:00:00Z")).isLessThan(0.5);

        chain.news("2025-01-24T14:00:00Z", "DeepSeek says training took about $5.6 million");
        chain.news("2025-01-24T18:30:00Z", "Silicon Valley is stunned by DeepSeek");
        chain.news("2025-01-24T21:00:00Z", "Meta sets up war rooms to study DeepSeek");
        chain.news("2025-01-25T09:00:00Z", "DeepSeek 出圈，海外开发者刷屏");
        chain.news("2025-01-25T15:00:00Z", "DeepSeek's low cost puts AI spending plans in doubt");
        chain.news("2025-01-25T22:00:00Z", "DeepSeek 訓練成本僅同業十分之一，矽谷震驚");
        assertThat(heatAt("2025-01-25T22:00:00Z")).isGreaterThan(0.5);

        chain.news("2025-01-26T08:40:00Z", "DeepSeek 应用排名升至美区应用榜前列");
        chain.news("2025-01-26T15:00:00Z", "DeepSeek app climbs to No. 1 in the US App Store");
        chain.news("2025-01-26T18:00:00Z", "Analysts weigh what DeepSeek means for big tech capex");
        chain.news("2025-01-26T21:00:00Z", "DeepSeek爆火, AI 產業投資邏輯生變?");
        assertThat(heatAt("2025-01-26T21:00:00Z")).isGreaterThanOrEqualTo(0.8);

        StoryTransition last = chain.told().get(chain.told().size() - 1);
        assertThat(last.kind()).isEqualTo(HeadlineKind.AMPLIFIER);
        assertThat(last.story()).isEqualTo("deepseek/r1");
        assertThat(last.cause().title()).startsWith("DeepSeek爆火");
        assertThat(last.headlines()).hasSize(5);
        assertThat(last.headlines().get(1).title()).startsWith("DeepSeek-R1");
        assertThat(last.headlines().stream().mapToDouble(StoryHeadline::weight).sum())
                .isBetween(0.99, 1.0);
        assertThat(last.symbols()).containsExactly("NVDA");
        assertThat(chain.told())
                .filteredOn(t -> t.kind() == HeadlineKind.RELEASE)
                .hasSize(1);
    }

    @Test
    void steadyTrickleStaysCool() {
        chain.news("2025-01-02T10:00:00Z", "OpenAI introduces GPT-5.2 with longer memory");
        String[] trickle = {
            "ChatGPT gets a new voice setting",
            "OpenAI hires chip veteran",
            "Publisher sues OpenAI over training texts",
            "OpenAI tops ranking of most valued startups",
            "ChatGPT in class: a teacher's diary"
        };
        double hottest = 0;
        for (int day = 3; day < 31; day++) {
            for (int i = 0; i < 2; i++) {
                String at = String.format("2025-01-%02dT%02d:00:00Z", day, 9 + 8 * i);
                chain.news(at, trickle[(day * 2 + i) % trickle.length] + " (" + day + "/" + i + ")");
                hottest = Math.max(hottest, heatAt(at));
            }
        }
        assertThat(hottest).isPositive().isLessThan(0.5);
        assertThat(chain.told()).extracting(StoryTransition::kind).containsExactly(HeadlineKind.RELEASE);
    }

    @Test
    void evenATrickleOfAmplifiersStaysCool() {
        chain.news("2025-01-02T10:00:00Z", "Google releases Gemini 3 as preview");
        for (int day = 3; day < 31; day++) {
            chain.news(
                    String.format("2025-01-%02dT09:00:00Z", day), "Gemini 3 tops ranking " + "abcdefghi".repeat(day));
            assertThat(heatAt(String.format("2025-01-%02dT09:00:00Z", day))).isLessThan(0.5);
        }
    }

    @Test
    void repeatsAddNothing() {
        quietWeekAfterTheRelease();
        chain.news("2025-01-24T10:00:00Z", "DeepSeek app climbs to No. 1 in the US App Store");
        double before = heatAt("2025-01-24T12:00:00Z");
        for (int i = 0; i < 50; i++) {
            chain.news("2025-01-24T12:00:00Z", "DeepSeek app climbs to No. 1 in the US App Store!");
        }
        assertThat(heatAt("2025-01-24T12:00:00Z")).isEqualTo(before);
        assertThat(chain.told()).extracting(StoryTransition::kind).containsExactly(HeadlineKind.RELEASE);
    }

    @Test
    void releaseIsToldOnceUntilNewsOfItComesDaysLater() {
        chain.news("2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        chain.news("2025-01-20T17:00:00Z", "DeepSeek launches R1, a reasoning model");
        chain.news("2025-01-22T17:00:00Z", "深度求索发布 DeepSeek-R1");
        chain.news("2025-01-24T17:00:00Z", "DeepSeek open-sources R1 training notes and model weights");

        assertThat(chain.told())
                .extracting(StoryTransition::at)
                .containsExactly(
                        Instant.parse("2025-01-20T16:00:00Z").toEpochMilli(),
                        Instant.parse("2025-01-24T17:00:00Z").toEpochMilli());
    }

    @Test
    void recapsAreToldThreeTimesInSixHours() {
        quietWeekAfterTheRelease();
        int before = chain.told().size();
        for (int hour = 1; hour < 24; hour += 1) {
            String at = String.format("2025-01-27T%02d:00:00Z", hour);
            String maker = new String(Character.toChars('a' + hour)).repeat(9);
            chain.news(at, maker + "-" + hour * 7919 + " chip shares plunge as DeepSeek spooks " + maker.repeat(3));
        }

        List<StoryTransition> since = chain.told().subList(before, chain.told().size());
        assertThat(since).extracting(StoryTransition::kind).containsOnly(HeadlineKind.RECAP);
        assertThat(since).extracting(StoryTransition::story).containsOnly("deepseek/r1");
        assertThat(since)
                .extracting(transition ->
                        Instant.ofEpochMilli(transition.at()).toString().substring(11, 13))
                .containsExactly("01", "02", "03", "06", "07", "08", "12", "13", "14", "18", "19", "20");
    }

    @Test
    void amplifiersAreToldSixTimesADay() {
        quietWeekAfterTheRelease();
        int before = chain.told().size();
        String[] words = {
            "kiosk", "lantern", "meadow", "orchid", "pepper", "quartz", "ribbon", "saddle", "tulip", "violin"
        };
        for (int i = 0; i < 40; i++) {
            chain.news(
                    "2025-01-26T10:00:00Z",
                    "DeepSeek viral: " + (words[i % 10] + " " + words[(i * 7 + i / 10) % 10] + i).repeat(3));
        }
        List<StoryTransition> since = chain.told().subList(before, chain.told().size());
        assertThat(since).hasSize(6);
        assertThat(since).extracting(StoryTransition::heat).allMatch(heat -> heat >= 0.5);
    }

    @Test
    void headlinesOfTheVendorJoinTheNewestReleaseOrAMuchHotterOne() {
        chain.news("2025-01-10T10:00:00Z", "DeepSeek releases DeepSeek-V3");
        chain.news("2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("2025-01-21T16:00:00Z", "DeepSeek costs a fraction of its rivals");
        assertThat(chain.story("deepseek/r1").headlines()).hasSize(2);

        chain.news("2025-01-27T10:00:00Z", "DeepSeek goes viral among app users");
        chain.news("2025-01-27T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        chain.news("2025-01-27T12:00:00Z", "DeepSeek登顶美区应用商店");
        chain.news("2025-01-27T17:00:00Z", "DeepSeek unveils Janus-Pro");
        chain.news("2025-01-27T18:00:00Z", "Nvidia shares tumble in DeepSeek rout");
        assertThat(chain.story("deepseek/janus-pro").headlines()).hasSize(1);
        assertThat(chain.story("deepseek/r1").headlines()).hasSize(6);
    }

    @Test
    void anOldReleaseThatIsToldAnewIsNotTheNewest() {
        chain.news("2025-01-08T10:00:00Z", "DeepSeek releases DeepSeek-V3");
        chain.news("2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("2025-01-24T16:00:00Z", "深度求索开源 DeepSeek-V3 全部训练细节");
        chain.news("2025-01-24T17:00:00Z", "Testers are stunned by DeepSeek R1");
        chain.news("2025-01-25T18:00:00Z", "DeepSeek app climbs to No. 1 in the US App Store");

        assertThat(chain.story("deepseek/v3").releasedAt())
                .isGreaterThan(chain.story("deepseek/r1").releasedAt());
        assertThat(chain.story("deepseek/r1").headlines()).hasSize(3);
    }

    @Test
    void withoutALiveReleaseTheyFormTheVendorsOwnStory() {
        chain.news("2025-01-01T16:00:00Z", "DeepSeek-R1 released");
        chain.news("2025-01-25T16:00:00Z", "DeepSeek costs a fraction of its rivals");

        assertThat(chain.state().stories()).extracting(Story::id).containsExactly("deepseek/*");
    }

    @Test
    void namesInventedByTheHundredMakeNoMoreReleasesThanADayCanHave() {
        for (int i = 0; i < 300; i++) {
            int day = i / 100;
            String model = "DeepSeek-V" + (10 + i % 100) + "." + (day + 1);
            chain.news("2025-01-2" + day + "T16:00:00Z", "DeepSeek releases " + model + " model");
        }

        assertThat(chain.told())
                .hasSize(3 * ReleasesToday.MAX)
                .extracting(StoryTransition::kind)
                .containsOnly(HeadlineKind.RELEASE);
        assertThat(chain.told().get(ReleasesToday.MAX).at())
                .isEqualTo(Instant.parse("2025-01-21T16:00:00Z").toEpochMilli());
    }

    @Test
    void aFullDayKeepsNoHeadlineFromAReleaseThatWasTold() {
        chain.news("2025-01-19T16:00:00Z", "DeepSeek-R1 released");
        for (int i = 0; i < 20; i++) {
            chain.news("2025-01-20T16:00:00Z", "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
        }
        chain.news("2025-01-20T17:00:00Z", "DeepSeek-R1 released: open weights and a paper");

        assertThat(chain.story("deepseek/r1").headlines()).hasSize(2);
    }

    @Test
    void sameRecordTwiceCountsOnce() {
        ClassifiedHeadline item = Headlines.classified("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.apply(item);
        StoryState once = chain.state();
        chain.apply(item);

        assertThat(chain.state()).isEqualTo(once);
        assertThat(chain.told()).hasSize(1);
    }

    @Test
    void strongRivalIsToldAtOnceAndWeakOnesOnlyWhenTheyMount() {
        chain.news("2025-04-01T10:00:00Z", "Tariff talk goes on in the capital");
        assertThat(chain.told()).isEmpty();
        chain.news("2025-04-02T10:00:00Z", "Exporters brace for tariffs");
        chain.news("2025-04-02T11:00:00Z", "Ministers meet over import duties");
        chain.news("2025-04-02T12:00:00Z", "What a trade war would mean for farms");
        chain.news("2025-04-02T13:00:00Z", "关税清单将于今夜公布");
        chain.news("2025-04-02T14:00:00Z", "Toy makers ask for a delay of export controls");
        assertThat(chain.told()).hasSize(1);
        chain.news("2025-04-03T10:00:00Z", "New tariffs on chips send stocks lower");
        assertThat(chain.told()).hasSize(2);
        assertThat(chain.told().get(1).story()).isEqualTo("rival/POLICY");
    }

    private void quietWeekAfterTheRelease() {
        chain.news("2025-01-20T16:03:00Z", "DeepSeek-R1 正式发布，权重全部开源");
        chain.news("2025-01-21T13:00:00Z", "DeepSeek R1 now on a developer hub");
        chain.news("2025-01-22T09:00:00Z", "DeepSeek R1 rivals costlier models, testers say");
        chain.news("2025-01-22T20:00:00Z", "How to use DeepSeek for sums");
        chain.news("2025-01-23T11:00:00Z", "DeepSeek's lab hires more students");
    }

    @Test
    void anUnnamedReleaseOrProductDoesNotTakeTheStormOver() {
        chain.news("2025-01-20T16:00:00Z", "DeepSeek releases DeepSeek-R1");
        chain.news("2025-01-25T10:00:00Z", "DeepSeek launches a new app for developers");
        assertThat(chain.story("deepseek/*").released()).isTrue();

        chain.news("2025-01-26T15:00:00Z", "DeepSeek app climbs to No. 1 in the US App Store");

        assertThat(chain.story("deepseek/r1").headlines()).hasSize(2);
        assertThat(chain.story("deepseek/*").headlines()).hasSize(1);
    }

    @Test
    void aTitleThatNamesAnotherModelDoesNotHeatTheNewestRelease() {
        chain.news("2025-01-20T16:00:00Z", "OpenAI releases GPT-4.5");
        chain.news("2025-01-21T16:00:00Z", "DALL-E 3 goes viral");
        chain.news("2025-01-21T17:00:00Z", "Wall Street stunned by OpenAI o3-mini");

        assertThat(chain.story("openai/gpt-4.5").headlines()).hasSize(1);
        assertThat(chain.story("openai/*").headlines()).hasSize(2);
    }

    @Test
    void aTitleThatNamesAVariantOfTheReleaseIsAboutIt() {
        chain.news("2025-11-18T16:00:00Z", "Google releases Gemini 3 Pro");
        chain.news("2025-11-19T16:00:00Z", "Wall Street stunned by Google's Gemini 3");

        assertThat(chain.story("google/gemini-3-pro").headlines()).hasSize(2);
    }

    @Test
    void aLiveBlogThatSaysNothingOfNoteCountsOnce() {
        chain.news("2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.apply(Headlines.classified("blog", "2025-01-21T16:00:00Z", "DeepSeek and the rest of the day, live"));
        double attention = chain.story("deepseek/r1").attention();
        for (int i = 0; i < 20; i++) {
            String title = "DeepSeek and the rest of the day, live: entry number " + i;
            chain.apply(Headlines.classified(
                    Headlines.with("blog", "2025-01-21T16:00:00Z", title, HeadlineAction.UPDATED)));
        }

        assertThat(chain.story("deepseek/r1").attention()).isEqualTo(attention);
    }

    @Test
    void tickersGoWithTheirHeadline() {
        chain.apply(Headlines.classified("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released"));
        assertThat(chain.story("deepseek/r1").tickers()).containsExactly(new HeadlineTickers("r", List.of("NVDA")));
        chain.news("2025-01-21T16:00:00Z", "DeepSeek costs a fraction of its rivals");
        chain.apply(Headlines.classified(Headlines.with("r", "2025-01-22T16:00:00Z", "", HeadlineAction.DELETED)));

        assertThat(chain.story("deepseek/r1").tickers())
                .extracting(HeadlineTickers::headlineId)
                .doesNotContain("r")
                .hasSize(1);
    }

    private double heatAt(String at) {
        long millis = Instant.parse(at).toEpochMilli();
        return chain.state().stories().stream()
                .mapToDouble(story -> StoryHeat.of(
                        StoryChoice.attention(story, millis),
                        StoryHeat.decayed(
                                chain.state().baseline(),
                                chain.state().baselineAt(),
                                millis,
                                StoryHeat.BASELINE_HALF_LIFE_DAYS)))
                .max()
                .orElse(0);
    }
}
