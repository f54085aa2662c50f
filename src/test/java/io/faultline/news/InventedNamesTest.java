package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InventedNamesTest {

    private static final HeadlineClassifier RULES = HeadlineClassifier.rulesOnly(List.of());

    @Test
    void replacesMakerAndModelAndLeavesTheirShape() {
        String invented = RULES.withInventedNames("OpenAI launches GPT-5.2, its best model")
                .orElseThrow();
        assertThat(invented)
                .matches("[a-z]{6} launches [a-z]{3}-5\\.2, its best model")
                .doesNotContain("openai", "gpt");
    }

    @Test
    void theSameTitleAlwaysGivesTheSame() {
        String title = "Anthropic introduces Claude Opus 4.6";
        assertThat(RULES.withInventedNames(title)).isEqualTo(RULES.withInventedNames(title));
    }

    @Test
    void differentTitlesInventDifferentNames() {
        String one = RULES.withInventedNames("OpenAI launches a model").orElseThrow();
        String other = RULES.withInventedNames("OpenAI launches models").orElseThrow();
        assertThat(one.substring(0, 6)).isNotEqualTo(other.substring(0, 6));
    }

    @Test
    void nobodyIsLeftWhoIsKnown() {
        String invented =
                RULES.withInventedNames("Mistral AI releases Mistral Small 3").orElseThrow();
        assertThat(RULES.classify(invented).vendor()).isNull();
    }

    @Test
    void aTitleWithoutNamesHasNoSuchReading() {
        assertThat(RULES.withInventedNames("Storm closes the harbour for two days"))
                .isEmpty();
    }

    @Test
    void chineseNamesStay() {
        assertThat(RULES.withInventedNames("智谱发布大模型")).isEmpty();
    }
}
