package io.faultline.app.classify;

import io.faultline.news.FeatureVector;
import io.faultline.news.ReleaseModel;
import java.util.BitSet;
import java.util.List;

/**
 * Logistic regression with an L2 penalty, by steps over all titles with a step size per feature (AdaGrad). No random
 * numbers, and {@link StrictMath}: the same titles give the same weights on every machine.
 */
final class LogisticRegression {

    private static final double PENALTY = 0.5;
    private static final double STEP = 0.5;
    private static final int STEPS = 60;
    private static final double FLOOR = 1e-8;

    private LogisticRegression() {}

    /**
     * Weights that tell the releases from the rest.
     *
     * @param titles what the model may look at
     * @param release which of them are releases
     */
    static float[] weights(List<FeatureVector> titles, BitSet release) {
        int[] used = used(titles);
        double[] weight = new double[ReleaseModel.FEATURES];
        double[] slope = new double[weight.length];
        double[] squares = new double[weight.length];
        for (int step = 0; step < STEPS; step++) {
            for (int feature : used) {
                slope[feature] = PENALTY * weight[feature];
            }
            for (int i = 0; i < titles.size(); i++) {
                addSlope(titles.get(i), release.get(i), weight, slope);
            }
            for (int feature : used) {
                squares[feature] += slope[feature] * slope[feature];
                weight[feature] -= STEP * slope[feature] / Math.sqrt(squares[feature] + FLOOR);
            }
        }
        float[] weights = new float[weight.length];
        for (int feature : used) {
            weights[feature] = (float) weight[feature];
        }
        return weights;
    }

    private static void addSlope(FeatureVector title, boolean release, double[] weight, double[] slope) {
        double sum = 0;
        for (int k = 0; k < title.size(); k++) {
            sum += weight[title.index(k)] * title.value(k);
        }
        double error = 1.0 / (1.0 + StrictMath.exp(-sum)) - (release ? 1 : 0);
        for (int k = 0; k < title.size(); k++) {
            slope[title.index(k)] += error * title.value(k);
        }
    }

    private static int[] used(List<FeatureVector> titles) {
        BitSet used = new BitSet(ReleaseModel.FEATURES);
        titles.forEach(title -> {
            for (int i = 0; i < title.size(); i++) {
                used.set(title.index(i));
            }
        });
        return used.stream().toArray();
    }
}
