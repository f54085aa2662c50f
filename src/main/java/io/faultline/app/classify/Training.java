package io.faultline.app.classify;

import io.faultline.news.HeadlineClassifier;
import io.faultline.news.LexiconTable;
import io.faultline.news.ReleaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains a model of releases on labelled titles, and says how good it is on titles it was not trained on. */
public final class Training {

    private static final int ROUNDS = 3;

    /** Below so many titles of a class in a language a figure would tell of chance. */
    private static final int LEAST_JUDGED = 10;

    private final List<LabelledTitle> titles;
    private final HeadlineClassifier rules;
    private final CrossValidation validation;
    private final List<String> about = new ArrayList<>();

    /**
     * A training.
     *
     * @param titles to learn from
     * @param further tables that add to the shipped lexicon
     */
    public Training(List<LabelledTitle> titles, List<LexiconTable> further) {
        this.titles = titles;
        rules = HeadlineClassifier.rulesOnly(further);
        validation = new CrossValidation(titles, rules);
    }

    /** Lines for people: numbers of titles, and precision, recall and F1 for each class and language. */
    public List<String> judge() {
        about.clear();
        Map<String, Integer> counts = counts();
        counts.forEach((name, count) -> about.add("trained on " + count + " titles " + name));
        about.add("seed " + CrossValidation.SEED + ", " + CrossValidation.FOLDS + " folds, mean of " + ROUNDS
                + " divisions, near duplicates in one fold, thresholds by folds within");
        Map<String, Tally> tallies = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            ReleaseModel[] models = validation.unseen(round);
            for (int i = 0; i < models.length; i++) {
                count(tallies, titles.get(i), rules.with(models[i]));
            }
        }
        tallies.forEach((name, tally) -> {
            int count = tally.labelled() / ROUNDS;
            about.add("cross-validated " + name + ": "
                    + (count < LEAST_JUDGED ? count + " labelled, too few to judge" : tally));
        });
        return List.copyOf(about);
    }

    /** The model of all titles, as a file. */
    public String model() {
        return validation.trained().write(about);
    }

    private static void count(Map<String, Tally> tallies, LabelledTitle each, HeadlineClassifier classifier) {
        LabelledTitle.Label told = told(classifier, each.title());
        for (LabelledTitle.Label label : LabelledTitle.Label.values()) {
            tallies.computeIfAbsent(each.lang() + " " + word(label), name -> new Tally())
                    .add(told == label, each.label() == label);
        }
        classifier
                .withInventedNames(each.title())
                .ifPresent(invented -> tallies.computeIfAbsent(
                                each.lang() + " release, names invented", name -> new Tally())
                        .add(told(classifier, invented) == LabelledTitle.Label.RELEASE, each.release()));
    }

    private static LabelledTitle.Label told(HeadlineClassifier classifier, String title) {
        return switch (classifier.classify(title).kind()) {
            case RELEASE -> LabelledTitle.Label.RELEASE;
            case AMPLIFIER, RECAP -> LabelledTitle.Label.RELATED;
            case PRODUCT, RIVAL, OTHER -> LabelledTitle.Label.OTHER;
        };
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        titles.forEach(each -> counts.merge(each.lang() + " " + word(each.label()), 1, Integer::sum));
        return counts;
    }

    private static String word(LabelledTitle.Label label) {
        return label.name().toLowerCase(java.util.Locale.ROOT);
    }
}
