package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineClassifierTest {

    private final HeadlineClassifier classifier = HeadlineClassifier.shipped();

    static Stream<Arguments> titles() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeadlineClassifierTest.class.getResourceAsStream("/news/titles.tsv")),
                StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of((Object[]) line.split("\t")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("titles")
    void titleIsReadAsAPersonWould(HeadlineKind kind, String about, String title) {
        Classification read = classifier.classify(Headlines.titled(title));

        assertThat(read.kind()).as(read.reason()).isEqualTo(kind);
        assertThat(described(read, about)).as(read.reason()).isEqualTo(about);
        assertThat(read.score()).isBetween(0.0, 1.0);
        assertThat(read.reason()).isNotBlank();
    }

    private static String described(Classification read, String like) {
        if (read.kind() == HeadlineKind.RIVAL) {
            return String.valueOf(read.rivalCause());
        }
        String vendor = Objects.requireNonNullElse(read.vendor(), "-");
        return like.contains("/") ? vendor + "/" + Objects.requireNonNullElse(read.model(), "-") : vendor;
    }

    @Test
    void atLeastAHundredAndTwentyTitlesInThreeScriptsAreInTheTable() throws IOException {
        List<String> all =
                titles().map(arguments -> (String) arguments.get()[2]).toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(title -> title.matches(".*[發對體與輝億開產導關聯會應價].*"))
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(all).filteredOn(title -> title.matches(".*[发对体与辉亿].*")).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void emptyTitleIsOther() {
        assertThat(classifier.classify(Headlines.titled("")).kind()).isEqualTo(HeadlineKind.OTHER);
    }

    @Test
    void markupAndInvisibleCharactersDoNotHideARelease() {
        Classification read =
                classifier.classify(Headlines.titled("<b>Deep\u200bSeek</b>&nbsp;releases \u202eDeepSeek-R1"));

        assertThat(read.kind()).isEqualTo(HeadlineKind.RELEASE);
        assertThat(read.model()).isEqualTo("r1");
    }

    @Test
    void fullWidthLettersReadAsPlainOnes() {
        assertThat(classifier.classify(Headlines.titled("ＯｐｅｎＡＩ　發布　ＧＰＴ－５")).model())
                .isEqualTo("gpt-5");
    }

    @Test
    void aBodyThatEndsInHuiPlansNothing() {
        assertThat(classifier.classify(Headlines.titled("國科會推出 TAIDE 3 大型語言模型")).kind())
                .isEqualTo(HeadlineKind.RELEASE);
        assertThat(classifier.classify(Headlines.titled("OpenAI 会推出 GPT-9 吗")).kind())
                .isNotEqualTo(HeadlineKind.RELEASE);
        assertThat(classifier.classify(Headlines.titled("DeepSeek 年底会推出 V9 模型")).kind())
                .isNotEqualTo(HeadlineKind.RELEASE);
    }

    @Test
    void theOwnerOfARepositoryIsNoPartOfTheName() {
        Classification read = classifier.classify(Headlines.titled("zai-org/GLM-9-Air · Hugging Face"));

        assertThat(read.kind()).isEqualTo(HeadlineKind.RELEASE);
        assertThat(read.model()).isEqualTo("glm-9");
    }

    @Test
    void aTitleThatNamesNobodyAndSaysNothingIsNoRelease() {
        for (String title : List.of("模型", "模型".repeat(500_000), "model", "大模型 大模型", "LLM")) {
            assertThat(classifier.classify(Headlines.titled(title)).kind())
                    .as("%.20s", title)
                    .isEqualTo(HeadlineKind.OTHER);
        }
    }

    @Test
    void whatATitleDatesLaterThanItselfIsNoRelease() {
        String title = "豆包大模型 9 月 24 日发布视频生成模型";

        assertThat(classifier
                        .classify(Headlines.created("h", "2024-09-18T08:00:00Z", title))
                        .kind())
                .isEqualTo(HeadlineKind.OTHER);
        assertThat(classifier
                        .classify(Headlines.created("h", "2024-09-24T08:00:00Z", title))
                        .kind())
                .isEqualTo(HeadlineKind.RELEASE);
    }

    @Test
    void namesAfterAComparisonAreNotTheSubject() {
        Classification read = classifier.classify(Headlines.titled("Alibaba releases Qwen3 to rival DeepSeek-R1"));

        assertThat(read.vendor()).isEqualTo("alibaba");
        assertThat(read.model()).isEqualTo("qwen3");
    }

    @Test
    void hugeTitlesAreReadInBoundedTime() {
        String[] hostile = {
            "DeepSeek ".repeat(120_000),
            "<".repeat(1_000_000),
            "&amp;".repeat(200_000),
            "qwen".repeat(250_000),
            "- ".repeat(500_000),
            "\uD83D\uDE80".repeat(10_000)
        };
        for (String title : hostile) {
            // Ten thousand times what it takes, also on a busy machine: only back-tracking gets there.
            assertTimeout(Duration.ofSeconds(20), () -> classifier.classify(Headlines.titled(title)));
        }
    }
}
