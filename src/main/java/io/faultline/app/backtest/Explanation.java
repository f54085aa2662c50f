package io.faultline.app.backtest;

import io.faultline.app.console.AlertPrinter;
import io.faultline.app.console.Figures;
import io.faultline.app.console.Palette;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingSession;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a sector did or did not open an incident on one day: the figures, the incident, and the news of the days before. */
final class Explanation {

    private final SectorDay day;
    private final SectorRule rule;
    private final TradingCalendar calendar;
    private final List<Alert> alerts;
    private final List<Signal> signals;

    /**
     * @param calendar of the sector's home market
     * @param alerts all revisions of the sector, by time
     * @param signals all signals of the sector, by time
     */
    Explanation(SectorDay day, SectorRule rule, TradingCalendar calendar, List<Alert> alerts, List<Signal> signals) {
        this.day = day;
        this.rule = rule;
        this.calendar = calendar;
        this.alerts = alerts;
        this.signals = signals;
    }

    /** Lines for a person; empty if the sector had no figures that day. */
    List<String> lines(Palette palette) {
        Signal close = toldOfDay(SignalKind.SESSION_CLOSE);
        if (close == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(palette.strong(day + ": " + outcome()));
        Signal opening = toldOfDay(SignalKind.LEVEL);
        if (opening != null
                && !opening.drawdown().figures().equals(close.drawdown().figures())) {
            lines.add("");
            lines.add("When the opening condition was met, " + time(opening.at()));
            lines.addAll(DrawdownText.condition(opening, rule));
        }
        lines.add("");
        lines.add(atTheClose(close));
        lines.addAll(DrawdownText.condition(close, rule));
        lines.addAll(DrawdownText.market(close.drawdown().figures(), rule));
        lines.addAll(DrawdownText.members(close.drawdown(), rule));
        lines.addAll(incident(palette));
        TradingSession session = calendar.session(day.date()).orElseThrow();
        lines.addAll(new NewsText(calendar, session, rule.thresholds().maxReleaseAgeSessions()).lines(signals));
        return lines;
    }

    /** Closing figures are told again for each corrected close, until the next session closes. */
    private String atTheClose(Signal close) {
        long closedAt = close.drawdown().at();
        String told = "At the close, " + time(closedAt);
        return close.at() == closedAt ? told : told + ", as last corrected " + time(close.at());
    }

    /** The first opening, or the closing figures told last. */
    private Signal toldOfDay(SignalKind kind) {
        return signals.stream()
                .filter(signal -> signal.kind() == kind
                        && (kind == SignalKind.SESSION_CLOSE || signal.opening())
                        && signal.sessionDate().equals(day.date())
                        && signal.drawdown() != null)
                .reduce((told, later) -> kind == SignalKind.SESSION_CLOSE ? later : told)
                .orElse(null);
    }

    private String outcome() {
        Opening opening = Opening.of(alerts).stream()
                .filter(each -> each.day().equals(day))
                .findFirst()
                .orElse(null);
        if (opening != null) {
            return opening.onset() ? "opened an incident" : "a further leg of an open incident";
        }
        boolean takenBack = ofTheDay().stream().anyMatch(alert -> alert.state() == AlertState.RETRACT);
        if (takenBack) {
            return "opened an incident that was taken back";
        }
        return ofTheDay().isEmpty()
                ? "did not open an incident"
                : "did not meet the opening condition; an earlier incident was open";
    }

    private List<Alert> ofTheDay() {
        return alerts.stream()
                .filter(alert -> alert.sessionDate().equals(day.date()))
                .toList();
    }

    private List<String> incident(Palette palette) {
        List<Alert> told = ofTheDay();
        if (told.isEmpty()) {
            return List.of("", "No incident of the sector was revised that day.");
        }
        List<String> lines = new ArrayList<>(List.of("", "The incident, as of its last revision that day:"));
        Alert latest = told.get(told.size() - 1);
        lines.addAll(new AlertPrinter(palette).lines(latest));
        Alert last = alerts.stream()
                .filter(alert -> alert.incidentId().equals(latest.incidentId()))
                .reduce(latest, (before, after) -> after);
        if (last.revision() > latest.revision()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  last told  revision %d, %s at %s: %s%s, confidence %s",
                    last.revision(),
                    last.state(),
                    last.detectedAt(),
                    last.verdict(),
                    last.basis() == null ? "" : " (" + last.basis() + ")",
                    Figures.confidence(last.confidence())));
        }
        return lines;
    }

    private static String time(long epochMilli) {
        return Figures.time(Instant.ofEpochMilli(epochMilli));
    }
}
