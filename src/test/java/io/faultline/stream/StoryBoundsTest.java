package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.ChainKeys;
import io.faultline.news.Classification;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.Story;
import io.faultline.news.StoryChain;
import io.faultline.news.StoryState;
import io.faultline.testkit.SmallMarket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What a chain costs as Flink writes it, whatever comes in. */
class StoryBoundsTest {

    private static final int AT_WORST = 1_000_000;

    private final HeadlineClassifier classifier = HeadlineClassifier.shipped();
    private final TypeSerializer<StoryState> serializer =
            TypeInformation.of(StoryState.class).createSerializer(new SerializerConfigImpl());

    @Test
    void aHundredThousandHeadlinesOfOneStoryCostWhatAHundredCost() throws IOException {
        IntFunction<String> title = i -> "DeepSeek goes viral, says report " + (100_000 + i);

        int hundred = bytesAfter(100, title);
        int many = bytesAfter(100_000, title);

        assertThat(many).isBetween(hundred * 9 / 10, hundred * 11 / 10);
    }

    @Test
    void theOperatorWithItsTimersCostsTheSameToo() throws Exception {
        long hundred = snapshotAfter(100);

        assertThat(snapshotAfter(100_000)).isBetween(hundred * 9 / 10, hundred * 11 / 10);
    }

    private long snapshotAfter(int headlines) throws Exception {
        try (OperatorHarness<ClassifiedHeadline, NewsEvent> stories =
                OperatorHarness.keyed(StoryFunction::new, ClassifiedHeadline::sentTo)) {
            for (int i = 0; i < headlines; i++) {
                ClassifiedHeadline item = item(i, "DeepSeek goes viral, says report " + (100_000 + i));
                stories.element(item, item.knownAt());
                stories.time(item.knownAt());
            }
            return stories.snapshotBytes();
        }
    }

    @Test
    void aHundredThousandModelsOfOneVendorStayWithinTheBound() throws IOException {
        IntFunction<String> title =
                i -> "DeepSeek releases DeepSeek-V" + i % 100 + "." + i / 100 % 100 + " " + "x".repeat(200) + i;

        assertThat(bytesAfter(100_000, title)).isLessThan(AT_WORST);
    }

    /** Every field as long as the wire lets it be, in the letters that cost most. */
    @Test
    void theWorstThatCanComeInStaysWithinTheBound() throws IOException {
        StoryState state = null;
        for (int i = 0; i < 2 * StoryState.MAX_STORIES * Story.MAX_HEADLINES; i++) {
            ClassifiedHeadline item = worst(i);
            state = StoryChain.apply(state, item, item.knownAt()).state();
        }

        assertThat(state.stories()).hasSize(StoryState.MAX_STORIES);
        assertThat(state.stories()).allMatch(story -> story.headlines().size() == Story.MAX_HEADLINES);
        assertThat(state.stories()).allMatch(story -> story.tickers().size() == Story.MAX_HEADLINES);
        assertThat(bytes(state)).isBetween(AT_WORST * 8 / 10, AT_WORST);
    }

    private static ClassifiedHeadline worst(int number) {
        Instant at = Instant.parse("2025-01-20T00:00:00Z").plus(Duration.ofHours(number));
        List<String> tickers = IntStream.range(0, 64)
                .mapToObj(ticker -> "界".repeat(29) + String.format("%03d", ticker))
                .toList();
        Headline headline = new Headline(
                "界".repeat(195) + String.format("%05d", number),
                at,
                DatePrecision.TIME,
                null,
                "界".repeat(200),
                "界".repeat(35),
                "𠀀".repeat(300),
                null,
                tickers,
                HeadlineAction.CREATED);
        Classification what = new Classification(
                HeadlineKind.RELEASE, "lab", "m" + number / Story.MAX_HEADLINES, null, 1.0, "for the test");
        return new ClassifiedHeadline(headline, at.toEpochMilli(), what);
    }

    @Test
    void headlinesThatWaitForTheEndOfTheirDayAreBoundedToo() throws Exception {
        long some = bytesWaiting(500, false);

        assertThat(bytesWaiting(3_000, false)).isBetween(some * 9 / 10, some * 11 / 10);
        assertThat(bytesWaiting(3_000, true)).as("the last ones first").isEqualTo(bytesWaiting(3_000, false));
    }

    @Test
    void aCorrectionIsKeptAheadOfNewHeadlines() throws Exception {
        try (OperatorHarness<ClassifiedHeadline, NewsEvent> stories =
                OperatorHarness.keyed(StoryFunction::new, ClassifiedHeadline::sentTo)) {
            crowd(stories, StoryFunction.MAX_WAITING, false);
            ClassifiedHeadline last = dated(99_999);
            Headline headline = updated(last.headline());
            stories.element(new ClassifiedHeadline(headline, last.knownAt(), last.classification()), last.knownAt());

            assertThat(stories.side(SideOutputs.DEAD_LETTERS)).singleElement().satisfies(letter -> {
                assertThat(letter.errorClass()).isEqualTo("CROWDED");
                assertThat(letter.reason()).contains("h-000249", "deepseek");
            });
        }
    }

    @Test
    void thereAreOnlySoManyChains() {
        assertThat(ChainKeys.with(List.of()))
                .contains("deepseek", "rival/MACRO")
                .hasSizeLessThan(200);
    }

    @Test
    void aVendorThatTheLexiconDoesNotKnowHasNoChain() {
        for (int i = 0; i < 1000; i++) {
            String title = "Startup Zorblax" + i + " releases its AI model Zorb-" + i;
            assertThat(item(i, title).chainKey()).isIn("", "rival/MACRO");
        }
    }

    private long bytesWaiting(int headlines, boolean backwards) throws Exception {
        try (OperatorHarness<ClassifiedHeadline, NewsEvent> stories =
                OperatorHarness.keyed(StoryFunction::new, ClassifiedHeadline::sentTo)) {
            crowd(stories, headlines, backwards);
            assertThat(stories.side(SideOutputs.DEAD_LETTERS)).hasSize(headlines - StoryFunction.MAX_WAITING);
            return stories.snapshotBytes();
        }
    }

    private void crowd(OperatorHarness<ClassifiedHeadline, NewsEvent> stories, int headlines, boolean backwards)
            throws Exception {
        for (int i = 0; i < headlines; i++) {
            ClassifiedHeadline waiting = dated(backwards ? headlines - 1 - i : i);
            stories.element(waiting, waiting.knownAt());
        }
    }

    private static Headline updated(Headline headline) {
        return new Headline(
                headline.id(),
                headline.publishedAt(),
                headline.datePrecision(),
                headline.receivedAt(),
                headline.source(),
                headline.lang(),
                headline.title(),
                headline.url(),
                headline.symbols(),
                HeadlineAction.UPDATED);
    }

    /** Becomes known when all others of its day do. */
    private ClassifiedHeadline dated(int number) {
        ClassifiedHeadline timed = item(number, "DeepSeek goes viral, says report " + (100_000 + number));
        long endOfDay = Instant.parse("2025-01-25T00:00:00Z").toEpochMilli();
        return new ClassifiedHeadline(timed.headline(), endOfDay, timed.classification());
    }

    private int bytesAfter(int headlines, IntFunction<String> title) throws IOException {
        StoryState state = null;
        for (int i = 0; i < headlines; i++) {
            ClassifiedHeadline item = item(i, title.apply(i));
            state = StoryChain.apply(state, item, item.knownAt()).state();
        }
        return bytes(state);
    }

    private int bytes(StoryState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1024);
        serializer.serialize(state, out);
        return out.length();
    }

    private ClassifiedHeadline item(int number, String title) {
        Instant at = Instant.parse("2025-01-20T00:00:00Z").plusSeconds(number);
        return ClassifiedHeadline.of(
                SmallMarket.headline(String.format("h-%06d", number), at.toString(), title), at, classifier);
    }
}
