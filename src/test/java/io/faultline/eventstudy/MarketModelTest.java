package io.faultline.eventstudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketModelTest {

    /** NIST Statistical Reference Datasets, linear regression, "Norris" (calibration of ozone monitors): y then x. */
    private static final double[][] NORRIS = {
        {0.1, 0.2}, {338.8, 337.4}, {118.1, 118.2}, {888.0, 884.6}, {9.2, 10.1}, {228.1, 226.5},
        {668.5, 666.3}, {998.5, 996.3}, {449.1, 448.6}, {778.9, 777.0}, {559.2, 558.2}, {0.3, 0.4},
        {0.1, 0.6}, {778.1, 775.5}, {668.8, 666.9}, {339.3, 338.0}, {448.9, 447.5}, {10.8, 11.6},
        {557.7, 556.0}, {228.3, 228.1}, {998.0, 995.8}, {888.8, 887.6}, {119.6, 120.2}, {0.3, 0.3},
        {0.6, 0.3}, {557.6, 556.8}, {339.3, 339.1}, {888.0, 887.2}, {998.5, 999.0}, {778.9, 779.0},
        {10.2, 11.1}, {117.6, 118.3}, {228.9, 229.2}, {668.4, 669.1}, {449.2, 448.9}, {0.2, 0.5}
    };

    @Test
    void agreesWithTheCertifiedValuesOfNorris() {
        MarketModel model = MarketModel.fit(returns(NORRIS)).orElseThrow();

        assertThat(model.alpha()).isCloseTo(-0.262323073774029, within(1e-12));
        assertThat(model.beta()).isCloseTo(1.00211681802045, within(1e-13));
        assertThat(model.residualSigma()).isCloseTo(0.884796396144373, within(1e-13));
        assertThat(model.sessions()).isEqualTo(36);
    }

    @Test
    void agreesWithACalculationByHand() {
        // Means 0.01 and 0.02; Sxx 2e-4, Sxy 3e-4, beta 1.5, alpha 0.005; residuals 0.005, -0.01, 0.005; SSE 1.5e-4.
        MarketModel model = MarketModel.fit(returns(new double[][] {{0.01, 0.00}, {0.01, 0.01}, {0.04, 0.02}}))
                .orElseThrow();

        assertThat(model.beta()).isCloseTo(1.5, within(1e-12));
        assertThat(model.alpha()).isCloseTo(0.005, within(1e-12));
        assertThat(model.residualSigma()).isCloseTo(Math.sqrt(1.5e-4), Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two sessions,           0.01 0.02, 0.03 0.01, ,",
        "market stands still,    0.01 0.00, 0.02 0.00, 0.05 0.00, -0.01 0.00",
        "market moves by a step, 0.01 0.1,  0.02 0.1,  0.05 0.1,  -0.01 0.1",
        "sector stands still,    0.00 0.01, 0.00 0.02, 0.00 0.05, 0.00 -0.01",
        "sector is the market,   0.01 0.01, 0.02 0.02, 0.05 0.05, -0.01 -0.01",
        "sector is twice it,     0.02 0.01, 0.06 0.03, 0.14 0.07, -0.02 -0.01",
        "not a number,           0.02 NaN,  0.06 0.03, 0.14 0.01, -0.02 -0.01",
        "sector not a number,    NaN 0.02,  0.06 0.03, 0.14 0.01, -0.02 -0.01",
        "without bounds,         Infinity 0.02, 0.06 0.03, 0.14 0.01, -0.02 -0.01"
    })
    void estimatesNothingFromWhatAllowsNoEstimate(String name, String a, String b, String c, String d) {
        List<DailyReturn> returns = new ArrayList<>();
        for (String pair : new String[] {a, b, c, d}) {
            if (pair != null) {
                String[] parts = pair.split(" ", 2);
                returns.add(
                        new DailyReturn(returns.size(), Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            }
        }

        assertThat(MarketModel.fit(returns)).as(name).isEmpty();
    }

    private static List<DailyReturn> returns(double[][] sectorAndMarket) {
        List<DailyReturn> returns = new ArrayList<>();
        for (double[] pair : sectorAndMarket) {
            returns.add(new DailyReturn(returns.size(), pair[0], pair[1]));
        }
        return returns;
    }
}
