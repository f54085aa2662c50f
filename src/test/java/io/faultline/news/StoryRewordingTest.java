package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Headlines of a chain that are reworded or withdrawn. */
class StoryRewordingTest {

    private final PlayedChain chain = new PlayedChain();

    @Test
    void withdrawnReleaseIsForgottenAndRewordedHeadlineReplaced() {
        chain.apply(Headlines.classified("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released"));
        chain.apply(Headlines.classified("a", "2025-01-21T16:00:00Z", "DeepSeek goes viral"));
        chain.apply(Headlines.classified(
                Headlines.with("a", "2025-01-21T17:00:00Z", "DeepSeek goes viral abroad", HeadlineAction.UPDATED)));
        assertThat(chain.story("deepseek/r1").headlines())
                .extracting(StoryHeadline::title)
                .containsExactly("DeepSeek-R1 released", "DeepSeek goes viral abroad");

        double before = chain.story("deepseek/r1").attention();
        chain.apply(Headlines.classified(Headlines.with("r", "2025-01-22T16:00:00Z", "", HeadlineAction.DELETED)));
        assertThat(chain.story("deepseek/r1").headlines())
                .extracting(StoryHeadline::headlineId)
                .containsExactly("a");
        assertThat(chain.story("deepseek/r1").released()).isFalse();
        assertThat(chain.story("deepseek/r1").attention()).isLessThan(before);
        assertThat(chain.told()).hasSize(1);
    }

    @Test
    void headlineRewordedIntoSomethingElseLeavesTheStory() {
        chain.apply(Headlines.classified("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released"));
        chain.apply(Headlines.classified(
                Headlines.with("r", "2025-01-20T17:00:00Z", "Weather stays mild", HeadlineAction.UPDATED)));

        assertThat(chain.story("deepseek/r1").headlines()).isEmpty();
    }

    @Test
    void headlineRewordedIntoAReleaseIsToldWhenItIsReworded() {
        chain.apply(Headlines.classified("a", "2025-01-20T16:00:00Z", "DeepSeek goes viral"));
        chain.apply(Headlines.classified(
                Headlines.with("a", "2025-01-20T17:00:00Z", "DeepSeek-R1 released", HeadlineAction.UPDATED)));

        StoryTransition release = chain.told().get(chain.told().size() - 1);
        assertThat(release.kind()).isEqualTo(HeadlineKind.RELEASE);
        assertThat(release.at()).isEqualTo(Instant.parse("2025-01-20T17:00:00Z").toEpochMilli());
        assertThat(chain.story("deepseek/*").headlines()).isEmpty();
        assertThat(chain.story("deepseek/r1").headlines())
                .extracting(StoryHeadline::title)
                .containsExactly("DeepSeek-R1 released");
    }

    @Test
    void releaseRewordedIntoOneOfAnotherModelMovesThere() {
        chain.apply(Headlines.classified("r", "2025-01-20T16:00:00Z", "DeepSeek-V3 released"));
        chain.apply(Headlines.classified(
                Headlines.with("r", "2025-01-20T17:00:00Z", "DeepSeek-R1 released", HeadlineAction.UPDATED)));

        assertThat(chain.told()).extracting(StoryTransition::story).containsExactly("deepseek/v3", "deepseek/r1");
        assertThat(chain.story("deepseek/v3").released()).isFalse();
    }

    @Test
    void rewordingToAndFroCountsNoHigherThanTheHeadlineOnce() {
        chain.apply(Headlines.classified("r", "2025-01-20T16:00:00Z", "DeepSeek-R1 released"));
        double baseline = chain.state().baseline();
        for (int i = 0; i < 50; i++) {
            String title = i % 2 == 0 ? "DeepSeek goes viral" : "DeepSeek-R1 released";
            chain.apply(
                    Headlines.classified(Headlines.with("r", "2025-01-20T16:00:00Z", title, HeadlineAction.UPDATED)));
        }

        assertThat(chain.state().baseline()).isCloseTo(baseline, within(1e-9));
        assertThat(chain.story("deepseek/r1").headlines()).hasSize(1);
    }

    @Test
    void sectorsCountAHeadlineOnceHoweverItIsReworded() {
        ClassifiedHeadline first = Headlines.classified("a", "2025-01-20T16:00:00Z", "DeepSeek goes viral");
        StoryStep joined = StoryChain.apply(null, first, first.knownAt());
        ClassifiedHeadline again = Headlines.classified(
                Headlines.with("a", "2025-01-20T17:00:00Z", "DeepSeek-R1 released", HeadlineAction.UPDATED));
        StoryStep reworded = StoryChain.apply(joined.state(), again, again.knownAt());

        assertThat(joined.counted()).isNotNull();
        assertThat(reworded.transition()).isNotNull();
        assertThat(reworded.counted()).isNull();
    }

    @Test
    void talkRewordedToNameAnotherModelMovesThere() {
        chain.news("2025-01-19T16:00:00Z", "DeepSeek-V3 released");
        chain.news("2025-01-20T16:00:00Z", "DeepSeek-R1 released");
        chain.apply(Headlines.classified("a", "2025-01-21T16:00:00Z", "DeepSeek goes viral"));
        assertThat(chain.story("deepseek/r1").headlines())
                .extracting(StoryHeadline::headlineId)
                .contains("a");
        chain.apply(Headlines.classified(
                Headlines.with("a", "2025-01-21T17:00:00Z", "DeepSeek-V3 goes viral", HeadlineAction.UPDATED)));

        assertThat(chain.story("deepseek/r1").headlines())
                .extracting(StoryHeadline::headlineId)
                .doesNotContain("a");
        assertThat(chain.story("deepseek/v3").headlines())
                .extracting(StoryHeadline::headlineId)
                .contains("a");
    }
}
