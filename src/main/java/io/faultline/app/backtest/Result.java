package io.faultline.app.backtest;

import io.faultline.app.console.TerminalText;
import io.faultline.io.dataset.Label;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a back-test has found.
 *
 * @param input what it was made over
 * @param tally how much was read
 * @param alerts all revisions, by time
 * @param closes sector figures at each close
 * @param refused dead letters by stage and class
 * @param gaps what the rules ask for and the data do not hold
 * @param openings sessions that met the opening condition
 * @param card openings against labels; null if the set has none
 */
record Result(
        BacktestInput input,
        Tally tally,
        List<Alert> alerts,
        SortedMap<SectorDay, SectorSample> closes,
        SortedMap<String, Integer> refused,
        Gaps gaps,
        List<Opening> openings,
        Scorecard card) {

    static Result of(BacktestInput input, Tally tally, Recording recording) {
        List<Alert> alerts = recording.alerts();
        List<Opening> openings = Opening.of(alerts);
        Set<String> sectors = input.rules().stream().map(SectorRule::sector).collect(Collectors.toSet());
        List<Label> labels = input.data().labels();
        Scorecard card = labels.isEmpty()
                ? null
                : Scorecard.of(
                        labels,
                        openings,
                        day -> sectors.contains(day.sector())
                                && tally.sessions().contains(day.date()));
        Gaps gaps = Gaps.of(
                input.rules(),
                input.data().listings(),
                tally.priced(),
                tally.sessions().last());
        return new Result(input, tally, alerts, recording.closes(), recording.refused(), gaps, openings, card);
    }

    /** What a reader should know before the figures: one line each. */
    List<String> notes() {
        List<String> notes = gaps.notes(input.rules());
        if (!tally.unlisted().isEmpty()) {
            notes.add("prices left out, without a listing or without a session: "
                    + Gaps.named(tally.unlisted().entrySet().stream()
                            .map(each -> TerminalText.clean(each.getKey()) + " (" + each.getValue() + ")")
                            .toList()));
        }
        refused.forEach(
                (reason, count) -> notes.add("dead letters of the job, sampled: " + reason + " (" + count + ")"));
        return notes;
    }
}
