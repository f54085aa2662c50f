package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken back leaves a chain as if it had never been said, and what comes late counts as what is left of it. */
class StoryRevisionTest {

    private static final Instant NOW = Instant.parse("2025-02-06T12:00:00Z");

    private PlayedChain chain = new PlayedChain();

    @Test
    void aLateHeadlineCountsAsIfItHadComeInTime() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("a", "2025-01-27T09:00:00Z", "DeepSeek goes viral abroad");
        chain.news("b", "2025-02-06T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        StoryState inTime = chain.state();

        chain = new PlayedChain();
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("b", "2025-02-06T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        late("a", "2025-01-27T09:00:00Z", "DeepSeek goes viral abroad");

        long now = NOW.toEpochMilli();
        assertThat(chain.state().heat("deepseek/r1", now)).isCloseTo(inTime.heat("deepseek/r1", now), within(1e-9));
        assertThat(chain.state().baseline()).isCloseTo(inTime.baseline(), within(1e-9));
    }

    @Test
    void aLateHeadlineThatIsDeletedLeavesNothing() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("b", "2025-02-06T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        StoryState before = chain.state();
        late("a", "2025-01-27T09:00:00Z", "DeepSeek goes viral abroad");
        chain.deleted("a", NOW.toString());

        Story story = chain.story("deepseek/r1");
        assertThat(story.attention())
                .isCloseTo(before.stories().get(0).attention(), within(1e-9))
                .isPositive();
        assertThat(chain.state().baseline()).isCloseTo(before.baseline(), within(1e-9));
        assertThat(chain.state().fingerprints()).isEqualTo(before.fingerprints());
        assertThat(story.headlines()).isEqualTo(before.stories().get(0).headlines());
    }

    @Test
    void aReleaseTakenBackLeavesTheTimeOfTheOneBefore() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("false", "2025-01-30T16:00:00Z", "DeepSeek open-sources R1 training notes and model weights");
        chain.deleted("false", NOW.toString());
        assertThat(chain.story("deepseek/r1").releasedAt())
                .isEqualTo(Instant.parse("2025-01-20T16:00:00Z").toEpochMilli());

        chain.news("true", "2025-01-31T16:00:00Z", "深度求索正式发布 DeepSeek-R1 新版本，权重开源");

        assertThat(chain.told())
                .extracting(transition -> transition.cause().headlineId())
                .containsExactly("r", "false", "true");
    }

    @Test
    void copiesOfAReleaseAreNotTheOneBefore() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("copy", "2025-01-29T16:00:00Z", "DeepSeek-R1 released");
        chain.news("false", "2025-01-30T16:00:00Z", "DeepSeek open-sources R1 training notes and model weights");
        chain.deleted("false", NOW.toString());

        assertThat(chain.story("deepseek/r1").releasedAt())
                .isEqualTo(Instant.parse("2025-01-20T16:00:00Z").toEpochMilli());
    }

    @Test
    void anotherReportTakesThePlaceOfTheOneThatWasTold() {
        chain.news("a", "2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        double heat = chain.state().heat("deepseek/r1", NOW.toEpochMilli());
        chain.news("b", "2025-01-20T16:05:00Z", "DeepSeek-R1 released under MIT licence");
        chain.deleted("a", NOW.toString());

        assertThat(chain.told())
                .extracting(transition -> transition.cause().headlineId())
                .containsExactly("a", "b");
        StoryTransition second = chain.told().get(1);
        assertThat(second.at()).isEqualTo(Instant.parse("2025-01-20T16:05:00Z").toEpochMilli());
        assertThat(second.headlines()).singleElement().satisfies(only -> {
            assertThat(only.weight()).isEqualTo(1.0);
            assertThat(only.novelty()).isEqualTo(1.0);
        });
        assertThat(chain.state().heat("deepseek/r1", NOW.toEpochMilli())).isCloseTo(heat, within(1e-3));
        chain.deleted("b", NOW.toString());
        assertThat(chain.story("deepseek/r1").released()).isFalse();
    }

    @Test
    void aReportThatWasNotToldIsTakenBackInSilence() {
        chain.news("a", "2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        chain.news("b", "2025-01-20T16:05:00Z", "DeepSeek-R1 released under MIT licence");
        chain.deleted("b", NOW.toString());

        assertThat(chain.told()).hasSize(1);
        assertThat(chain.story("deepseek/r1").released()).isTrue();
    }

    @Test
    void anOlderReportThanTheOneToldLastLeavesItStanding() {
        chain.news("a", "2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        chain.news("b", "2025-01-30T16:00:00Z", "DeepSeek open-sources R1 training notes and model weights");
        chain.deleted("a", NOW.toString());

        assertThat(chain.told()).hasSize(2);
        assertThat(chain.story("deepseek/r1").releasedAt())
                .isEqualTo(chain.told().get(1).at());
    }

    @Test
    void theSameTitleUnderANewIdIsNewsOnceTheOldOneIsGone() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("a", "2025-01-20T17:00:00Z", "Silicon Valley in panic over DeepSeek");
        chain.deleted("a", NOW.toString());
        chain.news("b", "2025-01-20T18:00:00Z", "Silicon Valley in panic over DeepSeek");

        StoryHeadline newest = chain.story("deepseek/r1").headlines().get(1);
        assertThat(newest.headlineId()).isEqualTo("b");
        assertThat(newest.novelty()).isGreaterThan(0.7);
    }

    @Test
    void ofTwoCopiesTheOneThatStaysIsStillKnown() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("a", "2025-01-20T17:00:00Z", "Silicon Valley in panic over DeepSeek");
        chain.news("b", "2025-01-20T17:30:00Z", "Silicon Valley in panic over DeepSeek");
        chain.deleted("a", NOW.toString());
        chain.news("c", "2025-01-20T18:00:00Z", "Silicon Valley in panic over DeepSeek");

        assertThat(chain.story("deepseek/r1").headlines())
                .filteredOn(headline -> headline.headlineId().equals("c"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.novelty()).isZero());
    }

    @Test
    void aNewWordingIsWhatIsKnownOfItsHeadline() {
        chain.news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.news("a", "2025-01-20T17:00:00Z", "Silicon Valley in panic over DeepSeek");
        chain.apply(Headlines.classified(Headlines.with(
                "a", "2025-01-20T17:30:00Z", "DeepSeek goes viral among traders of bonds", HeadlineAction.UPDATED)));
        chain.news("old", "2025-01-20T18:00:00Z", "Silicon Valley in panic over DeepSeek");
        chain.news("new", "2025-01-20T19:00:00Z", "DeepSeek goes viral among traders of bonds");

        List<StoryHeadline> headlines = chain.story("deepseek/r1").headlines();
        assertThat(headlines.get(2).novelty()).isGreaterThan(0.7);
        assertThat(headlines.get(3).novelty()).isZero();
    }

    private void late(String id, String at, String title) {
        chain.apply(Headlines.classified(id, at, title), NOW.toEpochMilli());
    }
}
