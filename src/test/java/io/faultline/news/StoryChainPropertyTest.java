package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class StoryChainPropertyTest {

    private static final long START = Instant.parse("2025-01-20T00:00:00Z").toEpochMilli();
    private static final HeadlineKind[] KINDS = HeadlineKind.values();

    @Example
    void aHundredThousandHeadlinesLeaveNoMoreStateThanAThousand() {
        Random random = new Random(7);
        StoryState state = null;
        int early = 0;
        for (int i = 0; i < 100_000; i++) {
            state = StoryChain.apply(
                            state, headline(i, 60_000L * i, HeadlineKind.AMPLIFIER, "r1", random), START + 60_000L * i)
                    .state();
            if (i == 1_000) {
                early = size(state);
            }
        }
        assertThat(size(state)).isLessThanOrEqualTo(early + 200);
        assertThat(state.baseline()).isLessThan(1e5);
    }

    @Property(tries = 40)
    void stateStaysInItsBoundsAndTransitionsAreRare(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int many) {
        Random random = new Random(seed);
        StoryState state = null;
        Map<String, Integer> told = new HashMap<>();
        for (int i = 0; i < many; i++) {
            HeadlineKind kind = KINDS[random.nextInt(KINDS.length)];
            long at = i * 600_000L;
            StoryStep step =
                    StoryChain.apply(state, headline(i, at, kind, "m" + random.nextInt(30), random), START + at);
            state = step.state();
            assertThat(state.stories()).hasSizeLessThanOrEqualTo(StoryState.MAX_STORIES);
            assertThat(state.fingerprints()).hasSizeLessThanOrEqualTo(StoryState.MAX_FINGERPRINTS);
            assertThat(state.stories())
                    .allMatch(story -> story.headlines().size() <= Story.MAX_HEADLINES
                            && story.tickers().size() <= story.headlines().size()
                            && story.attention() >= 0);
            if (step.transition() != null) {
                check(step.transition(), headlineId(i));
                HeadlineKind as = step.transition().kind();
                if (as != HeadlineKind.RELEASE && as != HeadlineKind.PRODUCT) {
                    told.merge(step.transition().story() + as + (START + at) / 86_400_000L, 1, Integer::sum);
                }
            }
        }
        // Recaps: three in each quarter of the day.
        assertThat(told.values()).allMatch(times -> times <= 12);
    }

    @Property
    void heatRisesWithAttentionAndWithEachHeadline(
            @ForAll @DoubleRange(min = 0, max = 1000) double attention,
            @ForAll @DoubleRange(min = 0, max = 1000) double older,
            @ForAll @DoubleRange(min = 0.01, max = 1.5) double weight) {
        double baseline = attention + older;
        double heat = StoryHeat.of(attention, baseline);

        assertThat(heat).isBetween(0.0, 1.0);
        assertThat(StoryHeat.of(attention + weight, baseline)).isGreaterThanOrEqualTo(heat);
        assertThat(StoryHeat.of(attention + weight, baseline + weight)).isGreaterThanOrEqualTo(heat);
        assertThat(StoryHeat.of(attention, baseline + weight)).isLessThanOrEqualTo(heat);
    }

    private static void check(StoryTransition transition, String causeId) {
        assertThat(transition.cause().headlineId()).isEqualTo(causeId);
        assertThat(transition.headlines()).hasSizeBetween(1, 5);
        assertThat(transition.headlines()).extracting(StoryHeadline::headlineId).doesNotHaveDuplicates();
        assertThat(transition.symbols()).hasSizeLessThanOrEqualTo(Story.MAX_SYMBOLS);
        assertThat(transition.heat()).isBetween(0.0, 1.0);
        assertThat(transition.headlines().stream()
                        .mapToDouble(StoryHeadline::weight)
                        .sum())
                .isLessThanOrEqualTo(1.0);
    }

    private static String headlineId(int i) {
        return "id" + i;
    }

    private static ClassifiedHeadline headline(int i, long at, HeadlineKind kind, String model, Random random) {
        StringBuilder title = new StringBuilder();
        for (int word = 0; word < 8; word++) {
            title.append(Integer.toString(random.nextInt(1 << 24), 36)).append(' ');
        }
        Headline headline = new Headline(
                headlineId(i),
                Instant.ofEpochMilli(START + at),
                DatePrecision.TIME,
                null,
                "s",
                "en",
                title.toString(),
                null,
                List.of("T" + random.nextInt(1000)),
                HeadlineAction.CREATED);
        RivalCause cause = kind == HeadlineKind.RIVAL ? RivalCause.MACRO : null;
        return new ClassifiedHeadline(
                headline, START + at, new Classification(kind, "lab", model, cause, 0.9, "for the test"));
    }

    /** Printed size: grows with every list and every text in the state. */
    private static int size(StoryState state) {
        return state.toString().length();
    }
}
