package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.testkit.HostileTitles;
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
        return HostileTitles.any();
    }
}
