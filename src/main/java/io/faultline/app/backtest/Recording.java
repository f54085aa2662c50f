package io.faultline.app.backtest;

import io.faultline.market.TradingCalendars;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Signal;
import io.faultline.stream.DeadLetter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the job of a back-test tells, as it tells it. Safe for use by its threads. */
final class Recording {

    private final List<Alert> alerts = new ArrayList<>();
    private final SortedMap<SectorDay, SectorSample> closes = new TreeMap<>();
    private final SortedMap<String, Integer> refused = new TreeMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private final TradingCalendars calendars;
    private final String watched;

    /** @param watched the sector whose signals are kept, to explain one of its days; null for none */
    Recording(List<SectorRule> rules, TradingCalendars calendars, String watched) {
        this.watched = watched;
        rules.forEach(rule -> homes.put(rule.sector(), rule.homeMic()));
        this.calendars = calendars;
    }

    /** Stamped with the simulated time of their cause: nothing in the result depends on when it was run. */
    synchronized void take(Alert alert) {
        alerts.add(alert.emitted(alert.detectedAt()));
    }

    /** Keeps what is told at a close. */
    synchronized void take(SectorSample sample) {
        long close = calendars
                .of(homes.get(sample.sector()))
                .session(sample.sessionDate())
                .orElseThrow()
                .close();
        if (sample.at().toEpochMilli() == close) {
            closes.put(new SectorDay(sample.sessionDate(), sample.sector()), sample);
        }
    }

    synchronized void take(DeadLetter letter) {
        refused.merge(letter.stage() + " " + letter.errorClass(), 1, Integer::sum);
    }

    synchronized void take(Signal signal) {
        if (signal.sector().equals(watched)) {
            signals.add(signal);
        }
    }

    /** Signals of the watched sector, by time. */
    synchronized List<Signal> signals() {
        List<Signal> ordered = new ArrayList<>(signals);
        ordered.sort(Comparator.comparing(Signal::at).thenComparing(Signal.BY_RANK));
        return ordered;
    }

    /** All revisions, by time, sector and revision. */
    synchronized List<Alert> alerts() {
        List<Alert> ordered = new ArrayList<>(alerts);
        ordered.sort(Comparator.comparing(Alert::detectedAt)
                .thenComparing(Alert::sector)
                .thenComparing(Alert::incidentId)
                .thenComparing(Alert::revision));
        return ordered;
    }

    /** The sectors' figures at each close, by date and sector. */
    synchronized SortedMap<SectorDay, SectorSample> closes() {
        return new TreeMap<>(closes);
    }

    /** Dead letters by stage and class of error; at most so many of a reason as the job writes. */
    synchronized SortedMap<String, Integer> refused() {
        return new TreeMap<>(refused);
    }
}
