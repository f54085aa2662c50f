package io.faultline.shock;

/**
 * Sessions one after the other: returns are compounded, cap changes summed.
 *
 * @param capWeighted growth factor, cap-weighted; 1 = unchanged
 * @param equalWeighted the same, equal-weighted
 * @param capChangeUsd USD, negative = lost
 * @param trough lowest cumulative return, worse of both weightings, fraction, at most 0
 * @param level highest of the sessions
 */
public record Compound(double capWeighted, double equalWeighted, double capChangeUsd, double trough, ShockLevel level) {

    static final Compound START = new Compound(1.0, 1.0, 0.0, 0.0, ShockLevel.NONE);

    Compound after(SessionToll session) {
        SessionMark close = session.now();
        SessionExtremes worst = session.extremes();
        double low = Math.min(
                capWeighted * (1 + worst.capWeightedReturn()), equalWeighted * (1 + worst.equalWeightedReturn()));
        return new Compound(
                capWeighted * (1 + close.capWeightedReturn()),
                equalWeighted * (1 + close.equalWeightedReturn()),
                capChangeUsd + close.capChangeUsd(),
                Math.min(trough, low - 1),
                ShockLevel.higher(level, worst.level()));
    }

    /** Share of the deepest loss that is won back: 0 at the low, 1 at the close before the shock. */
    double recoveredShare() {
        double worse = Math.min(capWeighted, equalWeighted) - 1;
        return trough >= 0 ? 1.0 : (worse - trough) / -trough;
    }
}
