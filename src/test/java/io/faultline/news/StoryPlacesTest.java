package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** More stories than a chain has places for, more releases than a day can have. */
class StoryPlacesTest {

    private static final Instant START = Instant.parse("2025-01-20T16:00:00Z");

    private final PlayedChain chain = new PlayedChain();

    @Test
    void twiceAsManyMinorModelsAsPlacesDoNotPushOutAReleaseThatWasTalkedOf() {
        news(START, "DeepSeek-R1 released");
        news(START.plusSeconds(60), "DeepSeek R1 rivals costlier models, testers say");
        for (int i = 0; i < 2 * StoryState.MAX_STORIES; i++) {
            news(START.plus(Duration.ofHours(5L * (i + 1))), "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
        }

        assertThat(chain.state().stories())
                .hasSize(StoryState.MAX_STORIES)
                .extracting(Story::id)
                .contains("deepseek/r1", "deepseek/v" + (9 + 2 * StoryState.MAX_STORIES));
        assertThat(chain.steps())
                .filteredOn(step -> step.limit() == StoryLimit.STORY_EVICTED)
                .hasSize(StoryState.MAX_STORIES + 1);
    }

    @Test
    void aStoryWhoseReleaseWasTakenBackGoesFirstAndTalkOfTheMakerStays() {
        news(START, "DeepSeek goes viral");
        news(START.plusSeconds(1), "DeepSeek-R1 released");
        news(START.plusSeconds(2), "DeepSeek R1 rivals costlier models, testers say");
        chain.deleted("h1", START.toString());
        for (int i = 0; i < StoryState.MAX_STORIES - 1; i++) {
            news(START.plus(Duration.ofHours(5L * (i + 1))), "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
        }

        assertThat(chain.state().stories())
                .hasSize(StoryState.MAX_STORIES)
                .extracting(Story::id)
                .contains("deepseek/*", "deepseek/v10")
                .doesNotContain("deepseek/r1");
    }

    @Test
    void aDeadStoryIsNotEvicted() {
        news(START, "DeepSeek-R1 released");
        Instant later = START.plus(Duration.ofDays(22));
        for (int i = 0; i < StoryState.MAX_STORIES; i++) {
            news(later.plus(Duration.ofHours(5L * i)), "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
        }

        assertThat(chain.steps()).extracting(StoryStep::limit).containsOnlyNulls();
    }

    @Test
    void aReleaseBeyondTheLimitOfItsDayIsCountedAllTheSame() {
        for (int i = 0; i <= ReleasesToday.MAX; i++) {
            news(START.plusSeconds(i), "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
        }

        StoryStep last = chain.steps().get(ReleasesToday.MAX);
        assertThat(last.limit()).isEqualTo(StoryLimit.RELEASES_OF_DAY);
        assertThat(last.transition()).isNull();
        assertThat(last.counted().story()).isEqualTo("deepseek/v16");
        assertThat(last.counted().weightAt(last.counted().headline().knownAt())).isPositive();
        assertThat(chain.steps().subList(0, ReleasesToday.MAX))
                .extracting(StoryStep::limit)
                .containsOnlyNulls();
        assertThat(chain.state().stories()).extracting(Story::id).doesNotContain("deepseek/v16");
    }

    @Test
    void aBackfillOfReleasesTakesNoPlaceOfToday() {
        news(START, "DeepSeek releases DeepSeek-V3");
        for (int i = 0; i < ReleasesToday.MAX; i++) {
            Instant before = START.minus(Duration.ofDays(i + 1L));
            ClassifiedHeadline late = Headlines.classified(
                    "late" + i, before.toString(), "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
            chain.apply(late, START.plusSeconds(1).toEpochMilli());
            assertThat(chain.last().transition()).isNotNull();
        }
        news(START.plusSeconds(2), "DeepSeek-R1 released");

        assertThat(chain.last().transition().story()).isEqualTo("deepseek/r1");
    }

    @Test
    void aStoryThatDiedAndComesBackIsANewOne() {
        news(START, "DeepSeek-R1 released");
        news(START.plus(Duration.ofDays(25)), "DeepSeek-R1 released");

        assertThat(chain.steps().get(1).transition()).isNotNull();
        assertThat(chain.state().stories())
                .singleElement()
                .satisfies(story -> assertThat(story.headlines()).hasSize(1));
    }

    @Test
    void aReleaseToldAnewBeyondTheLimitIsSaidToRunIntoIt() {
        news(START, "DeepSeek-R1 released");
        Instant later = START.plus(Duration.ofDays(5));
        for (int i = 0; i < ReleasesToday.MAX; i++) {
            news(later.plusSeconds(i), "DeepSeek releases DeepSeek-V" + (10 + i) + " model");
        }
        news(later.plusSeconds(9), "DeepSeek open-sources R1 training notes and model weights");

        assertThat(chain.last().limit()).isEqualTo(StoryLimit.RELEASES_OF_DAY);
        assertThat(chain.last().story()).isEqualTo("deepseek/r1");
    }

    private void news(Instant at, String title) {
        chain.news(at.toString(), title);
    }
}
