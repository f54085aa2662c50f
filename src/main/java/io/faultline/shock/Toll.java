package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;

/**
 * What an incident has cost since the close before it: sessions are compounded (returns) and summed (cap change).
 *
 * @param priorCapWeighted growth factor of the finished sessions, cap-weighted; 1 = unchanged
 * @param priorEqualWeighted the same, equal-weighted
 * @param priorCapChangeUsd cap change of the finished sessions, USD, negative = lost
 * @param latest newest figures
 * @param latestIndex ordinal of their session
 * @param closed whether they are that session's closing figures
 * @param trough lowest cumulative return seen, worse of both weightings, fraction, at most 0
 */
public record Toll(
        double priorCapWeighted,
        double priorEqualWeighted,
        double priorCapChangeUsd,
        SectorDrawdown latest,
        int latestIndex,
        boolean closed,
        double trough) {

    static Toll from(Signal opening) {
        return new Toll(1.0, 1.0, 0.0, opening.drawdown(), opening.sessionIndex(), false, 0.0).deepened();
    }

    /** With the figures of a market signal of this or a later session; those of an earlier one change nothing. */
    Toll observed(Signal signal) {
        if (signal.sessionIndex() < latestIndex) {
            return this;
        }
        Toll start = signal.sessionIndex() > latestIndex ? finished() : this;
        boolean closing = signal.kind() == SignalKind.SESSION_CLOSE;
        Toll now = new Toll(
                start.priorCapWeighted,
                start.priorEqualWeighted,
                start.priorCapChangeUsd,
                signal.drawdown(),
                signal.sessionIndex(),
                closing,
                trough);
        // Thin trading before the open sets no low.
        return signal.drawdown().phase() == SessionPhase.PRE_MARKET && !closing ? now : now.deepened();
    }

    /** A close without new figures: the last ones are the closing figures. */
    Toll closing() {
        return new Toll(priorCapWeighted, priorEqualWeighted, priorCapChangeUsd, latest, latestIndex, true, trough);
    }

    Cumulative cumulative() {
        return new Cumulative(
                priorCapWeighted * (1 + figures().capWeightedReturn()) - 1,
                priorCapChangeUsd + figures().capChangeUsd());
    }

    /** Share of the deepest loss that is won back: 0 at the low, 1 at the close before the shock. */
    double recoveredShare() {
        return trough >= 0 ? 1.0 : (worse() - trough) / -trough;
    }

    DrawdownFigures figures() {
        return latest.figures();
    }

    private double worse() {
        double equalWeighted = priorEqualWeighted * (1 + figures().equalWeightedReturn()) - 1;
        return Math.min(cumulative().capWeightedReturn(), equalWeighted);
    }

    private Toll deepened() {
        return new Toll(
                priorCapWeighted,
                priorEqualWeighted,
                priorCapChangeUsd,
                latest,
                latestIndex,
                closed,
                Math.min(trough, worse()));
    }

    private Toll finished() {
        return new Toll(
                priorCapWeighted * (1 + figures().capWeightedReturn()),
                priorEqualWeighted * (1 + figures().equalWeightedReturn()),
                priorCapChangeUsd + figures().capChangeUsd(),
                latest,
                latestIndex,
                closed,
                trough);
    }
}
