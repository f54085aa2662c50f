package io.faultline.app.console;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.ConfidenceParts;
import io.faultline.shock.Evidence;
import io.faultline.shock.Leg;
import io.faultline.shock.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An alert revision as a person wants to read it, at most {@value #COLUMNS} columns wide. */
public final class AlertPrinter {

    static final int COLUMNS = 100;
    private static final int WORST = 5;
    private static final int LABEL = 12;
    private static final int ID_SHOWN = 8;

    private final Palette palette;

    /** @param palette colours of severities, or none */
    public AlertPrinter(Palette palette) {
        this.palette = palette;
    }

    /** The revision's lines, the first one its headline. */
    public List<String> lines(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add(header(alert));
        add(lines, "when", Figures.time(alert.detectedAt()) + ", stage " + alert.stage());
        add(lines, "verdict", verdict(alert.verdict(), alert.basis(), alert.confidence()));
        add(lines, "", parts(alert.confidenceParts()));
        size(lines, alert);
        worst(lines, alert.members());
        headlines(lines, "evidence", alert.evidence());
        headlines(lines, "rivals", alert.rivals());
        since(lines, alert);
        String label = "in words";
        for (String line : TerminalText.wrap(TerminalText.clean(alert.explanation()), COLUMNS - LABEL)) {
            add(lines, label, line);
            label = "";
        }
        return lines;
    }

    private String header(Alert alert) {
        String id = alert.incidentId();
        String plain = "%-8s  %-24s  %-8s  revision %d of %s"
                .formatted(
                        alert.state(),
                        TerminalText.fit(TerminalText.clean(alert.sector()), 24),
                        alert.severity(),
                        alert.revision(),
                        TerminalText.clean(id.substring(0, Math.min(ID_SHOWN, id.length()))));
        return alert.state() == AlertState.RESOLVE || alert.state() == AlertState.RETRACT
                ? palette.calm(plain)
                : palette.severity(alert.severity(), plain);
    }

    private static String verdict(Verdict verdict, Basis basis, double confidence) {
        String on = basis == null ? "" : " (" + basis + ")";
        return verdict + on + ", confidence " + Figures.confidence(confidence);
    }

    private static String parts(ConfidenceParts parts) {
        return String.format(
                Locale.ROOT,
                "heat %.2f, exposure %.2f, recency %.2f, abnormality %.2f, rivals %.2f",
                parts.heat(),
                parts.exposure(),
                parts.recency(),
                parts.abnormality(),
                parts.rivals());
    }

    private static void size(List<String> lines, Alert alert) {
        DrawdownFigures figures = alert.drawdown();
        add(lines, "size", Figures.billions(figures.capChangeUsd()) + " in the session of " + alert.sessionDate());
        add(
                lines,
                "",
                "cap-weighted " + Figures.percent(figures.capWeightedReturn()) + ", equal-weighted "
                        + Figures.percent(figures.equalWeightedReturn()) + "; market "
                        + Figures.percent(figures.marketReturn())
                        + ", excess " + Figures.points(figures.excessReturn()));
        add(
                lines,
                "breadth",
                Figures.share(figures.breadth()) + " of " + alert.members().size() + " members ("
                        + Figures.share(figures.breadthByCap()) + " by cap), coverage "
                        + Figures.share(figures.coverage()));
    }

    private static void worst(List<String> lines, List<MemberDrawdown> members) {
        String label = "worst";
        for (MemberDrawdown member : members.subList(0, Math.min(WORST, members.size()))) {
            add(
                    lines,
                    label,
                    "%-8s %9s %16s   %s from %s%s"
                            .formatted(
                                    TerminalText.fit(TerminalText.clean(member.symbol()), 8),
                                    Figures.percent(member.sessionReturn()),
                                    Figures.billions(member.capChangeUsd()),
                                    Figures.price(member.last()),
                                    Figures.price(member.referenceClose()),
                                    member.halted() ? ", halted" : member.fresh() ? "" : ", no fresh print"));
            label = "";
        }
    }

    private static void headlines(List<String> lines, String label, List<Evidence> headlines) {
        String shown = label;
        for (Evidence evidence : headlines) {
            add(
                    lines,
                    shown,
                    "%-11s  %-9s  %s  %s"
                            .formatted(
                                    age(evidence.ageSessions()),
                                    evidence.kind(),
                                    Figures.publication(evidence.publishedAt()),
                                    TerminalText.clean(evidence.story())));
            add(lines, "", "  " + TerminalText.clean(evidence.title()));
            shown = "";
        }
    }

    private static String age(int sessions) {
        return sessions == 1 ? "1 session" : sessions + " sessions";
    }

    private static void since(List<String> lines, Alert alert) {
        if (alert.stage() == AlertStage.AFTERMATH || alert.state() == AlertState.RESOLVE) {
            add(
                    lines,
                    "in all",
                    Figures.percent(alert.cumulative().capWeightedReturn()) + " and "
                            + Figures.billions(alert.cumulative().capChangeUsd()) + " since the close before "
                            + alert.tradeDate());
        }
        if (alert.legs().size() > 1) {
            String label = "legs";
            for (Leg leg : alert.legs()) {
                add(
                        lines,
                        label,
                        leg.sessionDate() + "  " + Figures.percent(leg.capWeightedReturn()) + "  "
                                + Figures.billions(leg.capChangeUsd()) + "  "
                                + verdict(leg.verdict(), leg.basis(), leg.confidence()));
                label = "";
            }
        }
    }

    private static void add(List<String> lines, String label, String text) {
        lines.add("  " + TerminalText.pad(label, LABEL - 2) + TerminalText.fit(text, COLUMNS - LABEL));
    }
}
