package io.faultline.app.classify;

import io.faultline.news.FeatureVector;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.HeadlineKind;
import io.faultline.news.ReleaseModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Trains, and judges by titles that were not trained on. Near duplicates are in the same fold. The thresholds of each
 * fold come from a further cross-validation within the titles it was trained on.
 */
final class CrossValidation {

    static final int SEED = 20250127;
    static final int FOLDS = 10;
    private static final int INNER_FOLDS = 5;
    /** A single one chooses thresholds by chance. */
    private static final int INNER_DIVISIONS = 3;

    private static final double LOWEST = 0.3;
    private static final double HIGHEST = 0.6;
    private static final double GRAIN = 0.05;
    /** As good as the best: less is chance. */
    private static final double AS_GOOD = 0.02;

    private final List<LabelledTitle> titles;
    private final HeadlineClassifier rules;
    private final List<List<FeatureVector>> readings;
    private final int[] group;

    /**
     * A validation.
     *
     * @param titles to train on, and to judge by
     * @param rules what finds the names and the rest that a model looks at
     */
    CrossValidation(List<LabelledTitle> titles, HeadlineClassifier rules) {
        this.titles = titles;
        this.rules = rules;
        this.readings = titles.stream().map(each -> readings(each.title())).toList();
        this.group = TitleGroups.of(titles);
    }

    /**
     * The title as it stands and, but with Chinese in it, as if nobody knew the names in it: to learn how launches by makers look
     * that no table has. In Chinese every maker "puts out Foo 17", be it a phone.
     */
    private List<FeatureVector> readings(String title) {
        FeatureVector known = rules.features(title);
        boolean chinese = title.codePoints().anyMatch(Character::isIdeographic);
        Optional<String> invented = chinese ? Optional.empty() : rules.withInventedNames(title);
        return Stream.concat(Stream.of(known), invented.stream().map(rules::features))
                .toList();
    }

    /** For each title a model that has not seen it; {@code round} chooses another division. */
    ReleaseModel[] unseen(int round) {
        ReleaseModel[] models = new ReleaseModel[titles.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            ReleaseModel model = trained(members(all(), fold, FOLDS, round, false), round);
            for (int i : members(all(), fold, FOLDS, round, true)) {
                models[i] = model;
            }
        }
        return models;
    }

    /** The model of all titles. */
    ReleaseModel trained() {
        return trained(all(), 0);
    }

    private ReleaseModel trained(List<Integer> of, int round) {
        Map<Double, Tally> english = new TreeMap<>();
        Map<Double, Tally> chinese = new TreeMap<>();
        for (int part = 0; part < INNER_DIVISIONS * INNER_FOLDS; part++) {
            int fold = part % INNER_FOLDS;
            int division = ~(round + part / INNER_FOLDS);
            float[] weights = weights(members(of, fold, INNER_FOLDS, division, false));
            List<Integer> unseen = members(of, fold, INNER_FOLDS, division, true);
            for (double at = LOWEST; at < HIGHEST + GRAIN / 2; at += GRAIN) {
                HeadlineClassifier classifier = rules.with(new ReleaseModel(weights, at, at));
                for (int i : unseen) {
                    (readings.get(i).get(0).chinese() ? chinese : english)
                            .computeIfAbsent(at, name -> new Tally())
                            .add(isRelease(classifier, i), titles.get(i).release());
                }
            }
        }
        return new ReleaseModel(weights(of), threshold(english), threshold(chinese));
    }

    private boolean isRelease(HeadlineClassifier classifier, int title) {
        return classifier.classify(titles.get(title).title()).kind() == HeadlineKind.RELEASE;
    }

    private float[] weights(List<Integer> of) {
        List<FeatureVector> read = new ArrayList<>();
        BitSet release = new BitSet();
        for (int i : of) {
            release.set(
                    read.size(),
                    read.size() + readings.get(i).size(),
                    titles.get(i).release());
            read.addAll(readings.get(i));
        }
        return LogisticRegression.weights(read, release);
    }

    /** The middle of those that are as good as the best: less chance in it than in the best itself. */
    private static double threshold(Map<Double, Tally> tallies) {
        double best = tallies.values().stream().mapToDouble(Tally::f1).max().orElse(0);
        List<Double> good = tallies.entrySet().stream()
                .filter(each -> each.getValue().f1() >= best - AS_GOOD)
                .map(Map.Entry::getKey)
                .toList();
        return good.isEmpty() ? LOWEST : Math.round(good.get(good.size() / 2) * 100) / 100.0;
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            all.add(i);
        }
        return all;
    }

    private List<Integer> members(List<Integer> of, int fold, int folds, int round, boolean inside) {
        return of.stream()
                .filter(i -> (fold(group[i], folds, round) == fold) == inside)
                .toList();
    }

    private static int fold(int group, int folds, int round) {
        long mixed = group * 0x9E3779B97F4A7C15L + (SEED + round) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(mixed ^ (mixed >>> 29), (long) folds);
    }
}
