package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryLimit;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headlines of one moment, and those that come after theirs: taken as they could be known, counted, seen in metrics. */
class StoryOrderHarnessTest {

    private static final String RELEASE = "DeepSeek releases DeepSeek-R1";

    private final RecordedMetrics metrics = new RecordedMetrics();
    private KeyedOneInputStreamOperatorTestHarness<String, ClassifiedHeadline, NewsEvent> stories;

    @BeforeEach
    void open() throws Exception {
        stories = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new StoryFunction()),
                ClassifiedHeadline::sentTo,
                Types.STRING,
                new MockEnvironmentBuilder().setMetricGroup(metrics.group()).build());
        stories.open();
    }

    @AfterEach
    void close() throws Exception {
        stories.close();
    }

    @Test
    void aStormThatIsBackfilledTenDaysLaterHeatsNothing() throws Exception {
        send(timed("r", "2025-01-20T16:00:00Z", RELEASE));
        time("2025-02-06T12:00:00Z");
        List<Headline> storm = SmallMarket.headlines();
        for (Headline headline : storm.subList(2, storm.size())) {
            send(read(headline));
        }
        time("2025-02-06T12:01:00Z");

        assertThat(told()).containsExactly("r");
        assertThat(metrics.value("lateHeadlines")).isEqualTo(storm.size() - 2);
        assertThat(stories.getSideOutput(SideOutputs.COUNTED_HEADLINES)).hasSize(storm.size() - 1);
        assertThat(stories.getSideOutput(SideOutputs.COUNTED_HEADLINES))
                .extracting(record -> record.getValue())
                .filteredOn(event -> !event.counted().headline().headlineId().equals("r"))
                .allSatisfy(
                        late -> assertThat(late.counted().weightAt(late.at())).isLessThan(0.01));
    }

    @Test
    void theSameStormInTimeIsTold() throws Exception {
        for (Headline headline : SmallMarket.headlines()) {
            send(read(headline));
        }
        time("2025-02-06T12:00:00Z");

        assertThat(kinds()).contains(HeadlineKind.AMPLIFIER);
        assertThat(metrics.value("lateHeadlines")).isZero();
    }

    @Test
    void lateOnesAreTakenInOrderOfKnowledgeAndNotOfIds() throws Exception {
        time("2025-01-21T12:00:00Z");
        send(timed("a", "2025-01-20T17:00:00Z", "DeepSeek-R1 released: open weights"));
        send(timed("z", "2025-01-20T16:00:00Z", RELEASE));
        time("2025-01-21T13:00:00Z");

        assertThat(told()).containsExactly("z");
    }

    @Test
    void lateTalkIsNeitherOfAReleaseThatCameAfterItNorOfNow() throws Exception {
        send(timed("v3", "2025-01-07T16:00:00Z", "DeepSeek releases DeepSeek-V3"));
        for (Headline headline : SmallMarket.headlines()) {
            send(read(headline));
        }
        time("2025-01-27T12:00:00Z");
        int before = told().size();
        send(timed("old", "2025-01-08T12:00:00Z", "Silicon Valley in panic over DeepSeek"));
        send(timed("week", "2025-01-21T12:00:00Z", "Traders of bonds are stunned by DeepSeek"));
        time("2025-01-27T12:01:00Z");

        assertThat(told()).hasSize(before);
        assertThat(stories.getSideOutput(SideOutputs.COUNTED_HEADLINES))
                .extracting(record -> record.getValue().counted())
                .filteredOn(counted -> counted.headline().headlineId().equals("old"))
                .singleElement()
                .satisfies(old -> assertThat(old.story()).isEqualTo("deepseek/v3"));
    }

    @Test
    void aBackfillOfTalkCrowdsOutNoRelease() throws Exception {
        time("2025-01-21T12:00:00Z");
        for (int i = 0; i < StoryFunction.MAX_WAITING; i++) {
            send(timed("talk" + i, "2025-01-20T12:00:00Z", "DeepSeek goes viral, says report " + i));
        }
        send(timed("r", "2025-01-20T16:00:00Z", RELEASE));
        time("2025-01-21T13:00:00Z");

        assertThat(told()).contains("r");
        assertThat(stories.getSideOutput(SideOutputs.DEAD_LETTERS)).hasSize(1);
    }

    @Test
    void ofOneDayTheReleaseComesBeforeTheTalkOfIt() throws Exception {
        send(timed("v3", "2025-01-10T16:00:00Z", "DeepSeek releases DeepSeek-V3"));
        send(dated("a", "Silicon Valley in panic over DeepSeek"));
        send(dated("z", RELEASE));
        time("2025-01-21T00:00:00Z");

        assertThat(stories.getSideOutput(SideOutputs.COUNTED_HEADLINES))
                .extracting(record -> record.getValue().counted().story())
                .containsExactly("deepseek/v3", "deepseek/r1", "deepseek/r1");
    }

    @Test
    void whatRunsIntoABoundIsCounted() throws Exception {
        for (int i = 0; i < 9; i++) {
            send(timed("h" + i, "2025-01-20T16:00:0" + i + "Z", "DeepSeek releases DeepSeek-V" + (10 + i) + " model"));
        }
        time("2025-01-20T17:00:00Z");

        assertThat(told()).hasSize(6);
        assertThat(metrics.value("reason.RELEASES_OF_DAY.storyLimits")).isEqualTo(3);
        assertThat(metrics.value("storyTransitions")).isEqualTo(6);
        assertThat(metrics.names()).contains("reason." + StoryLimit.TOLD_BEFORE + ".storyLimits");
    }

    private List<String> told() {
        return stories.extractOutputValues().stream()
                .map(event -> event.transition().cause().headlineId())
                .toList();
    }

    private List<HeadlineKind> kinds() {
        return stories.extractOutputValues().stream()
                .map(event -> event.transition().kind())
                .toList();
    }

    private void send(ClassifiedHeadline headline) throws Exception {
        stories.processElement(headline, headline.knownAt());
    }

    private void time(String at) throws Exception {
        stories.processWatermark(Instant.parse(at).toEpochMilli());
    }

    private static ClassifiedHeadline timed(String id, String at, String title) {
        return read(SmallMarket.headline(id, at, title));
    }

    private static ClassifiedHeadline dated(String id, String title) {
        Instant day = Instant.parse("2025-01-20T00:00:00Z");
        return read(new Headline(
                id, day, DatePrecision.DAY, null, "wire", "en", title, null, List.of(), HeadlineAction.CREATED));
    }

    private static ClassifiedHeadline read(Headline headline) {
        return ClassifiedHeadline.of(headline, headline.earliestKnownAt(), HeadlineClassifier.shipped());
    }
}
