package io.faultline.app.classify;

import io.faultline.news.FeatureVector;
import io.faultline.news.ReleaseModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains, and judges by titles that were not trained on. Near duplicates are in the same fold. The thresholds of each
 * fold come from a further cross-validation within the titles it was trained on.
 */
final class CrossValidation {

    static final int SEED = 20250127;
    static final int FOLDS = 10;
    private static final int INNER_FOLDS = 5;
    private static final double LOWEST = 0.3;
    private static final double HIGHEST = 0.6;
    private static final double GRAIN = 0.05;

    private final List<FeatureVector> features;
    private final boolean[] release;
    private final int[] group;

    CrossValidation(List<FeatureVector> features, List<LabelledTitle> titles) {
        this.features = features;
        this.group = TitleGroups.of(titles);
        this.release = new boolean[titles.size()];
        for (int i = 0; i < release.length; i++) {
            release[i] = titles.get(i).release();
        }
    }

    /** For each title a model that has not seen it; {@code round} chooses another division. */
    ReleaseModel[] unseen(int round) {
        ReleaseModel[] models = new ReleaseModel[release.length];
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

    private ReleaseModel trained(List<Integer> titles, int round) {
        double[] odds = new double[release.length];
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            ReleaseModel model = fit(members(titles, fold, INNER_FOLDS, ~round, false));
            for (int i : members(titles, fold, INNER_FOLDS, ~round, true)) {
                odds[i] = model.probability(features.get(i));
            }
        }
        double english = threshold(titles, odds, false);
        double chinese = threshold(titles, odds, true);
        return new ReleaseModel(weights(titles), english, chinese);
    }

    private ReleaseModel fit(List<Integer> titles) {
        return new ReleaseModel(weights(titles), LOWEST, LOWEST);
    }

    private float[] weights(List<Integer> titles) {
        boolean[] is = new boolean[titles.size()];
        for (int i = 0; i < is.length; i++) {
            is[i] = release[titles.get(i)];
        }
        return LogisticRegression.weights(titles.stream().map(features::get).toList(), is);
    }

    /** The middle of those thresholds whose F1 is next to the best: less chance in it than in the best itself. */
    private double threshold(List<Integer> titles, double[] odds, boolean chinese) {
        List<Double> candidates = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (double at = LOWEST; at <= HIGHEST + GRAIN / 2; at += GRAIN) {
            Tally tally = new Tally();
            for (int i : titles) {
                if (features.get(i).chinese() == chinese) {
                    tally.add(odds[i] >= at, release[i]);
                }
            }
            candidates.add(at);
            scores.add(tally.f1());
        }
        double best = scores.stream().mapToDouble(each -> each).max().orElse(0);
        List<Double> good = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i) >= best - 0.01) {
                good.add(candidates.get(i));
            }
        }
        return Math.round(good.get(good.size() / 2) * 100) / 100.0;
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < release.length; i++) {
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
