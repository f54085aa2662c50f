package io.faultline.shock;

/**
 * The worst that was seen in a session, each figure by itself.
 *
 * @param capWeightedReturn lowest that counts, fraction, at most 0
 * @param equalWeightedReturn lowest that counts, fraction, at most 0
 * @param abnormality largest, 0 to 1
 * @param level highest
 */
public record SessionExtremes(
        double capWeightedReturn, double equalWeightedReturn, double abnormality, ShockLevel level) {

    static final SessionExtremes NONE = new SessionExtremes(0.0, 0.0, 0.0, ShockLevel.NONE);

    /** The worst of the figures at one instant; null for nothing. */
    static SessionExtremes of(SessionMark markOrNull) {
        return markOrNull == null ? NONE : NONE.with(markOrNull);
    }

    /** Worse of both lows, fraction, at most 0. */
    double low() {
        return Math.min(capWeightedReturn, equalWeightedReturn);
    }

    SessionExtremes with(SessionMark mark) {
        return new SessionExtremes(
                mark.thin() ? capWeightedReturn : Math.min(capWeightedReturn, mark.capWeightedReturn()),
                mark.thin() ? equalWeightedReturn : Math.min(equalWeightedReturn, mark.equalWeightedReturn()),
                Math.max(abnormality, mark.abnormality()),
                ShockLevel.higher(level, mark.level()));
    }
}
