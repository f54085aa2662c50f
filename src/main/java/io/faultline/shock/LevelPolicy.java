package io.faultline.shock;

import static io.faultline.shock.OpeningCondition.atOrBelow;

import io.faultline.market.SectorDrawdown;
import io.faultline.rules.Thresholds;

/**
 * The level of a sector's fall. Judged by the worse of cap- and equal-weighted return against the reference close:
 *
 * <ul>
 *   <li>WATCH at {@code watchReturn}, at any part of the day;
 *   <li>COLLAPSE, which opens an incident, at {@code collapseReturn} with enough breadth, enough distance to the
 *       benchmark and enough coverage: {@code coverageFloor} in regular hours, {@code thinCoverage} in thin trading;
 *       never while the home market is closed;
 *   <li>CRASH under the same conditions at {@code crashReturn}.
 * </ul>
 *
 * A level once reached is left only when the return is back above its threshold by {@code hysteresis}: breadth or
 * coverage that goes (a halt, a feed that falls silent) is no recovery. Levels are those of one session; the caller
 * starts each session at NONE.
 */
public final class LevelPolicy {

    private LevelPolicy() {}

    /** The level after {@code drawdown}, given the level before it in the same session. */
    public static LevelAssessment assess(ShockLevel current, SectorDrawdown drawdown, Thresholds thresholds) {
        OpeningCondition condition = OpeningCondition.of(drawdown, thresholds);
        double worse = drawdown.figures().worseReturn();
        ShockLevel level = ShockLevel.higher(reached(worse, condition, thresholds), kept(current, worse, thresholds));
        return new LevelAssessment(level, condition.met(), LevelReason.of(drawdown, thresholds, condition, level));
    }

    private static ShockLevel reached(double worse, OpeningCondition condition, Thresholds thresholds) {
        if (condition.met()) {
            return atOrBelow(worse, thresholds.crashReturn()) ? ShockLevel.CRASH : ShockLevel.COLLAPSE;
        }
        return atOrBelow(worse, thresholds.watchReturn()) ? ShockLevel.WATCH : ShockLevel.NONE;
    }

    private static ShockLevel kept(ShockLevel current, double worse, Thresholds thresholds) {
        ShockLevel level = current;
        while (level != ShockLevel.NONE && !atOrBelow(worse, limit(level, thresholds) + thresholds.hysteresis())) {
            level = below(level);
        }
        return level;
    }

    private static ShockLevel below(ShockLevel level) {
        return switch (level) {
            case CRASH -> ShockLevel.COLLAPSE;
            case COLLAPSE -> ShockLevel.WATCH;
            case WATCH, NONE -> ShockLevel.NONE;
        };
    }

    static double limit(ShockLevel level, Thresholds thresholds) {
        return switch (level) {
            case NONE -> Double.MAX_VALUE;
            case WATCH -> thresholds.watchReturn();
            case COLLAPSE -> thresholds.collapseReturn();
            case CRASH -> thresholds.crashReturn();
        };
    }
}
