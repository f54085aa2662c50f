package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineKind;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which headlines go on to the stories. */
class ClassifyHarnessTest {

    private static final String AT = "2025-01-20T16:03:00Z";

    private OperatorHarness<InboundHeadline, ClassifiedHeadline> kinds;

    @BeforeEach
    void open() throws Exception {
        kinds = OperatorHarness.of(() -> new ClassifyFunction(List.of()));
    }

    @AfterEach
    void close() throws Exception {
        kinds.close();
    }

    @Test
    void aReleaseGoesOnWithItsKnowledgeTime() throws Exception {
        Headline release = SmallMarket.headline("h", AT, "DeepSeek releases DeepSeek-R1 reasoning model");

        kinds.element(new InboundHeadline(release, 42, null), 42);

        assertThat(kinds.output()).singleElement().satisfies(classified -> {
            assertThat(classified.headline()).isEqualTo(release);
            assertThat(classified.knownAt()).isEqualTo(42);
            assertThat(classified.classification().kind()).isEqualTo(HeadlineKind.RELEASE);
            assertThat(classified.chainKey()).isEqualTo("deepseek");
        });
    }

    @Test
    void headlinesOfNoChainEndHere() throws Exception {
        kinds.element(new InboundHeadline(SmallMarket.headline("h", AT, "Snow expected in the hills"), 42, null), 42);

        assertThat(kinds.output()).isEmpty();
    }

    @Test
    void correctionsGoOnWhateverTheySay() throws Exception {
        kinds.element(new InboundHeadline(corrected("", HeadlineAction.DELETED), 42, null), 42);
        kinds.element(new InboundHeadline(corrected("Snow expected", HeadlineAction.UPDATED), 43, null), 43);

        assertThat(kinds.output()).hasSize(2).noneMatch(ClassifiedHeadline::joins);
    }

    private static Headline corrected(String title, HeadlineAction action) {
        return new Headline(
                "h", Instant.parse(AT), DatePrecision.TIME, null, null, null, title, null, List.of(), action);
    }
}
