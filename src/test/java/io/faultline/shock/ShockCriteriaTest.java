package io.faultline.shock;

import static io.faultline.shock.Scenario.amplification;
import static io.faultline.shock.Scenario.close;
import static io.faultline.shock.Scenario.level;
import static io.faultline.shock.Scenario.recap;
import static io.faultline.shock.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryTransition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShockCriteriaTest {

    private static final String BEFORE = "2025-01-26T20:00:00Z";
    private static final String ONSET = "2025-01-27T14:30:00Z";
    private static final String AFTER = "2025-01-27T16:00:00Z";
    private static final Signal COLLAPSE = level(ONSET, ShockLevel.COLLAPSE, true, -0.08);

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "deepseek/r1,   deepseek/r1,  true",
        "deepseek/r1,   deepseek/*,   true",
        "deepseek/*,    deepseek/r1,  true",
        "deepseek/*,    deepseek/*,   true",
        "deepseek/r1,   deepseek/v3,  false",
        "deepseek/r1,   openai/*,     false",
        "deepseek/r1,   openai/r1,    false",
        "deepseek/r1,   deep/*,       false"
    })
    void attentionBelongsToItsStory(String released, String talkedAbout, boolean same) {
        Signal release = release("2025-01-20T16:00:00Z", released);

        assertThat(ShockCriteria.amplifies(release, amplification(BEFORE, talkedAbout, 0.9)))
                .isEqualTo(same);
    }

    @Test
    void onlyAnAmplificationAmplifies() {
        Signal release = release(BEFORE, "deepseek/r1");

        assertThat(ShockCriteria.amplifies(release, recap(AFTER, "deepseek/r1")))
                .isFalse();
        assertThat(ShockCriteria.amplifies(release, COLLAPSE)).isFalse();
        assertThat(ShockCriteria.releases(release)).isTrue();
        assertThat(ShockCriteria.releases(COLLAPSE)).isFalse();
    }

    @Test
    void aCollapseIsALevelThatOpens() {
        assertThat(ShockCriteria.collapses(COLLAPSE)).isTrue();
        assertThat(ShockCriteria.collapses(level(ONSET, ShockLevel.CRASH, false, -0.16)))
                .isFalse();
        assertThat(ShockCriteria.collapses(close("2025-01-27", -0.2))).isFalse();
        assertThat(ShockCriteria.collapses(Scenario.correction(ONSET, ShockLevel.CRASH, true, -0.2)))
                .isFalse();
    }

    @Test
    void evidenceIsStrictlyOlderThanTheOnset() {
        assertThat(ShockCriteria.collapsesAfter(release(BEFORE, "deepseek/r1"), COLLAPSE))
                .isTrue();
        assertThat(ShockCriteria.collapsesAfter(release(ONSET, "deepseek/r1"), COLLAPSE))
                .isFalse();
        assertThat(ShockCriteria.collapsesAfter(release(AFTER, "deepseek/r1"), COLLAPSE))
                .isFalse();
    }

    @Test
    void aPublicationDatedAfterTheOnsetIsNoEvidenceHoweverEarlyItCame() {
        Signal early = release(BEFORE, "deepseek/r1");
        StoryHeadline postdated =
                new StoryHeadline("x", "x", null, null, HeadlineKind.RELEASE, Instant.parse(AFTER), early.at(), 1, 1);
        Signal odd = new Signal(
                early.kind(),
                early.sector(),
                early.ruleId(),
                early.ruleVersion(),
                early.at(),
                early.sessionDate(),
                early.sessionIndex(),
                early.level(),
                false,
                null,
                new ExposedStory(
                        new StoryTransition(
                                HeadlineKind.RELEASE, "deepseek/r1", early.at(), 0.5, List.of(postdated), List.of()),
                        0.9,
                        "named"),
                null,
                null);

        assertThat(ShockCriteria.collapsesAfter(odd, COLLAPSE)).isFalse();
    }

    @Test
    void aRecapAttributesFromTheCollapseOnAndNeverToARival() {
        assertThat(ShockCriteria.attributes(COLLAPSE, recap(ONSET, "deepseek/r1")))
                .isTrue();
        assertThat(ShockCriteria.attributes(COLLAPSE, recap(AFTER, "deepseek/*")))
                .isTrue();
        assertThat(ShockCriteria.attributes(COLLAPSE, recap(BEFORE, "deepseek/r1")))
                .isFalse();
        assertThat(ShockCriteria.attributes(COLLAPSE, recap(AFTER, "rival/MACRO")))
                .isFalse();
        assertThat(ShockCriteria.attributes(COLLAPSE, amplification(AFTER, "deepseek/r1", 0.9)))
                .isFalse();
    }
}
