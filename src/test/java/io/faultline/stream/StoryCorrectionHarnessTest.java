package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.Story;
import io.faultline.news.StoryHeadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Headlines that are reworded or withdrawn, before and after anybody has heard of them. */
class StoryCorrectionHarnessTest {

    private static final Instant MORNING = Instant.parse("2025-01-25T10:00:00Z");
    private static final Instant NOON = Instant.parse("2025-01-25T12:00:00Z");
    private static final Instant END_OF_DAY = Instant.parse("2025-01-25T23:59:59.999Z");
    private static final String RELEASE = "OpenAI launches GPT-6";
    private OperatorHarness<ClassifiedHeadline, NewsEvent> stories;

    @BeforeEach
    void open() throws Exception {
        stories = OperatorHarness.keyed(StoryFunction::new, ClassifiedHeadline::sentTo);
    }

    @AfterEach
    void close() throws Exception {
        stories.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "DELETED"})
    void aWordingOfTheDayThatIsCorrectedDuringTheDayIsNeverTold(HeadlineAction action) throws Exception {
        send(read("a", END_OF_DAY, RELEASE, HeadlineAction.CREATED));
        stories.time(MORNING.toEpochMilli());
        ClassifiedHeadline correction = read("a", NOON, "OpenAI hires a new CFO", action);
        send(action == HeadlineAction.DELETED ? correction.to("openai") : correction);
        for (int i = 0; i < 100; i++) {
            send(read("sports-" + i, NOON, "", HeadlineAction.DELETED).to("openai"));
        }
        stories = stories.restored();
        stories.time(END_OF_DAY.toEpochMilli());

        assertThat(stories.output()).isEmpty();
    }

    @Test
    void theLastWordingOfADayIsTold() throws Exception {
        send(read("a", END_OF_DAY, "OpenAI hires a new CFO", HeadlineAction.CREATED));
        send(read("a", END_OF_DAY, RELEASE, HeadlineAction.UPDATED));
        stories.time(END_OF_DAY.toEpochMilli());

        assertThat(stories.output())
                .singleElement()
                .satisfies(event -> assertThat(event.transition().story()).isEqualTo("openai/gpt-6"));
    }

    @Test
    void correctionsOfOtherHeadlinesTakeNobodysPlace() throws Exception {
        for (int i = 0; i < 2 * StoryFunction.MAX_WAITING; i++) {
            HeadlineAction action = i % 2 == 0 ? HeadlineAction.UPDATED : HeadlineAction.DELETED;
            send(read("rain-" + i, END_OF_DAY, "Rain expected", action).to("openai"));
        }
        send(read("a", END_OF_DAY, RELEASE, HeadlineAction.CREATED));
        stories.time(END_OF_DAY.toEpochMilli());

        assertThat(stories.side(SideOutputs.DEAD_LETTERS)).isEmpty();
        assertThat(stories.output()).hasSize(1);
    }

    @Test
    void aHeadlineThatSaysSomethingElseNowIsTakenBack() throws Exception {
        send(read("a", MORNING, RELEASE, HeadlineAction.CREATED));
        stories.time(MORNING.toEpochMilli());
        send(read("a", NOON, "Choir sings in Leeds", HeadlineAction.UPDATED).to("openai"));
        send(read("b", NOON, "Choir sings in Leeds", HeadlineAction.UPDATED).to("openai"));
        stories.time(NOON.toEpochMilli());

        assertThat(stories.side(SideOutputs.WITHDRAWALS)).containsExactly(NewsEvent.reworded(NOON.toEpochMilli(), "a"));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATED", "DELETED"})
    void whatWasToldIsTakenBackThoughTheStoryNoLongerKeepsIt(HeadlineAction action) throws Exception {
        List<String> told = tellMoreThanAStoryKeeps().stream()
                .map(StoryHeadline::headlineId)
                .distinct()
                .toList();
        Instant later = MORNING.plus(Duration.ofDays(6));
        stories = stories.restored();
        for (int i = 0; i < 40; i++) {
            send(read("talk-" + i, later, "Choir " + i + " sings in Leeds", action)
                    .to("openai"));
        }
        stories.time(later.toEpochMilli());

        assertThat(told).as("more than a story keeps").hasSizeGreaterThan(Story.MAX_HEADLINES);
        assertThat(stories.side(SideOutputs.WITHDRAWALS))
                .extracting(NewsEvent::withdrawnHeadlineId)
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().filter(id -> !id.equals("release")).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "UPDATED"})
    void whatWasToldIsNoNewsAgainThoughTheStoryNoLongerKeepsIt(HeadlineAction action) throws Exception {
        List<StoryHeadline> told = tellMoreThanAStoryKeeps();
        stories = stories.restored();
        Instant later = MORNING.plus(Duration.ofDays(29));
        for (StoryHeadline one : told) {
            send(read(one.headlineId(), later, one.title(), action));
        }
        stories.time(later.toEpochMilli());

        assertThat(stories.output()).isEmpty();
        assertThat(stories.side(SideOutputs.COUNTED_HEADLINES)).isEmpty();
        assertThat(stories.side(SideOutputs.WITHDRAWALS)).isEmpty();
    }

    @Test
    void aCorrectionThatIsCrowdedOutTakesNothingAway() throws Exception {
        send(read("z", END_OF_DAY, RELEASE, HeadlineAction.CREATED));
        for (int i = 0; i < StoryFunction.MAX_WAITING; i++) {
            send(read("a-" + i, NOON, "OpenAI hires a new CFO", HeadlineAction.UPDATED));
        }
        send(read("z", NOON, "OpenAI hires a new CFO", HeadlineAction.UPDATED));
        stories.time(END_OF_DAY.toEpochMilli());

        assertThat(stories.side(SideOutputs.DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(letter.errorClass()).isEqualTo("CROWDED"));
        assertThat(stories.output())
                .singleElement()
                .satisfies(event -> assertThat(event.transition().story()).isEqualTo("openai/gpt-6"));
    }

    @Test
    void anotherReportOfTheReleaseIsToldInThePlaceOfADeletedOne() throws Exception {
        send(read("a", MORNING, RELEASE, HeadlineAction.CREATED));
        send(read("b", MORNING.plusSeconds(60), RELEASE, HeadlineAction.CREATED));
        stories.time(MORNING.plusSeconds(60).toEpochMilli());
        stories = stories.restored();
        send(read("a", NOON, "", HeadlineAction.DELETED).to("openai"));
        stories.time(NOON.toEpochMilli());

        assertThat(stories.side(SideOutputs.WITHDRAWALS))
                .containsExactly(NewsEvent.withdrawn(NOON.toEpochMilli(), "a"));
        assertThat(stories.output()).singleElement().satisfies(event -> {
            assertThat(event.at()).isEqualTo(NOON.toEpochMilli());
            assertThat(event.transition().cause().headlineId()).isEqualTo("b");
            assertThat(event.attention()).isPositive();
        });
        send(read("b", NOON.plusSeconds(60), "", HeadlineAction.DELETED).to("openai"));
        stories.time(NOON.plusSeconds(60).toEpochMilli());

        assertThat(stories.side(SideOutputs.WITHDRAWALS))
                .extracting(NewsEvent::withdrawnHeadlineId)
                .containsExactly("a", "b");
    }

    @Test
    void sectorsHearOfNoWithdrawalOfWhatTheyWereNotTold() throws Exception {
        send(read("a", MORNING, "OpenAI hires a new CFO", HeadlineAction.CREATED));
        stories.time(MORNING.toEpochMilli());
        send(read("a", NOON, "", HeadlineAction.DELETED).to("openai"));
        send(read("b", NOON, "", HeadlineAction.DELETED).to("openai"));
        stories.time(NOON.toEpochMilli());

        assertThat(stories.side(SideOutputs.WITHDRAWALS)).isEmpty();
    }

    @Test
    void aHeadlineRewordedIntoAReleaseIsToldWithTheAttentionOfItsStory() throws Exception {
        send(read("a", MORNING, "OpenAI goes viral", HeadlineAction.CREATED));
        stories.time(MORNING.toEpochMilli());
        send(read("a", NOON, RELEASE, HeadlineAction.UPDATED));
        stories.time(NOON.toEpochMilli());

        assertThat(stories.output()).singleElement().satisfies(event -> {
            assertThat(event.transition().story()).isEqualTo("openai/gpt-6");
            assertThat(event.attention()).isPositive();
        });
    }

    @Test
    void oneTimerHowManyHeadlinesSoever() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            Instant at = MORNING.plusSeconds(i);
            send(read("h-" + i, at, "OpenAI goes viral, says report " + i, HeadlineAction.CREATED));
            stories.time(at.toEpochMilli());
        }

        assertThat(stories.timers()).isEqualTo(1);
    }

    private List<StoryHeadline> tellMoreThanAStoryKeeps() throws Exception {
        send(read("release", MORNING, RELEASE, HeadlineAction.CREATED));
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            Instant at = MORNING.plus(Duration.ofHours(3L * (i + 1)));
            String unheardOf = Long.toString(random.nextLong(), 36) + " " + Long.toString(random.nextLong(), 36);
            send(read("talk-" + i, at, "OpenAI goes viral in " + unheardOf, HeadlineAction.CREATED));
            stories.time(at.toEpochMilli());
        }
        return stories.output().stream()
                .flatMap(event -> event.transition().headlines().stream())
                .toList();
    }

    private void send(ClassifiedHeadline headline) throws Exception {
        stories.element(headline, headline.knownAt());
    }

    private static ClassifiedHeadline read(String id, Instant at, String title, HeadlineAction action) {
        DatePrecision precision = at.equals(END_OF_DAY) ? DatePrecision.DAY : DatePrecision.TIME;
        Headline headline = new Headline(id, at, precision, null, "wire", "en", title, null, List.of(), action);
        return ClassifiedHeadline.of(headline, at, HeadlineClassifier.shipped());
    }
}
