package io.faultline.app.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.FeatureVector;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.ReleaseModel;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final HeadlineClassifier RULES = HeadlineClassifier.rulesOnly(List.of());

    @Test
    void tellsASeparableSetApart() {
        List<LabelledTitle> titles = SmallTitles.of(40, 40);

        ReleaseModel model = new ReleaseModel(weights(titles), 0.5, 0.5);

        for (LabelledTitle each : titles) {
            assertThat(model.probability(RULES.features(each.title())) >= 0.5)
                    .as(each.title())
                    .isEqualTo(each.release());
        }
        // Also titles it has not seen.
        assertThat(model.probability(RULES.features(SmallTitles.release(400).title())))
                .isGreaterThan(0.5);
        assertThat(model.probability(RULES.features(SmallTitles.other(400).title())))
                .isLessThan(0.5);
    }

    @Property(tries = 15)
    void thePenaltyBoundsTheWeights(
            @ForAll @IntRange(max = 30) int releases,
            @ForAll @IntRange(max = 30) int others,
            @ForAll @IntRange(min = 1, max = 5) int copies) {
        List<LabelledTitle> once = SmallTitles.of(releases, others);
        List<LabelledTitle> titles = java.util.stream.Stream.generate(() -> once)
                .limit(copies)
                .flatMap(List::stream)
                .toList();

        float[] weights = weights(titles);

        double squares = 0;
        for (float weight : weights) {
            squares += weight * (double) weight;
        }
        // The loss at no weights is n ln 2: with a penalty of w^2 / 4 nothing better can have a greater norm.
        assertThat(squares).isFinite().isLessThanOrEqualTo(4 * titles.size() * Math.log(2));
        assertThat(weights(titles)).isEqualTo(weights);
    }

    @Test
    void withoutTitlesNothingIsLearned() {
        assertThat(weights(List.of())).containsOnly(0f);
    }

    @Test
    void oneClassGivesThatClass() {
        List<LabelledTitle> titles = SmallTitles.of(0, 20);
        ReleaseModel model = new ReleaseModel(weights(titles), 0.5, 0.5);
        assertThat(titles).allMatch(each -> model.probability(RULES.features(each.title())) < 0.5);
    }

    private static float[] weights(List<LabelledTitle> titles) {
        BitSet release = new BitSet();
        for (int i = 0; i < titles.size(); i++) {
            release.set(i, titles.get(i).release());
        }
        List<FeatureVector> features =
                titles.stream().map(each -> RULES.features(each.title())).toList();
        return LogisticRegression.weights(features, release);
    }
}
