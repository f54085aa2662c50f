package io.faultline.app.backtest;

import io.faultline.io.dataset.Label;
import io.faultline.market.Listing;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import java.util.ArrayList;
import java.util.HashSet;
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
 * @param openings sessions that met the opening condition
 * @param card openings against labels; null if the set has none
 */
record Result(
        BacktestInput input,
        Tally tally,
        List<Alert> alerts,
        SortedMap<SectorDay, SectorSample> closes,
        SortedMap<String, Integer> refused,
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
        return new Result(input, tally, alerts, recording.closes(), recording.refused(), openings, card);
    }

    /** What a reader should know before the figures: one line each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Set<String> listed = input.data().listings().stream()
                .map(Listing::listingKey)
                .collect(Collectors.toCollection(HashSet::new));
        for (SectorRule rule : input.rules()) {
            if (!listed.contains(rule.benchmark())) {
                notes.add(rule.ruleId() + ": no listing of its benchmark " + rule.benchmark() + ", so nothing opens");
            }
            List<String> missing = rule.members().stream()
                    .filter(member -> !listed.contains(member))
                    .toList();
            if (!missing.isEmpty()) {
                notes.add(rule.ruleId() + ": no listing of " + missing.size() + " of "
                        + rule.members().size() + " members: " + String.join(", ", missing));
            }
        }
        if (!tally.unlisted().isEmpty()) {
            notes.add("prices left out, without a listing or without a session: "
                    + tally.unlisted().entrySet().stream()
                            .map(each -> each.getKey() + " (" + each.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        refused.forEach(
                (reason, count) -> notes.add("dead letters of the job, sampled: " + reason + " (" + count + ")"));
        return notes;
    }
}
