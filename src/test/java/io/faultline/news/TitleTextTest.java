package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "a  b\tc ^ a b c",
                "Chips <b>fall</b> ^ Chips fall",
                "<script>alert(1)</script>x ^ alert(1) x",
                "&lt;script&gt;x ^ x",
                "&amp;lt;img src=x onerror=y&amp;gt;x ^ x",
                "AT&amp;T &amp; friends ^ AT&T & friends",
                "1 < 2 > 0 ^ 1 ‹ 2 › 0",
                "R&#38;D &#x41;&#65; ^ R&D AA",
                "it&#8217;s &quot;it&quot; ^ it’s \"it\"",
                "&nosuch; &#99999999; ^ &nosuch; &#99999999;"
            })
    void markupIsNeutralised(String raw, String clean) {
        assertThat(TitleText.clean(raw)).isEqualTo(clean);
    }

    @Test
    void controlAndBidirectionalCharactersGo() {
        assertThat(TitleText.clean("De\u0000ep\u001b[31mSeek \u202Egpj.exe\u2066\u200B\uFEFF &#x202E;"))
                .isEqualTo("DeepSeek gpj.exe");
    }

    @Test
    void sequencesOfTerminalsGoWhole() {
        assertThat(TitleText.clean("\u001b]0;you are root\u0007Deep\u001b]8;;http://x\u001b\\Seek \u009b1mR1"))
                .isEqualTo("DeepSeek R1");
        assertThat(TitleText.clean("\u001b]0;without an end DeepSeek")).isEqualTo("]0;without an end DeepSeek");
    }

    @Test
    void unpairedSurrogatesGoAndPairsStay() {
        assertThat(TitleText.clean("a\uD83Db\uDE80c \uD83D\uDE80")).isEqualTo("abc \uD83D\uDE80");
    }

    @Test
    void stackedMarksAreCut() {
        assertThat(TitleText.clean("Z" + "\u0301".repeat(50) + "algo")).hasSize(8);
    }

    @Test
    void nullReadsAsEmpty() {
        assertThat(TitleText.clean(null)).isEmpty();
        assertThat(TitleText.fold(null)).isEmpty();
    }

    @Test
    void lengthIsBoundedInCodePoints() {
        String rockets = TitleText.clean("\uD83D\uDE80".repeat(10_000));

        assertThat(rockets.codePointCount(0, rockets.length())).isEqualTo(TitleText.MAX_CODE_POINTS);
        assertThat(rockets).endsWith("…");
    }

    @Test
    void aMegabyteCostsNoMoreThanAPage() {
        String huge = "<a>&amp;\u202E ".repeat(125_000);

        // Gigabytes in all: only possible if the rest is never looked at.
        assertTimeout(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 2_000; i++) {
                assertThat(TitleText.clean(huge)).isNotNull();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"ＤｅｅｐＳｅｅｋ－Ｒ１,deepseek-r1", "GPT‑5,gpt-5", "開源發佈,开源发布", "輝達市值蒸發,辉达市值蒸发", "ｱｲ,アイ"})
    void foldingMakesSpellingsEqual(String title, String folded) {
        assertThat(TitleText.fold(title)).isEqualTo(folded);
    }
}
