package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which corrections take back what sectors were told of a headline. */
class ToldHeadlineTest {

    private static final ToldHeadline RELEASE = new ToldHeadline(HeadlineKind.RELEASE, "deepseek/r1", 0);
    private static final ToldHeadline TALK = new ToldHeadline(HeadlineKind.AMPLIFIER, "deepseek/r1", 0);

    @ParameterizedTest
    @CsvSource(textBlock = """
            DeepSeek-R1 released: open weights  | false
            DeepSeek releases a new model       | false
            DeepSeek-R2 released                | true
            DeepSeek goes viral                 | true
            Weather stays mild                  | true
            """, delimiter = '|')
    void aReleaseStandsWhileItIsOneOfThatModel(String wording, boolean takenBack) {
        assertThat(RELEASE.isTakenBackBy(reworded(wording))).isEqualTo(takenBack);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DeepSeek goes viral abroad    | false
            DeepSeek-R1 goes viral        | false
            DeepSeek-V3 goes viral        | true
            OpenAI goes viral             | true
            Weather stays mild            | true
            """, delimiter = '|')
    void talkStandsWhileItIsOfNoOtherModel(String wording, boolean takenBack) {
        ClassifiedHeadline correction = reworded(wording);
        boolean ours = correction.chainKey().equals("deepseek");

        assertThat(TALK.isTakenBackBy(ours ? correction : correction.to("deepseek")))
                .isEqualTo(takenBack);
    }

    @Test
    void nothingStandsOfWhatIsDeleted() {
        Headline gone = Headlines.with("a", "2025-01-20T17:00:00Z", "", HeadlineAction.DELETED);

        assertThat(TALK.isTakenBackBy(Headlines.classified(gone).to("deepseek")))
                .isTrue();
    }

    @Test
    void theSameHeadlineAgainTakesNothingBack() {
        assertThat(RELEASE.isTakenBackBy(Headlines.classified("a", "2025-01-20T17:00:00Z", "DeepSeek goes viral")))
                .isFalse();
    }

    private static ClassifiedHeadline reworded(String title) {
        return Headlines.classified(Headlines.with("a", "2025-01-20T17:00:00Z", title, HeadlineAction.UPDATED));
    }
}
