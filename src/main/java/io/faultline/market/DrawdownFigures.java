package io.faultline.market;

/**
 * A sector's move of the session in figures. Returns are simple, fractions, negative = fall; null = not known.
 *
 * @param capWeightedReturn return weighted by market cap at the reference close
 * @param equalWeightedReturn plain mean of the members' returns
 * @param excessReturn {@code capWeightedReturn} less {@code marketReturn}
 * @param abnormalReturn cap-weighted return less beta times {@code marketExSectorReturn}
 * @param zScore abnormal return over {@code residualSigma}
 * @param marketReturn the benchmark's session return
 * @param marketExSectorReturn {@code (r_b - w r_s) / (1 - w)}, w = sector cap / benchmark's market cap
 * @param breadth share of members (by count) at or below the rule's member drop, 0 to 1
 * @param breadthByCap the same by market cap at the reference close, 0 to 1
 * @param coverage share of reference cap with a fresh price, 0 to 1
 * @param capChangeUsd sum of the members' change of market cap, USD, negative = lost
 * @param beta market sensitivity that the abnormal return was taken with
 * @param residualSigma standard deviation of a session's return around the market model, fraction, above 0
 * @param estimationSessions sessions that beta and sigma were estimated from; 0 = not estimated yet, the beta is the
 *     rule's default
 */
public record DrawdownFigures(
        double capWeightedReturn,
        double equalWeightedReturn,
        Double excessReturn,
        Double abnormalReturn,
        Double zScore,
        Double marketReturn,
        Double marketExSectorReturn,
        double breadth,
        double breadthByCap,
        double coverage,
        double capChangeUsd,
        Double beta,
        Double residualSigma,
        int estimationSessions) {

    /** The smaller (more negative) of cap-weighted and equal-weighted return: what levels are judged by. */
    public double worseReturn() {
        return Math.min(capWeightedReturn, equalWeightedReturn);
    }

    /** The worse return less the market's: what the opening is judged by; null while the market is not known. */
    public Double worseExcess() {
        return marketReturn == null ? null : Double.valueOf(worseReturn() - marketReturn);
    }
}
