package io.faultline.eventstudy;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Market model of an event study: {@code r_s = alpha + beta * r_ex + e}, by ordinary least squares.
 *
 * @param alpha return of the sector in a session in which the rest of the market stands still, fraction
 * @param beta sensitivity of the sector to the rest of the market
 * @param residualSigma standard deviation of {@code e} with {@code sessions - 2} degrees of freedom, fraction, above 0
 * @param sessions number of sessions that it was estimated from, 3 or more
 */
public record MarketModel(double alpha, double beta, double residualSigma, int sessions) {

    /** Below this share of the largest value seen, a spread is rounding and nothing else. */
    private static final double ROUNDING = 1e-12;

    /**
     * Estimates the model. The order of the returns does not matter but for rounding.
     *
     * @return empty for fewer than 3 returns, for a market that did not move, and for returns that lie on a line (a
     *     sector that is its own market): there is no sigma to measure with then
     */
    public static Optional<MarketModel> fit(List<DailyReturn> returns) {
        int n = returns.size();
        if (n < 3) {
            return Optional.empty();
        }
        double meanMarket = mean(returns, DailyReturn::marketExSectorReturn);
        double meanSector = mean(returns, DailyReturn::sectorReturn);
        double marketSquares = sum(returns, each -> square(each.marketExSectorReturn() - meanMarket));
        double products =
                sum(returns, each -> (each.marketExSectorReturn() - meanMarket) * (each.sectorReturn() - meanSector));
        if (!spread(marketSquares / n, largest(returns, DailyReturn::marketExSectorReturn))) {
            return Optional.empty();
        }
        double beta = products / marketSquares;
        double squaredErrors = sum(
                returns,
                each -> square(each.sectorReturn() - meanSector - beta * (each.marketExSectorReturn() - meanMarket)));
        double variance = squaredErrors / (n - 2);
        return spread(variance, largest(returns, DailyReturn::sectorReturn))
                ? Optional.of(new MarketModel(meanSector - beta * meanMarket, beta, Math.sqrt(variance), n))
                : Optional.empty();
    }

    /** False for NaN too: what is not a number is no spread. */
    private static boolean spread(double variance, double largest) {
        return Double.isFinite(variance) && variance > square(ROUNDING * largest);
    }

    private static double mean(List<DailyReturn> returns, ToDoubleFunction<DailyReturn> value) {
        return sum(returns, value) / returns.size();
    }

    private static double largest(List<DailyReturn> returns, ToDoubleFunction<DailyReturn> value) {
        return returns.stream().mapToDouble(value).map(Math::abs).max().orElse(0.0);
    }

    private static double sum(List<DailyReturn> returns, ToDoubleFunction<DailyReturn> term) {
        return returns.stream().mapToDouble(term).sum();
    }

    private static double square(double value) {
        return value * value;
    }
}
