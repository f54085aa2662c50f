package io.faultline.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.DrawdownFigures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {

    @ParameterizedTest
    @CsvSource({"0, 1.0", "1, 1.0", "2, 0.794", "4, 0.5", "7, 0.25", "10, 0.125"})
    void recencyHalvesEveryThreeSessions(int age, double recency) {
        assertThat(Attribution.recency(age)).isCloseTo(recency, within(0.001));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-0.10, -0.01, -,    1.0",
                "-0.05, -0.20, -,    0.5",
                "-,     -0.05, -,    0.5",
                "-,     -,     -,    0.0",
                "-0.05, -,     -8.0, 1.0",
                "-0.05, -,     -2.0, 0.25",
                "-0.20, -,     -4.0, 0.5",
                "0.02,  -,     1.0,  0.0",
                "-0.30, -,     -,    1.0"
            })
    void abnormalityPrefersTheScoreToTheAbnormalReturn(Double abnormal, Double excess, Double z, double expected) {
        DrawdownFigures figures =
                new DrawdownFigures(-0.1, -0.1, excess, abnormal, z, null, null, 1, 1, 1, -1e9, null, null, 0);

        assertThat(Attribution.abnormality(figures)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theWorkedExampleOfTheDocumentHolds() {
        ConfidenceParts january = new ConfidenceParts(0.9, 0.9, 1.0, 1.0, 0.0);
        ConfidenceParts rivalled = new ConfidenceParts(0.9, 0.9, 1.0, 1.0, 0.3);

        assertThat(confidence(Basis.PRECEDING, january)).isEqualTo(0.95);
        assertThat(confidence(Basis.PRECEDING, rivalled)).isEqualTo(0.84);
        assertThat(confidence(Basis.ATTRIBUTED, january)).isEqualTo(0.6);
    }

    @Test
    void eachPartMovesTheConfidenceItsWay() {
        double base = confidence(Basis.PRECEDING, new ConfidenceParts(0.5, 0.5, 0.5, 0.5, 0.5));

        assertThat(List.of(
                        new ConfidenceParts(0.6, 0.5, 0.5, 0.5, 0.5),
                        new ConfidenceParts(0.5, 0.6, 0.5, 0.5, 0.5),
                        new ConfidenceParts(0.5, 0.5, 0.6, 0.5, 0.5),
                        new ConfidenceParts(0.5, 0.5, 0.5, 0.6, 0.5),
                        new ConfidenceParts(0.5, 0.5, 0.5, 0.5, 0.4)))
                .allSatisfy(better ->
                        assertThat(confidence(Basis.PRECEDING, better)).isGreaterThan(base));
    }

    private static double confidence(Basis basis, ConfidenceParts parts) {
        return Attribution.confidence(Verdict.AI_LINKED, basis, parts, List.of());
    }
}
