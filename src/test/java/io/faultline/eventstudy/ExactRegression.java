package io.faultline.eventstudy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Least squares by the normal equations, without rounding until the last step. */
final class ExactRegression {

    private static final MathContext DIGITS = new MathContext(60);

    private ExactRegression() {}

    static Optional<MarketModel> fit(List<DailyReturn> returns) {
        if (returns.size() < 3) {
            return Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(returns.size());
        BigDecimal x = BigDecimal.ZERO;
        BigDecimal y = BigDecimal.ZERO;
        BigDecimal xx = BigDecimal.ZERO;
        BigDecimal xy = BigDecimal.ZERO;
        BigDecimal yy = BigDecimal.ZERO;
        for (DailyReturn each : returns) {
            BigDecimal market = new BigDecimal(each.marketExSectorReturn());
            BigDecimal sector = new BigDecimal(each.sectorReturn());
            x = x.add(market);
            y = y.add(sector);
            xx = xx.add(market.multiply(market));
            xy = xy.add(market.multiply(sector));
            yy = yy.add(sector.multiply(sector));
        }
        BigDecimal sxx = n.multiply(xx).subtract(x.multiply(x));
        BigDecimal sxy = n.multiply(xy).subtract(x.multiply(y));
        BigDecimal syy = n.multiply(yy).subtract(y.multiply(y));
        BigDecimal beta = sxy.divide(sxx, DIGITS);
        BigDecimal alpha = y.subtract(beta.multiply(x)).divide(n, DIGITS);
        BigDecimal squaredErrors = syy.subtract(beta.multiply(sxy)).divide(n, DIGITS);
        double sigma = Math.sqrt(squaredErrors.doubleValue() / (returns.size() - 2));
        return Optional.of(new MarketModel(alpha.doubleValue(), beta.doubleValue(), sigma, returns.size()));
    }
}
