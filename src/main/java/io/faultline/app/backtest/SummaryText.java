package io.faultline.app.backtest;

import io.faultline.app.backtest.Scorecard.Hit;
import io.faultline.app.console.Figures;
import io.faultline.app.console.TerminalText;
import io.faultline.io.dataset.Label;
import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A back-test's result as people read it. */
final class SummaryText {

    private static final String SECTOR_ROW = "  %-22s %9s %5s %10s %12s %12s";

    private SummaryText() {}

    static List<String> lines(Result result) {
        List<String> lines = new ArrayList<>(head(result));
        lines.add("");
        lines.addAll(bySector(result));
        if (result.card() != null) {
            lines.add("");
            lines.addAll(sectorDays(result));
            lines.add("");
            lines.addAll(verdicts(VerdictScore.of(result.card()), result));
        }
        return lines;
    }

    private static List<String> head(Result result) {
        List<String> lines = new ArrayList<>();
        Tally tally = result.tally();
        lines.add(text(
                "Back-test of %s by %s",
                result.input().data().name(), result.input().rulesFrom()));
        lines.add(text(
                "  %s to %s, %,d sessions, %,d ticks, %,d headlines, %d listings, %d rules",
                tally.sessions().first(),
                tally.sessions().last(),
                tally.sessions().size(),
                tally.ticks(),
                tally.headlines(),
                result.input().data().listings().size(),
                result.input().rules().size()));
        result.notes().forEach(note -> lines.add("  note: " + note));
        return lines;
    }

    private static List<String> bySector(Result result) {
        List<String> lines = new ArrayList<>();
        List<Alert> incidents = Opening.lastRevisions(result.alerts());
        lines.add(text(
                SECTOR_ROW,
                incidents.size() + " incidents in",
                "incidents",
                "legs",
                "AI_LINKED",
                "OTHER_CAUSE",
                "UNEXPLAINED"));
        Map<String, List<Alert>> bySector = new TreeMap<>();
        incidents.forEach(incident -> bySector.computeIfAbsent(incident.sector(), sector -> new ArrayList<>())
                .add(incident));
        bySector.forEach((sector, own) -> lines.add(text(
                SECTOR_ROW,
                sector,
                own.size(),
                own.stream().mapToInt(incident -> incident.legs().size() - 1).sum(),
                count(own, Verdict.AI_LINKED),
                count(own, Verdict.OTHER_CAUSE),
                count(own, Verdict.UNEXPLAINED))));
        return lines;
    }

    private static long count(List<Alert> incidents, Verdict verdict) {
        return incidents.stream()
                .filter(incident -> incident.verdict() == verdict)
                .count();
    }

    private static List<String> sectorDays(Result result) {
        Scorecard card = result.card();
        List<String> lines = new ArrayList<>();
        int labelled = card.hits().size() + card.missed().size();
        lines.add(text(
                "Sector days: %d labelled, %d told", labelled, result.openings().size()));
        lines.add(text(
                "  recall     %s  %d of %d", rate(card.recall()), card.hits().size(), labelled));
        lines.add(text(
                "  precision  %s  %d of %d",
                rate(card.precision()),
                card.hits().size(),
                card.hits().size() + card.extra().size()));
        lines.addAll(named("missed", card.missed(), label -> missed(label, result)));
        lines.addAll(named("extra", card.extra(), opening -> extra(opening, result)));
        lines.addAll(named(
                "not judged, not in the data",
                card.notJudged(),
                label -> TerminalText.clean(Scorecard.day(label).toString())));
        return lines;
    }

    private static String missed(Label label, Result result) {
        return day(Scorecard.day(label)) + "  " + figures(Scorecard.day(label), result);
    }

    private static String extra(Opening opening, Result result) {
        return day(opening.day()) + "  " + (opening.onset() ? "opening" : "leg    ") + "  "
                + figures(opening.day(), result);
    }

    private static String figures(SectorDay day, Result result) {
        SectorSample close = result.closes().get(day);
        return close == null
                ? "no figures at the close"
                : text(
                        "cap %s, equal %s, breadth %s, market %s: %s",
                        Figures.percent(close.drawdown().capWeightedReturn()),
                        Figures.percent(close.drawdown().equalWeightedReturn()),
                        Figures.share(close.drawdown().breadth()),
                        Figures.percent(close.drawdown().marketReturn()),
                        close.reason());
    }

    private static List<String> verdicts(VerdictScore score, Result result) {
        List<String> lines = new ArrayList<>();
        int linked = score.rightlyLinked().size();
        lines.add(text(
                "Verdicts of the labelled sector days that were found (%d not judged)",
                score.notJudged().size()));
        lines.add("                        told AI_LINKED   told otherwise");
        lines.add(text(
                "  labelled AI_LINKED    %14d   %14d",
                linked, score.linkMissed().size()));
        lines.add(text(
                "  labelled otherwise    %14d   %14d",
                score.falselyLinked().size(), score.rightlyOther().size()));
        lines.add(text(
                "  AI_LINKED precision %s, recall %s; %.1f false ones a year",
                rate(score.precision()), rate(score.recall()), falsePerYear(score, result)));
        lines.addAll(named("rightly AI_LINKED", score.rightlyLinked(), SummaryText::verdict));
        lines.addAll(named("AI_LINKED, told otherwise", score.linkMissed(), SummaryText::verdict));
        lines.addAll(named("AI_LINKED, not found", score.notFound(), label -> day(Scorecard.day(label))));
        lines.addAll(named("falsely AI_LINKED", score.falselyLinked(), SummaryText::verdict));
        lines.addAll(named("AI_LINKED, not labelled", score.extraLinked(), opening -> day(opening.day())));
        return lines;
    }

    private static String verdict(Hit hit) {
        Opening told = hit.opening();
        String basis = told.basis() == null ? "" : " (" + told.basis() + ")";
        String note = hit.label().note().isEmpty()
                ? ""
                : "  [" + TerminalText.clean(hit.label().note()) + "]";
        return day(told.day()) + "  " + told.verdict() + basis + " " + Figures.confidence(told.confidence()) + note;
    }

    static double falsePerYear(VerdictScore score, Result result) {
        return score.falseLinks() * 252.0 / result.tally().sessions().size();
    }

    private static <T> List<String> named(String title, List<T> all, java.util.function.Function<T, String> line) {
        List<String> lines = new ArrayList<>();
        if (!all.isEmpty()) {
            lines.add("  " + title + ":");
            all.forEach(each -> lines.add(("    " + line.apply(each)).stripTrailing()));
        }
        return lines;
    }

    private static String day(SectorDay day) {
        return text("%s %-20s", day.date(), TerminalText.clean(day.sector()));
    }

    private static String rate(Double share) {
        return share == null ? "   none" : text("%5.1f %%", share * 100);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
