package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.ChainKeys;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineClassifier;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wordings that come after their correction, and whom corrections are sent to. */
class CorrectionHarnessTest {

    private static final Instant MORNING = Instant.parse("2025-01-25T10:00:00Z");
    private static final Instant NOON = Instant.parse("2025-01-25T12:00:00Z");
    private static final String RELEASE = "OpenAI releases GPT-6";
    private static final String TALK = "OpenAI goes viral";

    private OperatorHarness<ClassifiedHeadline, ClassifiedHeadline> corrections;

    @BeforeEach
    void open() throws Exception {
        corrections = OperatorHarness.keyed(() -> new CorrectionFunction(List.of()), CorrectionFunction::bucket);
    }

    @AfterEach
    void close() throws Exception {
        corrections.close();
    }

    @Test
    void aHeadlineGoesToItsChainAndLeavesNothingBehind() throws Exception {
        send("a", MORNING, RELEASE, HeadlineAction.CREATED);

        assertThat(corrections.output())
                .singleElement()
                .satisfies(own -> assertThat(own.sentTo()).isEqualTo("openai"));
        assertThat(corrections.stateEntries()).isZero();
    }

    @Test
    void aNewWordingJoinsItsChainAndIsShownToAllOthers() throws Exception {
        send("a", NOON, RELEASE, HeadlineAction.UPDATED);

        assertThat(corrections.output())
                .extracting(ClassifiedHeadline::sentTo)
                .containsExactlyInAnyOrderElementsOf(ChainKeys.with(List.of()));
        assertThat(corrections.output())
                .filteredOn(ClassifiedHeadline::joins)
                .singleElement()
                .satisfies(own -> assertThat(own.sentTo()).isEqualTo("openai"));
    }

    @Test
    void aWithdrawalIsShownToEveryChain() throws Exception {
        send("a", NOON, "", HeadlineAction.DELETED);

        assertThat(corrections.output())
                .noneMatch(ClassifiedHeadline::joins)
                .extracting(ClassifiedHeadline::sentTo)
                .containsExactlyElementsOf(ChainKeys.with(List.of()));
    }

    @Test
    void aFirstWordingSentAgainIsRefusedAlsoAfterARestart() throws Exception {
        send("a", MORNING, RELEASE, HeadlineAction.CREATED);
        send("a", NOON, TALK, HeadlineAction.UPDATED);
        corrections = corrections.restored();
        send("a", MORNING, RELEASE, HeadlineAction.CREATED);

        assertThat(corrections.output()).isEmpty();
        assertThat(corrections.side(SideOutputs.DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.errorClass()).isEqualTo("SUPERSEDED");
            assertThat(letter.topic()).isEqualTo("headlines");
            assertThat(letter.reason())
                    .isEqualTo("headline a: CREATED of 2025-01-25T10:00:00Z comes after it was UPDATED");
        });
    }

    @Test
    void nothingIsHeardOfAHeadlineThatIsGone() throws Exception {
        send("a", NOON, "", HeadlineAction.DELETED);
        int heard = corrections.output().size();
        send("a", NOON.plusSeconds(1), RELEASE, HeadlineAction.UPDATED);
        send("a", NOON.plusSeconds(2), RELEASE, HeadlineAction.CREATED);

        assertThat(corrections.output()).hasSize(heard);
        assertThat(corrections.side(SideOutputs.DEAD_LETTERS)).hasSize(2);
    }

    @Test
    void whatIsRememberedIsBoundedAndTheOldestGoesFirst() throws Exception {
        int many = 3 * CorrectionFunction.BUCKETS * CorrectionFunction.MAX_IN_BUCKET / 100;
        corrections.close();
        corrections = OperatorHarness.keyed(() -> new CorrectionFunction(List.of()), classified -> "one");
        for (int i = 0; i < many; i++) {
            send("h-" + i, NOON, "", HeadlineAction.DELETED);
        }
        assertThat(corrections.stateEntries()).isEqualTo(1);
        long full = corrections.snapshotBytes();
        for (int i = 0; i < CorrectionFunction.MAX_IN_BUCKET; i++) {
            send("x-" + i, NOON, "", HeadlineAction.DELETED);
        }

        assertThat(corrections.snapshotBytes()).isBetween(full * 9 / 10, full * 11 / 10);
        send("x-0", NOON, RELEASE, HeadlineAction.CREATED);
        assertThat(corrections.side(SideOutputs.DEAD_LETTERS))
                .as("the newest are all known")
                .hasSize(1);
        send("h-" + (many - 1), NOON, RELEASE, HeadlineAction.CREATED);
        assertThat(corrections.side(SideOutputs.DEAD_LETTERS))
                .as("older ones are not")
                .hasSize(1);
    }

    private void send(String id, Instant at, String title, HeadlineAction action) throws Exception {
        Headline headline =
                new Headline(id, at, DatePrecision.TIME, null, "wire", "en", title, null, List.of(), action);
        corrections.element(ClassifiedHeadline.of(headline, at, HeadlineClassifier.shipped()), at.toEpochMilli());
    }
}
