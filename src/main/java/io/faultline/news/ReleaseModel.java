package io.faultline.news;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained linear model that tells releases of AI models from other titles. Its file is text: a line with the format, lines
 * with {@code #} on what it was trained on, the thresholds, the number of weights, and one line for each: the feature's hash
 * and its weight in thousandths. It holds no words.
 */
public final class ReleaseModel {

    /** First line of a file. */
    public static final String FORMAT = "faultline-release-model 1 " + TitleFeatures.BITS;

    /** Number of features a model may have. */
    public static final int FEATURES = 1 << TitleFeatures.BITS;

    private static final double UNIT = 1000.0;

    private final float[] weights;
    private final double english;
    private final double chinese;

    /**
     * A model.
     *
     * @param weights one per feature
     * @param english probability from which a title is a release
     * @param chinese the same for titles in Chinese
     * @throws IllegalArgumentException if a weight is no number
     */
    public ReleaseModel(float[] weights, double english, double chinese) {
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("a weight is " + weight);
            }
        }
        this.weights = weights.clone();
        this.english = english;
        this.chinese = chinese;
    }

    /** The model that comes with the program. */
    static ReleaseModel shipped() {
        try (InputStream in = ReleaseModel.class.getResourceAsStream("/lexicon/release.model")) {
            if (in == null) {
                throw new IllegalStateException("lexicon/release.model is not on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "lexicon/release.model");
        } catch (IOException e) {
            throw new UncheckedIOException("lexicon/release.model", e);
        }
    }

    /**
     * Reads a model's file.
     *
     * @param origin where it stands, for messages
     * @throws LexiconException with file and line, if it is none
     */
    public static ReleaseModel parse(String text, String origin) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
            throw new LexiconException(origin + ":1: is no model of this version, expected \"" + FORMAT + "\"");
        }
        float[] weights = new float[FEATURES];
        double[] thresholds = {Double.NaN, Double.NaN};
        int[] counts = {-1, 0};
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                read(line.split(" ", -1), weights, thresholds, counts);
            } catch (RuntimeException e) {
                throw new LexiconException(origin + ":" + (i + 1) + ": not a line of a model");
            }
        }
        if (Double.isNaN(thresholds[0]) || Double.isNaN(thresholds[1])) {
            throw new LexiconException(origin + ": has not both thresholds");
        }
        if (counts[0] != counts[1]) {
            throw new LexiconException(origin + ": is not whole: " + counts[1] + " weights, expected "
                    + (counts[0] < 0 ? "a line with their number" : counts[0]));
        }
        return new ReleaseModel(weights, thresholds[0], thresholds[1]);
    }

    /** Counts are the number of weights announced, and of those read. */
    private static void read(String[] words, float[] weights, double[] thresholds, int[] counts) {
        if (words[0].equals("weights")) {
            counts[0] = Integer.parseInt(words[1]);
        } else if (words[0].equals("threshold")) {
            double value = Double.parseDouble(words[2]);
            if (words.length != 3 || !(value > 0 && value < 1)) {
                throw new IllegalArgumentException("no threshold");
            }
            thresholds[List.of("en", "zh").indexOf(words[1])] = value;
        } else {
            if (words.length != 2) {
                throw new IllegalArgumentException("no weight");
            }
            weights[Integer.parseInt(words[0])] = (float) (Integer.parseInt(words[1]) / UNIT);
            counts[1]++;
        }
    }

    /**
     * A model's file.
     *
     * @param about lines on what it was trained on
     */
    public String write(List<String> about) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        about.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("threshold en ").append(english).append('\n');
        text.append("threshold zh ").append(chinese).append('\n');
        int[] kept = IntStream.range(0, weights.length)
                .filter(i -> thousandths(i) != 0)
                .toArray();
        text.append("weights ").append(kept.length).append('\n');
        for (int i : kept) {
            text.append(i).append(' ').append(thousandths(i)).append('\n');
        }
        return text.toString();
    }

    private long thousandths(int feature) {
        return Math.round(weights[feature] * UNIT);
    }

    /** Probability that a title is a release, 0 to 1. */
    public double probability(FeatureVector title) {
        double sum = 0;
        for (int i = 0; i < title.size(); i++) {
            sum += weights[title.index(i)] * title.value(i);
        }
        return 1.0 / (1.0 + StrictMath.exp(-sum));
    }

    /** Probability from which a title is a release. */
    double threshold(boolean inChinese) {
        return inChinese ? chinese : english;
    }
}
