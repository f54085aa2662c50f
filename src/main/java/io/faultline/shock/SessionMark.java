package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SessionPhase;

/**
 * A session's figures at one instant, as far as they count for the incident as a whole. Returns are fractions, negative =
 * fall.
 *
 * @param at event time at which they were first told, epoch milliseconds
 * @param capWeightedReturn against the session's reference close
 * @param equalWeightedReturn against the session's reference close
 * @param capChangeUsd USD, negative = lost
 * @param abnormality 0 to 1, see {@link Attribution#abnormality}
 * @param level level by these figures
 * @param thin told outside regular hours without the coverage that an opening needs there: sets no low
 */
public record SessionMark(
        long at,
        double capWeightedReturn,
        double equalWeightedReturn,
        double capChangeUsd,
        double abnormality,
        ShockLevel level,
        boolean thin) {

    static SessionMark of(Signal signal) {
        DrawdownFigures figures = signal.drawdown().figures();
        boolean closing = signal.kind() == SignalKind.SESSION_CLOSE;
        return new SessionMark(
                signal.at(),
                figures.capWeightedReturn(),
                figures.equalWeightedReturn(),
                figures.capChangeUsd(),
                Attribution.abnormality(figures),
                signal.level(),
                !closing
                        && signal.drawdown().phase() != SessionPhase.REGULAR
                        && signal.level().compareTo(ShockLevel.COLLAPSE) < 0);
    }

    /** The lowest figures of a session, by the prints that stand; null if none were told. */
    static SessionMark lowOf(Signal signal) {
        if (signal.low() == null) {
            return null;
        }
        DrawdownFigures figures = signal.low().figures();
        return new SessionMark(
                signal.low().at(),
                figures.capWeightedReturn(),
                figures.equalWeightedReturn(),
                figures.capChangeUsd(),
                Attribution.abnormality(figures),
                signal.level(),
                false);
    }

    /** No move at all. */
    static SessionMark unchanged(long at) {
        return new SessionMark(at, 0.0, 0.0, 0.0, 0.0, ShockLevel.NONE, true);
    }

    SessionMark at(long time) {
        return new SessionMark(time, capWeightedReturn, equalWeightedReturn, capChangeUsd, abnormality, level, thin);
    }
}
