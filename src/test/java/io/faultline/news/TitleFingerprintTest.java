package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleFingerprintTest {

    @Test
    void sameLettersAreTheSame() {
        assertThat(similarity("DeepSeek tops the App Store", "deepseek tops the app store!"))
                .isEqualTo(1.0);
        assertThat(similarity("DeepSeek登頂排行榜", "DeepSeek登顶排行榜")).isEqualTo(1.0);
    }

    @Test
    void nearRepeatIsSimilar() {
        assertThat(similarity(
                        "DeepSeek app climbs to No. 1 in the US App Store",
                        "DeepSeek's app climbs to No. 1 in US App Store"))
                .isGreaterThan(0.6);
    }

    @Test
    void otherNewsIsNotSimilar() {
        assertThat(similarity(
                        "DeepSeek app climbs to No. 1 in the US App Store",
                        "Engineers weigh what training costs of $5.6 million mean"))
                .isLessThan(0.15);
        assertThat(similarity("硅谷热议低成本路线", "英伟达回应监管问询")).isLessThan(0.15);
    }

    @Test
    void emptyTitlesResembleNothingElse() {
        assertThat(similarity("", "DeepSeek releases R1")).isLessThan(0.15);
    }

    private static double similarity(String a, String b) {
        return TitleFingerprint.of(a).similarity(TitleFingerprint.of(b));
    }
}
