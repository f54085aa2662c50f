package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.rules.Thresholds;

/**
 * The parts of the opening condition; all must be met.
 *
 * @param fallen worse of cap- and equal-weighted return at or below the limit
 * @param broad enough members dropped; those without a print count as members that did not
 * @param againstMarket the benchmark is known and fell less, by the limit or more
 * @param covered enough of the sector has a fresh price; in thin trading more is needed
 * @param trading the home market trades, be it outside its regular hours
 */
public record OpeningCondition(boolean fallen, boolean broad, boolean againstMarket, boolean covered, boolean trading) {

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
                atOrBelow(coverageNeeded(drawdown.phase(), thresholds), figures.coverage()),
                drawdown.phase() != SessionPhase.CLOSED);
    }

    /** How many members are at or below the rule's member drop. */
    static long dropped(SectorDrawdown drawdown, Thresholds thresholds) {
        return drawdown.members().stream()
                .filter(member -> atOrBelow(member.sessionReturn(), thresholds.memberDrop()))
                .count();
    }

    /** Share of reference cap that must be covered, 0 to 1. Thin trading never needs less than regular hours. */
    public static double coverageNeeded(SessionPhase phase, Thresholds thresholds) {
        return phase == SessionPhase.PRE_MARKET
                ? Math.max(thresholds.coverageFloor(), thresholds.thinCoverage())
                : thresholds.coverageFloor();
    }

    /** Whether an incident may open. */
    public boolean met() {
        return fallen && broad && againstMarket && covered && trading;
    }

    static boolean atOrBelow(double value, double limit) {
        return value <= limit + ROUNDING;
    }
}
