package io.faultline.app.console;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The incidents seen so far, one row each, at most {@value AlertPrinter#COLUMNS} columns wide. */
public final class IncidentTable {

    private static final String ROW = "%-20s %-8s %-11s %-10s %4s  %9s %9s %17s %4s";

    /** By incident id, in order of their first revision. */
    private final Map<String, List<Alert>> revisions = new LinkedHashMap<>();

    /** Takes a revision. */
    public void add(Alert alert) {
        revisions.computeIfAbsent(alert.incidentId(), id -> new ArrayList<>()).add(alert);
    }

    /** Incidents without a last word: their latest revision neither resolves nor retracts. */
    public long open() {
        return revisions.values().stream()
                .filter(incident -> !isLast(latest(incident)))
                .count();
    }

    /** Incidents seen. */
    public int size() {
        return revisions.size();
    }

    /** Whether any incident is about the sector. */
    public boolean has(String sector) {
        return revisions.values().stream()
                .anyMatch(incident -> latest(incident).sector().equals(sector));
    }

    /** Head, and two lines per incident. */
    public List<String> lines(Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.strong(
                ROW.formatted("incident", "severity", "verdict", "basis", "conf", "low", "close", "cap change", "revs")
                        .stripTrailing()));
        for (List<Alert> incident : revisions.values()) {
            Alert last = latest(incident);
            String row = row(incident, last);
            boolean retracted = last.state() == AlertState.RETRACT;
            lines.add(retracted ? palette.faint(row) : palette.severity(last.severity(), row));
            lines.add(palette.faint("  onset " + Figures.shortTime(last.onsetAt()) + ", " + ending(last)));
        }
        return lines;
    }

    private static String row(List<Alert> incident, Alert last) {
        Alert session = closing(incident);
        double low = incident.stream()
                .filter(alert -> alert.sessionDate().equals(last.tradeDate()))
                .mapToDouble(alert -> alert.drawdown().capWeightedReturn())
                .min()
                .orElse(session.drawdown().capWeightedReturn());
        return ROW.formatted(
                        TerminalText.fit(TerminalText.clean(last.sector()), 20),
                        last.severity(),
                        last.verdict(),
                        last.basis() == null ? "-" : last.basis(),
                        Figures.confidence(last.confidence()),
                        Figures.percent(low),
                        Figures.percent(session.drawdown().capWeightedReturn()),
                        Figures.billions(session.drawdown().capChangeUsd()),
                        incident.size())
                .stripTrailing();
    }

    private static String ending(Alert last) {
        return switch (last.state()) {
            case RESOLVE ->
                "resolved " + Figures.shortTime(last.detectedAt()) + ", "
                        + Figures.percent(last.cumulative().capWeightedReturn()) + " in all";
            case RETRACT -> "taken back " + Figures.shortTime(last.detectedAt());
            case OPEN, UPDATE, ESCALATE -> "still open";
        };
    }

    /** The revision with the figures of the onset session's close, or the latest of that session. */
    private static Alert closing(List<Alert> incident) {
        return incident.stream()
                .filter(alert -> alert.stage() == AlertStage.CLOSE)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> incident.stream()
                        .filter(alert -> alert.sessionDate().equals(alert.tradeDate()))
                        .reduce((earlier, later) -> later)
                        .orElse(latest(incident)));
    }

    private static Alert latest(List<Alert> incident) {
        return incident.get(incident.size() - 1);
    }

    private static boolean isLast(Alert alert) {
        return alert.state() == AlertState.RESOLVE || alert.state() == AlertState.RETRACT;
    }
}
