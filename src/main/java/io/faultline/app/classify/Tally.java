package io.faultline.app.classify;

import java.util.Locale;

/** Right and wrong answers about one class. */
final class Tally {

    private int found;
    private int wrong;
    private int missed;

    void add(boolean told, boolean is) {
        found += told && is ? 1 : 0;
        wrong += told && !is ? 1 : 0;
        missed += !told && is ? 1 : 0;
    }

    /** How many there are of the class. */
    int labelled() {
        return found + missed;
    }

    /** Share of those told that are right; 0 if none is told. */
    double precision() {
        return found == 0 ? 0 : found / (double) (found + wrong);
    }

    /** Share of those that are told; 0 if there is none. */
    double recall() {
        return found == 0 ? 0 : found / (double) (found + missed);
    }

    /** Harmonic mean of the two. */
    double f1() {
        return found == 0 ? 0 : 2.0 * found / (2.0 * found + wrong + missed);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "P %.3f R %.3f F1 %.3f", precision(), recall(), f1());
    }
}
