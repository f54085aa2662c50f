package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TitleTextPropertyTest {

    @Property(tries = 500)
    void cleaningTwiceChangesNothing(@ForAll("nastyTitles") String title) {
        String once = TitleText.clean(title);

        assertThat(TitleText.clean(once)).isEqualTo(once);
    }

    @Property(tries = 500)
    void cleanedTitlesAreSafeAndBounded(@ForAll("nastyTitles") String title) {
        String clean = TitleText.clean(title);

        assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(TitleText.MAX_CODE_POINTS);
        assertThat(clean).doesNotContain("<", ">", "  ").isEqualTo(clean.strip());
        assertThat(clean.codePoints()).noneMatch(TitleText::isUnwanted);
    }

    @Property(tries = 300)
    void everyTitleGetsAKind(@ForAll("nastyTitles") String title) {
        assertThat(HeadlineClassifier.shipped()
                        .classify(Headlines.titled(title))
                        .kind())
                .isNotNull();
    }

    @Provide
    Arbitrary<String> nastyTitles() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                "&",
                "amp;",
                "lt;",
                "&#",
                "x202e;",
                ";",
                "<b>",
                "</",
                "\u202E",
                "\u200B",
                "\u0301",
                "\uD83D",
                "\uD83D\uDE80",
                " ",
                "\t",
                "\u3000",
                "\u2028",
                "DeepSeek",
                "發布",
                "GPT-",
                "5.2",
                "-",
                ":",
                "\u0000",
                "…");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().all().ofMaxLength(700));
    }
}
