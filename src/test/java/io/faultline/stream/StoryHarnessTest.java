package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.Classification;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryChain;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chains of stories under event time: order of knowledge, restarts, forgetting. */
class StoryHarnessTest {

    private static final Instant TIME_OF_CORRECTIONS = Instant.parse("2025-01-20T18:00:00Z");

    private OperatorHarness<ClassifiedHeadline, NewsEvent> stories;

    @BeforeEach
    void open() throws Exception {
        stories = OperatorHarness.keyed(StoryFunction::new, ClassifiedHeadline::sentTo);
    }

    @AfterEach
    void close() throws Exception {
        stories.close();
    }

    @Test
    void nothingIsToldBeforeEventTimeReachesTheHeadline() throws Exception {
        ClassifiedHeadline release = classified(SmallMarket.headlines()).get(0);
        send(release);
        stories.time(release.knownAt() - 1);
        assertThat(stories.output()).isEmpty();

        stories.time(release.knownAt());

        assertThat(stories.output()).singleElement().satisfies(event -> {
            assertThat(event.at()).isEqualTo(release.knownAt());
            assertThat(event.transition().kind()).isEqualTo(HeadlineKind.RELEASE);
            assertThat(event.transition().story()).startsWith("deepseek/");
            assertThat(event.transition().cause().headlineId()).isEqualTo("h-01");
        });
    }

    @Test
    void theOrderOfArrivalDecidesNothing() throws Exception {
        List<ClassifiedHeadline> headlines = classified(SmallMarket.headlines());
        List<NewsEvent> inOrder = run(headlines, false);
        assertThat(inOrder).extracting(event -> event.transition().kind()).contains(HeadlineKind.AMPLIFIER);

        for (int seed = 0; seed < 5; seed++) {
            close();
            open();
            List<ClassifiedHeadline> shuffled = new ArrayList<>(headlines);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(this::send);
            stories.time(SmallMarket.end().toEpochMilli());

            assertThat(stories.output()).as("seed %s", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void releasesOfTheSameMomentAreTakenById() throws Exception {
        List<ClassifiedHeadline> twins = classified(List.of(
                SmallMarket.headline("a", "2025-01-20T16:00:00Z", "DeepSeek releases DeepSeek-R1"),
                SmallMarket.headline("b", "2025-01-20T16:00:00Z", "DeepSeek-R1 released: open weights")));
        send(twins.get(1));
        send(twins.get(0));

        stories.time("2025-01-20T16:00:00Z");

        assertThat(stories.output())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.transition().cause().headlineId()).isEqualTo("a"));
    }

    @Test
    void aRestartAnywhereChangesNothing() throws Exception {
        List<ClassifiedHeadline> headlines = classified(SmallMarket.headlines());
        List<NewsEvent> uninterrupted = run(headlines, false);

        close();
        open();

        assertThat(run(headlines, true)).isEqualTo(uninterrupted);
    }

    @Test
    void aChainWithoutNewsForThirtyDaysIsForgotten() throws Exception {
        List<ClassifiedHeadline> headlines = classified(SmallMarket.headlines());
        headlines.forEach(this::send);
        Instant last = Instant.ofEpochMilli(headlines.get(headlines.size() - 1).knownAt());
        Instant forgotten = last.plus(StoryChain.FORGET);

        stories.time(forgotten.toEpochMilli() - 1);
        assertThat(stories.stateEntries()).isPositive();

        stories.time(forgotten.toEpochMilli());
        assertThat(stories.stateEntries()).isZero();
        assertThat(stories.timers()).isZero();
    }

    @Test
    void vendorsDoNotShareAChain() throws Exception {
        List<ClassifiedHeadline> two = classified(List.of(
                SmallMarket.headline("a", "2025-01-20T16:00:00Z", "DeepSeek releases DeepSeek-R1"),
                SmallMarket.headline("b", "2025-01-20T16:00:00Z", "OpenAI releases o3-mini")));
        two.forEach(this::send);

        stories.time("2025-01-20T16:00:00Z");

        assertThat(stories.output())
                .extracting(event -> event.transition().story())
                .containsExactlyInAnyOrder("deepseek/r1", "openai/o3-mini");
    }

    @Test
    void aWithdrawnReleaseIsToldAnewWhenItIsReallyOut() throws Exception {
        String title = "DeepSeek releases DeepSeek-R1";
        ClassifiedHeadline release = classified(List.of(SmallMarket.headline("a", "2025-01-20T16:00:00Z", title)))
                .get(0);
        send(release);
        stories.time(release.knownAt());
        send(corrected("a", "", HeadlineAction.DELETED).to("deepseek"));
        send(corrected("a", "", HeadlineAction.DELETED).to("openai"));
        send(classified(List.of(SmallMarket.headline("b", "2025-01-21T16:00:00Z", title)))
                .get(0));
        stories.time("2025-01-21T16:00:00Z");

        assertThat(stories.output())
                .extracting(event -> event.transition().cause().headlineId())
                .containsExactly("a", "b");
    }

    @Test
    void aHeadlineThatTurnsOutToBeAboutSomebodyElseLeavesItsStory() throws Exception {
        send(classified(List.of(SmallMarket.headline("a", "2025-01-20T16:00:00Z", "DeepSeek releases DeepSeek-R1")))
                .get(0));
        stories.time("2025-01-20T16:00:00Z");
        ClassifiedHeadline moved = corrected("a", "OpenAI releases GPT-5.2", HeadlineAction.UPDATED);
        send(moved);
        send(moved.to("deepseek"));
        send(classified(List.of(SmallMarket.headline("b", "2025-01-21T16:00:00Z", "DeepSeek-R1 released")))
                .get(0));
        stories.time("2025-01-21T16:00:00Z");

        assertThat(stories.output())
                .extracting(event -> event.transition().story())
                .containsExactlyInAnyOrder("deepseek/r1", "openai/gpt-5.2", "deepseek/r1");
    }

    @Test
    void everyHeadlineThatJoinsAStoryIsCountedWhetherToldOrNot() throws Exception {
        List<ClassifiedHeadline> headlines = classified(SmallMarket.headlines());
        headlines.forEach(this::send);
        stories.time(SmallMarket.end().toEpochMilli());

        List<NewsEvent> counted = stories.side(SideOutputs.COUNTED_HEADLINES);
        assertThat(counted).hasSizeGreaterThan(stories.output().size());
        assertThat(counted)
                .extracting(event -> event.counted().headline().headlineId())
                .containsExactlyElementsOf(
                        headlines.stream().map(one -> one.headline().id()).toList());
        assertThat(counted).allSatisfy(event -> {
            assertThat(event.counted().story()).isEqualTo("deepseek/r1");
            assertThat(event.at()).isEqualTo(event.counted().headline().knownAt());
            assertThat(event.counted().attention())
                    .isGreaterThanOrEqualTo(event.counted().weightAt(event.at()))
                    .isPositive();
        });
    }

    @Test
    void correctionsCountForNothing() throws Exception {
        ClassifiedHeadline release = classified(SmallMarket.headlines()).get(0);
        send(release);
        stories.time(release.knownAt());
        send(corrected(release.headline().id(), release.headline().title(), HeadlineAction.UPDATED));
        send(corrected(release.headline().id(), "", HeadlineAction.DELETED).to("deepseek"));
        stories.time("2025-01-21T00:00:00Z");

        assertThat(stories.side(SideOutputs.COUNTED_HEADLINES)).hasSize(1);
    }

    @Test
    void correctionsOfOtherHeadlinesLeaveNothingBehind() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            send(corrected("h" + i, "", HeadlineAction.DELETED).to("deepseek"));
            send(corrected("u" + i, "Weather stays mild", HeadlineAction.UPDATED)
                    .to("openai"));
            stories.time(TIME_OF_CORRECTIONS.plusMillis(i).toEpochMilli());
        }

        assertThat(stories.stateEntries()).isZero();
        assertThat(stories.timers()).isZero();
    }

    private static ClassifiedHeadline corrected(String id, String title, HeadlineAction action) {
        Headline headline = new Headline(
                id, TIME_OF_CORRECTIONS, DatePrecision.TIME, null, "wire", "en", title, null, List.of(), action);
        return ClassifiedHeadline.of(headline, TIME_OF_CORRECTIONS, HeadlineClassifier.shipped());
    }

    private List<NewsEvent> run(List<ClassifiedHeadline> headlines, boolean restarts) throws Exception {
        List<NewsEvent> events = new ArrayList<>();
        for (ClassifiedHeadline headline : headlines) {
            send(headline);
            if (restarts) {
                // With the headline waiting for its time.
                events.addAll(stories.output());
                stories = stories.restored();
            }
            stories.time(headline.knownAt());
        }
        events.addAll(stories.output());
        return events;
    }

    private void send(ClassifiedHeadline headline) {
        try {
            stories.element(headline, headline.knownAt());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<ClassifiedHeadline> classified(List<Headline> headlines) {
        HeadlineClassifier classifier = HeadlineClassifier.shipped();
        List<ClassifiedHeadline> classified = new ArrayList<>();
        for (Headline headline : headlines) {
            Classification what = classifier.classify(headline);
            ClassifiedHeadline item =
                    new ClassifiedHeadline(headline, headline.earliestKnownAt().toEpochMilli(), what);
            if (!item.chainKey().isEmpty()) {
                classified.add(item);
            }
        }
        assertThat(classified).hasSize(headlines.size());
        return classified;
    }
}
