package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.rules.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in one line why a level opens an incident, or what is missing for it. */
final class LevelReason {

    private LevelReason() {}

    static String of(SectorDrawdown drawdown, Thresholds thresholds, OpeningCondition condition, ShockLevel level) {
        if (condition.met()) {
            return name(level) + ": " + String.join(", ", all(drawdown, thresholds, level));
        }
        String missing = String.join(", ", missing(drawdown, thresholds, condition));
        return level.compareTo(ShockLevel.COLLAPSE) >= 0
                ? name(level) + " holds until back above " + leftAbove(level, thresholds) + ", would not open now: "
                        + missing
                : "no collapse: " + missing;
    }

    private static List<String> all(SectorDrawdown drawdown, Thresholds thresholds, ShockLevel level) {
        DrawdownFigures figures = drawdown.figures();
        return List.of(
                Wording.percent(figures.worseReturn()) + " against "
                        + Wording.percent(LevelPolicy.limit(level, thresholds)),
                breadth(drawdown, thresholds),
                excess(figures, thresholds),
                coverage(drawdown, thresholds));
    }

    private static List<String> missing(SectorDrawdown drawdown, Thresholds thresholds, OpeningCondition condition) {
        DrawdownFigures figures = drawdown.figures();
        List<String> missing = new ArrayList<>();
        if (!condition.fallen()) {
            missing.add(Wording.percent(figures.worseReturn()) + " against "
                    + Wording.percent(thresholds.collapseReturn()));
        }
        if (!condition.broad()) {
            missing.add(breadth(drawdown, thresholds));
        }
        if (!condition.againstMarket()) {
            missing.add(excess(figures, thresholds));
        }
        if (!condition.covered()) {
            missing.add(coverage(drawdown, thresholds));
        }
        if (!condition.trading()) {
            missing.add("outside trading hours");
        }
        return missing;
    }

    private static String coverage(SectorDrawdown drawdown, Thresholds thresholds) {
        String needs = drawdown.phase() == SessionPhase.PRE_MARKET ? " (thin trading needs " : " (needs ";
        return "coverage " + Shares.percent(drawdown.figures().coverage()) + needs
                + Shares.percent(OpeningCondition.coverageNeeded(drawdown.phase(), thresholds)) + ")";
    }

    private static String breadth(SectorDrawdown drawdown, Thresholds thresholds) {
        int members = drawdown.members().size();
        long needed = (long) Math.ceil(thresholds.collapseBreadth() * members - OpeningCondition.ROUNDING);
        return "breadth " + OpeningCondition.dropped(drawdown, thresholds) + " of " + members + " (needs " + needed
                + ")";
    }

    private static String excess(DrawdownFigures figures, Thresholds thresholds) {
        String needed = " (needs " + Wording.points(thresholds.collapseExcess()) + ")";
        return figures.worseExcess() == null
                ? "market return not known" + needed
                : Wording.points(figures.worseExcess()) + " points against the market" + needed;
    }

    private static String leftAbove(ShockLevel level, Thresholds thresholds) {
        return Wording.percent(LevelPolicy.limit(level, thresholds) + thresholds.hysteresis());
    }

    private static String name(ShockLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
