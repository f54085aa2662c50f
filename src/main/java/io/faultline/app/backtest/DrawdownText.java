package io.faultline.app.backtest;

import io.faultline.app.console.Figures;
import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import io.faultline.shock.LevelPolicy;
import io.faultline.shock.OpeningCondition;
import io.faultline.shock.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A sector's figures against the limits of its rule, line by line. */
final class DrawdownText {

    private static final String PART = "  %-22s %12s %12s   %-4s %s";
    private static final String MEMBER = "  %-10s %12s %12s %10s %18s  %s";
    private static final double ROUNDING = 1e-9;

    private DrawdownText() {}

    /** Each part of the opening condition: value, limit, whether it is met, and what the value is made of. */
    static List<String> condition(Signal signal, SectorRule rule) {
        SectorDrawdown drawdown = signal.drawdown();
        DrawdownFigures figures = drawdown.figures();
        Thresholds limits = rule.thresholds();
        OpeningCondition condition = OpeningCondition.of(drawdown, limits);
        List<String> lines = new ArrayList<>();
        lines.add(text(PART, "to open an incident", "value", "limit", "met", ""));
        lines.add(text(
                PART,
                "worse of two returns",
                Figures.percent(figures.worseReturn()),
                Figures.percent(limits.collapseReturn()),
                met(condition.fallen()),
                "cap-weighted " + Figures.percent(figures.capWeightedReturn()) + ", equal-weighted "
                        + Figures.percent(figures.equalWeightedReturn())));
        lines.add(text(
                PART,
                "breadth",
                Figures.share(figures.breadth()),
                Figures.share(limits.collapseBreadth()),
                met(condition.broad()),
                dropped(drawdown, limits)));
        lines.add(text(
                PART,
                "excess over the market",
                Figures.points(figures.worseExcess()),
                Figures.points(limits.collapseExcess()),
                met(condition.againstMarket()),
                rule.benchmark() + " " + Figures.percent(figures.marketReturn())));
        lines.add(text(
                PART,
                "coverage",
                Figures.share(figures.coverage()),
                Figures.share(OpeningCondition.coverageNeeded(drawdown.phase(), limits)),
                met(condition.covered()),
                ""));
        lines.add(text(PART, "hours", drawdown.phase(), "not CLOSED", met(condition.trading()), ""));
        lines.add(text(
                "  level %s: %s",
                signal.level(),
                LevelPolicy.assess(signal.level(), drawdown, limits).reason()));
        lines.replaceAll(String::stripTrailing);
        return lines;
    }

    /** What the event study makes of it. */
    static List<String> market(DrawdownFigures figures, SectorRule rule) {
        double beta = figures.beta() == null ? rule.thresholds().beta() : figures.beta();
        String from = figures.estimationSessions() == 0
                ? "the rule's default, too few sessions to estimate it"
                : "estimated from " + figures.estimationSessions() + " sessions";
        String z = figures.zScore() == null
                ? "z not known"
                : text("z %.1f with a residual sigma of %s", figures.zScore(), share(figures.residualSigma()));
        return List.of(
                text(
                        "  abnormal return %s = %s - beta %.2f x %s (market without the sector)",
                        Figures.percent(figures.abnormalReturn()),
                        Figures.percent(figures.capWeightedReturn()),
                        beta,
                        Figures.percent(figures.marketExSectorReturn())),
                "  beta " + from + "; " + z,
                "  cap change " + Figures.billions(figures.capChangeUsd()));
    }

    private static String share(Double fraction) {
        return text("%.2f %%", fraction * 100);
    }

    /** All members, the worst return first, and those that do not count. */
    static List<String> members(SectorDrawdown drawdown, SectorRule rule) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(text(MEMBER, "member", "reference", "last", "return", "cap change", "")
                .stripTrailing());
        drawdown.members().stream()
                .sorted(Comparator.comparingDouble(MemberDrawdown::sessionReturn)
                        .thenComparing(MemberDrawdown::symbol))
                .forEach(member -> lines.add(text(
                                MEMBER,
                                member.symbol(),
                                Figures.price(member.referenceClose()),
                                Figures.price(member.last()),
                                Figures.percent(member.sessionReturn()),
                                Figures.billions(member.capChangeUsd()),
                                remark(member, rule.thresholds()))
                        .stripTrailing()));
        if (!drawdown.excluded().isEmpty()) {
            lines.add("  not counted, no close in the last sessions: " + String.join(", ", drawdown.excluded()));
        }
        return lines;
    }

    private static String dropped(SectorDrawdown drawdown, Thresholds limits) {
        List<String> dropped = drawdown.members().stream()
                .filter(member -> isDropped(member, limits))
                .map(MemberDrawdown::symbol)
                .sorted()
                .toList();
        return dropped.size() + " of " + drawdown.members().size() + " at " + Figures.percent(limits.memberDrop())
                + " or lower" + (dropped.isEmpty() ? "" : ": " + String.join(" ", dropped));
    }

    private static boolean isDropped(MemberDrawdown member, Thresholds limits) {
        return member.sessionReturn() <= limits.memberDrop() + ROUNDING;
    }

    private static String remark(MemberDrawdown member, Thresholds limits) {
        List<String> remarks = new ArrayList<>();
        if (isDropped(member, limits)) {
            remarks.add("dropped");
        }
        if (!member.fresh()) {
            remarks.add("no fresh print");
        }
        if (member.halted()) {
            remarks.add("halted");
        }
        return String.join(", ", remarks);
    }

    private static String met(boolean met) {
        return met ? "yes" : "NO";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
