package io.faultline.app.backtest;

import io.faultline.io.dataset.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Openings and legs against labels: which sector days were found. An incident that is merely open on a labelled day
 * has not found it.
 *
 * @param hits found and labelled
 * @param missed labelled, not found
 * @param extra found, not labelled
 * @param notJudged labels that nothing in the data could find: of another period, or of a sector without a rule
 */
record Scorecard(List<Hit> hits, List<Label> missed, List<Opening> extra, List<Label> notJudged) {

    /**
     * A label and what was found for it.
     *
     * @param label what is known
     * @param opening what was told
     */
    record Hit(Label label, Opening opening) {}

    /**
     * Compares.
     *
     * @param judgeable whether the data hold the sector and the session of a label
     */
    static Scorecard of(List<Label> labels, List<Opening> openings, Predicate<SectorDay> judgeable) {
        Map<SectorDay, Opening> byDay = new HashMap<>();
        openings.forEach(opening -> byDay.put(opening.day(), opening));
        Scorecard card = new Scorecard(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<SectorDay> labelled = new HashSet<>();
        List<Label> ordered = new ArrayList<>(labels);
        ordered.sort(Comparator.comparing(Scorecard::day));
        for (Label label : ordered) {
            labelled.add(day(label));
            Opening opening = byDay.get(day(label));
            if (opening != null) {
                card.hits.add(new Hit(label, opening));
            } else {
                (judgeable.test(day(label)) ? card.missed : card.notJudged).add(label);
            }
        }
        openings.stream().filter(opening -> !labelled.contains(opening.day())).forEach(card.extra::add);
        return card;
    }

    static SectorDay day(Label label) {
        return new SectorDay(label.date(), label.sector());
    }

    /** Share of labelled sector days that were found, 0 to 1; null without labels. */
    Double recall() {
        return share(hits.size(), hits.size() + missed.size());
    }

    /** Share of openings and legs that are labelled, 0 to 1; null without any. */
    Double precision() {
        return share(hits.size(), hits.size() + extra.size());
    }

    static Double share(int part, int whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
