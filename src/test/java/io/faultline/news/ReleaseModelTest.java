package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseModelTest {

    private static final String HEAD = ReleaseModel.FORMAT + "\nthreshold en 0.3\nthreshold zh 0.4\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 2 3",
                "1  2",
                "one 2",
                "1 two",
                "1 0.5",
                "1 NaN",
                "1 Infinity",
                "1 99999999999",
                "-1 2",
                "262144 2",
                "threshold",
                "threshold en",
                "threshold fr 0.5",
                "threshold en 0.5 0.5",
                "threshold en 0",
                "threshold en 1",
                "threshold en -0.5",
                "threshold en NaN",
                "threshold en Infinity",
                "threshold en half",
                "weights",
                "weights many",
                "\u0000"
            })
    void aBadLineIsOneErrorWithFileAndLine(String line) {
        assertThatThrownBy(() -> ReleaseModel.parse(HEAD + "# about\n\n" + line + "\n", "my.model"))
                .isInstanceOf(LexiconException.class)
                .hasMessage("my.model:6: not a line of a model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "faultline-release-model 2 18\n", "faultline-release-model 1 17\n", "{}", "\uFEFF"})
    void anUnknownVersionIsRefused(String head) {
        assertThatThrownBy(() -> ReleaseModel.parse(head + "threshold en 0.3\nthreshold zh 0.4\n", "my.model"))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("my.model:1: is no model of this version")
                .hasMessageContaining(ReleaseModel.FORMAT);
    }

    @Test
    void bothThresholdsAreNeeded() {
        assertThatThrownBy(() -> ReleaseModel.parse(ReleaseModel.FORMAT + "\nthreshold en 0.3\n1 5\n", "my.model"))
                .hasMessage("my.model: has not both thresholds");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            weights 2 | 1 | expected 2
            weights 0 | 1 | expected 0
            # nothing | 1 | expected a line with their number
            """, delimiter = '|')
    void aFileThatIsCutShortIsRefused(String announced, int has, String expected) {
        assertThatThrownBy(() -> ReleaseModel.parse(HEAD + announced + "\n7 5\n", "my.model"))
                .isInstanceOf(LexiconException.class)
                .hasMessage("my.model: is not whole: " + has + " weights, " + expected);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aWeightThatIsNoNumberIsRefused(float weight) {
        float[] weights = new float[ReleaseModel.FEATURES];
        weights[7] = weight;
        assertThatThrownBy(() -> new ReleaseModel(weights, 0.3, 0.3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void whatIsWrittenReadsBack(
            @ForAll @IntRange(min = 0, max = 262143) int feature,
            @ForAll @IntRange(min = -20_000, max = 20_000) int thousandths) {
        float[] weights = new float[ReleaseModel.FEATURES];
        weights[feature] = thousandths / 1000f;
        String written = new ReleaseModel(weights, 0.35, 0.55).write(List.of("about"));

        ReleaseModel read = ReleaseModel.parse(written.replace("\n", "\r\n"), "my.model");

        assertThat(read.write(List.of("about"))).isEqualTo(written);
        FeatureVector title = new FeatureVector(new int[] {feature}, new float[] {1f}, false);
        assertThat(read.probability(title)).isEqualTo(1 / (1 + StrictMath.exp(-(double) weights[feature])));
    }
}
