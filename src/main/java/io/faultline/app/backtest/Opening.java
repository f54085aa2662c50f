package io.faultline.app.backtest;

import io.faultline.market.TradingDay;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.Leg;
import io.faultline.shock.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A session in which an incident opened or had a further leg, as last told.
 *
 * @param day date and sector
 * @param incidentId the incident
 * @param onset true for the session in which it opened, false for a further leg
 * @param verdict of that session by its own evidence
 * @param basis set for AI_LINKED only
 * @param confidence 0 to 1
 * @param capWeightedReturn of that session, fraction
 */
record Opening(
        SectorDay day,
        String incidentId,
        boolean onset,
        Verdict verdict,
        Basis basis,
        double confidence,
        double capWeightedReturn) {

    /** An alert lists so many legs at most. */
    private static final int KEPT_LEGS = 8;

    /** Those of all incidents that were not taken back, by date and sector. */
    static List<Opening> of(List<Alert> alerts) {
        List<Opening> openings = new ArrayList<>();
        for (Alert last : lastRevisions(alerts)) {
            last.legs().forEach(leg -> openings.add(of(last, leg)));
            openings.addAll(pushedOut(alerts, last));
        }
        openings.sort(Comparator.comparing(Opening::day));
        return openings;
    }

    /** Legs that later ones pushed out of the alert's list: older than those left, but for the onset. */
    private static List<Opening> pushedOut(List<Alert> alerts, Alert last) {
        if (last.legs().size() < 2) {
            return List.of();
        }
        TradingDay oldestLeft = last.legs().get(1).sessionDate();
        Map<TradingDay, Opening> out = new TreeMap<>();
        alerts.stream()
                .filter(alert -> alert.incidentId().equals(last.incidentId()))
                .sorted(Comparator.comparingInt(Alert::revision))
                .forEach(alert -> alert.legs().stream()
                        .skip(1)
                        .filter(leg -> leg.sessionDate().compareTo(oldestLeft) < 0)
                        .forEach(leg -> out.put(leg.sessionDate(), of(alert, leg))));
        return last.legs().size() < KEPT_LEGS ? List.of() : List.copyOf(out.values());
    }

    /** The last revision of each incident that was not taken back, by first appearance. */
    static List<Alert> lastRevisions(List<Alert> alerts) {
        Map<String, Alert> last = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            last.merge(
                    alert.incidentId(),
                    alert,
                    (before, after) -> after.revision() > before.revision() ? after : before);
        }
        return last.values().stream()
                .filter(alert -> alert.state() != AlertState.RETRACT)
                .toList();
    }

    private static Opening of(Alert alert, Leg leg) {
        return new Opening(
                new SectorDay(leg.sessionDate(), alert.sector()),
                alert.incidentId(),
                leg.sessionDate().equals(alert.tradeDate()),
                leg.verdict(),
                leg.basis(),
                leg.confidence(),
                leg.capWeightedReturn());
    }
}
