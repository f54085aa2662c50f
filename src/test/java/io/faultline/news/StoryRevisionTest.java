package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken back leaves a chain as if it had never been said, and what comes late counts as what is left of it. */
class StoryRevisionTest {

    private static final Instant NOW = Instant.parse("2025-02-06T12:00:00Z");

    private final List<StoryTransition> told = new ArrayList<>();
    private StoryState state;

    @Test
    void aLateHeadlineCountsAsIfItHadComeInTime() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("a", "2025-01-27T09:00:00Z", "DeepSeek goes viral abroad");
        news("b", "2025-02-06T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        StoryState inTime = state;

        state = null;
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("b", "2025-02-06T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        late("a", "2025-01-27T09:00:00Z", "DeepSeek goes viral abroad");

        long now = NOW.toEpochMilli();
        assertThat(state.heat("deepseek/r1", now)).isCloseTo(inTime.heat("deepseek/r1", now), within(1e-9));
        assertThat(state.baseline()).isCloseTo(inTime.baseline(), within(1e-9));
    }

    @Test
    void aLateHeadlineThatIsDeletedLeavesNothing() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("b", "2025-02-06T11:00:00Z", "Silicon Valley in panic over DeepSeek");
        StoryState before = state;
        late("a", "2025-01-27T09:00:00Z", "DeepSeek goes viral abroad");
        delete("a");

        Story story = story("deepseek/r1");
        assertThat(story.attention())
                .isCloseTo(before.stories().get(0).attention(), within(1e-9))
                .isPositive();
        assertThat(state.baseline()).isCloseTo(before.baseline(), within(1e-9));
        assertThat(state.fingerprints()).isEqualTo(before.fingerprints());
        assertThat(story.headlines()).isEqualTo(before.stories().get(0).headlines());
    }

    @Test
    void aReleaseTakenBackLeavesTheTimeOfTheOneBefore() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("false", "2025-01-30T16:00:00Z", "DeepSeek open-sources R1 training notes and model weights");
        delete("false");
        assertThat(story("deepseek/r1").releasedAt())
                .isEqualTo(Instant.parse("2025-01-20T16:00:00Z").toEpochMilli());

        news("true", "2025-01-31T16:00:00Z", "深度求索正式发布 DeepSeek-R1 新版本，权重开源");

        assertThat(told)
                .extracting(transition -> transition.cause().headlineId())
                .containsExactly("r", "false", "true");
    }

    @Test
    void copiesOfAReleaseAreNotTheOneBefore() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("copy", "2025-01-29T16:00:00Z", "DeepSeek-R1 released");
        news("false", "2025-01-30T16:00:00Z", "DeepSeek open-sources R1 training notes and model weights");
        delete("false");

        assertThat(story("deepseek/r1").releasedAt())
                .isEqualTo(Instant.parse("2025-01-20T16:00:00Z").toEpochMilli());
    }

    @Test
    void anotherReportTakesThePlaceOfTheOneThatWasTold() {
        news("a", "2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        double heat = state.heat("deepseek/r1", NOW.toEpochMilli());
        news("b", "2025-01-20T16:05:00Z", "DeepSeek-R1 released under MIT licence");
        delete("a");

        assertThat(told)
                .extracting(transition -> transition.cause().headlineId())
                .containsExactly("a", "b");
        StoryTransition second = told.get(1);
        assertThat(second.at()).isEqualTo(Instant.parse("2025-01-20T16:05:00Z").toEpochMilli());
        assertThat(second.headlines()).singleElement().satisfies(only -> {
            assertThat(only.weight()).isEqualTo(1.0);
            assertThat(only.novelty()).isEqualTo(1.0);
        });
        assertThat(state.heat("deepseek/r1", NOW.toEpochMilli())).isCloseTo(heat, within(1e-3));
        delete("b");
        assertThat(story("deepseek/r1").released()).isFalse();
    }

    @Test
    void aReportThatWasNotToldIsTakenBackInSilence() {
        news("a", "2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        news("b", "2025-01-20T16:05:00Z", "DeepSeek-R1 released under MIT licence");
        delete("b");

        assertThat(told).hasSize(1);
        assertThat(story("deepseek/r1").released()).isTrue();
    }

    @Test
    void anOlderReportThanTheOneToldLastLeavesItStanding() {
        news("a", "2025-01-20T16:00:00Z", "DeepSeek-R1 released under MIT licence");
        news("b", "2025-01-30T16:00:00Z", "DeepSeek open-sources R1 training notes and model weights");
        delete("a");

        assertThat(told).hasSize(2);
        assertThat(story("deepseek/r1").releasedAt()).isEqualTo(told.get(1).at());
    }

    @Test
    void theSameTitleUnderANewIdIsNewsOnceTheOldOneIsGone() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("a", "2025-01-20T17:00:00Z", "Silicon Valley in panic over DeepSeek");
        delete("a");
        news("b", "2025-01-20T18:00:00Z", "Silicon Valley in panic over DeepSeek");

        StoryHeadline newest = story("deepseek/r1").headlines().get(1);
        assertThat(newest.headlineId()).isEqualTo("b");
        assertThat(newest.novelty()).isGreaterThan(0.7);
    }

    @Test
    void ofTwoCopiesTheOneThatStaysIsStillKnown() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("a", "2025-01-20T17:00:00Z", "Silicon Valley in panic over DeepSeek");
        news("b", "2025-01-20T17:30:00Z", "Silicon Valley in panic over DeepSeek");
        delete("a");
        news("c", "2025-01-20T18:00:00Z", "Silicon Valley in panic over DeepSeek");

        assertThat(story("deepseek/r1").headlines())
                .filteredOn(headline -> headline.headlineId().equals("c"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.novelty()).isZero());
    }

    @Test
    void aNewWordingIsWhatIsKnownOfItsHeadline() {
        news("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        news("a", "2025-01-20T17:00:00Z", "Silicon Valley in panic over DeepSeek");
        apply(Headlines.classified(Headlines.with(
                "a", "2025-01-20T17:30:00Z", "DeepSeek goes viral among traders of bonds", HeadlineAction.UPDATED)));
        news("old", "2025-01-20T18:00:00Z", "Silicon Valley in panic over DeepSeek");
        news("new", "2025-01-20T19:00:00Z", "DeepSeek goes viral among traders of bonds");

        List<StoryHeadline> headlines = story("deepseek/r1").headlines();
        assertThat(headlines.get(2).novelty()).isGreaterThan(0.7);
        assertThat(headlines.get(3).novelty()).isZero();
    }

    private Story story(String id) {
        return state.stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void delete(String id) {
        apply(Headlines.classified(Headlines.with(id, NOW.toString(), "", HeadlineAction.DELETED)));
    }

    private void late(String id, String at, String title) {
        state = StoryChain.apply(state, Headlines.classified(id, at, title), NOW.toEpochMilli())
                .state();
    }

    private void news(String id, String at, String title) {
        apply(Headlines.classified(id, at, title));
    }

    private void apply(ClassifiedHeadline item) {
        StoryStep step = StoryChain.apply(state, item, item.knownAt());
        state = step.state();
        if (step.transition() != null) {
            told.add(step.transition());
        }
    }
}
