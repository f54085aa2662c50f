package io.faultline.eventstudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.rules.EstimationWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MarketModelPropertyTest {

    private static final double ACCURACY = 1e-9;

    /** Ten years of sessions, some of them without a return, one close at a time. */
    @Property(tries = 20)
    void streamingAgreesWithABatchOverTheWholeSeries(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 250) int sessions,
            @ForAll @IntRange(max = 20) int gap) {
        EstimationWindow window = new EstimationWindow(sessions, gap, 3);
        Random random = new Random(seed);
        List<DailyReturn> series = series(random, 2_520);
        series.removeIf(each -> random.nextInt(20) == 0);
        ReturnHistory history = ReturnHistory.EMPTY;
        for (DailyReturn close : series) {
            history = history.with(close, window);
            int judged = close.sessionIndex() + 1;
            if (judged % 63 == 0) {
                Optional<MarketModel> batch = ExactRegression.fit(series.stream()
                        .filter(each -> each.sessionIndex() < judged - gap)
                        .filter(each -> each.sessionIndex() >= judged - gap - sessions)
                        .toList());
                assertSame(history.model(judged, window), batch);
            }
        }
    }

    @Property
    void theUnitOfReturnsScalesAlphaAndSigmaOnly(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1_000) double unit) {
        List<DailyReturn> returns = series(new Random(seed), 60);
        MarketModel one = fit(returns);
        MarketModel other = fit(returns.stream()
                .map(each -> new DailyReturn(
                        each.sessionIndex(), each.sectorReturn() * unit, each.marketExSectorReturn() * unit))
                .toList());

        assertClose(other, new MarketModel(one.alpha() * unit, one.beta(), one.residualSigma() * unit, 60), unit);
    }

    @Property
    void leverageOnTheSectorScalesAllThree(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 100) double leverage) {
        List<DailyReturn> returns = series(new Random(seed), 60);
        MarketModel one = fit(returns);
        MarketModel other = fit(returns.stream()
                .map(each -> new DailyReturn(
                        each.sessionIndex(), each.sectorReturn() * leverage, each.marketExSectorReturn()))
                .toList());

        MarketModel expected =
                new MarketModel(one.alpha() * leverage, one.beta() * leverage, one.residualSigma() * leverage, 60);
        assertClose(other, expected, leverage);
    }

    /** A drift and more of the market in the sector's return move alpha and beta by just that, and sigma not at all. */
    @Property
    void whatIsAddedToTheSectorIsFoundAgain(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double drift,
            @ForAll @DoubleRange(min = -3, max = 3) double more) {
        List<DailyReturn> returns = series(new Random(seed), 60);
        MarketModel one = fit(returns);
        MarketModel other = fit(returns.stream()
                .map(each -> new DailyReturn(
                        each.sessionIndex(),
                        each.sectorReturn() + drift + more * each.marketExSectorReturn(),
                        each.marketExSectorReturn()))
                .toList());

        MarketModel expected = new MarketModel(one.alpha() + drift, one.beta() + more, one.residualSigma(), 60);
        assertClose(other, expected, 1.0);
    }

    @Property
    void aDriftOfTheMarketMovesAlphaOnly(
            @ForAll long seed, @ForAll @DoubleRange(min = -0.01, max = 0.01) double drift) {
        List<DailyReturn> returns = series(new Random(seed), 60);
        MarketModel one = fit(returns);
        MarketModel other = fit(returns.stream()
                .map(each ->
                        new DailyReturn(each.sessionIndex(), each.sectorReturn(), each.marketExSectorReturn() + drift))
                .toList());

        MarketModel expected = new MarketModel(one.alpha() - one.beta() * drift, one.beta(), one.residualSigma(), 60);
        assertClose(other, expected, 1.0);
    }

    @Property
    void theOrderOfReturnsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<DailyReturn> returns = series(random, 60);
        MarketModel one = fit(returns);
        Collections.shuffle(returns, random);

        assertClose(fit(returns), one, 1.0);
    }

    /** Daily returns as they are: about 1 % a day, now and then a day of 10 %. */
    private static List<DailyReturn> series(Random random, int sessions) {
        double beta = 0.5 + random.nextDouble();
        List<DailyReturn> series = new ArrayList<>();
        for (int session = 0; session < sessions; session++) {
            double market = 0.01 * random.nextGaussian() + 0.0004;
            double shock = random.nextInt(200) == 0 ? -0.1 : 0.0;
            series.add(new DailyReturn(session, beta * market + 0.012 * random.nextGaussian() + shock, market));
        }
        return series;
    }

    private static MarketModel fit(List<DailyReturn> returns) {
        return MarketModel.fit(returns).orElseThrow();
    }

    private static void assertSame(Optional<MarketModel> actual, Optional<MarketModel> expected) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(model -> assertClose(actual.orElseThrow(), model, 1.0));
    }

    /** Alpha and beta are near zero at times: they are compared to the scale of the returns, sigma to itself. */
    private static void assertClose(MarketModel actual, MarketModel expected, double scale) {
        assertThat(actual.sessions()).isEqualTo(expected.sessions());
        assertThat(actual.alpha()).isCloseTo(expected.alpha(), within(ACCURACY * 0.01 * scale));
        assertThat(actual.beta())
                .isCloseTo(expected.beta(), within(ACCURACY * Math.max(1.0, Math.abs(expected.beta()))));
        assertThat(actual.residualSigma())
                .isCloseTo(expected.residualSigma(), within(ACCURACY * expected.residualSigma()));
    }
}
