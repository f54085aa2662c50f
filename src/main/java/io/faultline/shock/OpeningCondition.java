package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.rules.Thresholds;

/**
 * The parts of the opening condition; all must be met.
 *
 * @param fallen worse of cap- and equal-weighted return at or below the limit
 * @param broad enough members dropped
 * @param againstMarket the benchmark is known and fell less, by the limit or more
 * @param covered enough of the sector has a fresh price
 * @param regular in regular trading hours
 */
public record OpeningCondition(boolean fallen, boolean broad, boolean againstMarket, boolean covered, boolean regular) {

    /** Shares such as 2 of 5 and sums of prices carry rounding errors: a limit met to this accuracy is met. */
    static final double ROUNDING = 1e-9;

    /** Judges a drawdown. */
    public static OpeningCondition of(SectorDrawdown drawdown, Thresholds thresholds) {
        DrawdownFigures figures = drawdown.figures();
        Double excess = figures.worseExcess();
        return new OpeningCondition(
                atOrBelow(figures.worseReturn(), thresholds.collapseReturn()),
                atOrBelow(thresholds.collapseBreadth(), figures.breadth()),
                excess != null && atOrBelow(excess, thresholds.collapseExcess()),
                atOrBelow(thresholds.coverageFloor(), figures.coverage()),
                drawdown.phase() == SessionPhase.REGULAR);
    }

    /** Whether an incident may open. */
    public boolean met() {
        return fallen && broad && againstMarket && covered && regular;
    }

    static boolean atOrBelow(double value, double limit) {
        return value <= limit + ROUNDING;
    }
}
