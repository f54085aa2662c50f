package io.faultline.rules;

import java.io.Serializable;

/**
 * When a sector's fall is a shock. Returns are fractions, negative = fall; shares are 0 to 1.
 *
 * @param watchReturn level WATCH at or below this worse-of-two sector return
 * @param collapseReturn level COLLAPSE, which opens an incident
 * @param crashReturn level CRASH
 * @param hysteresis a level is left only when the return is back above its threshold by this much, above 0
 * @param memberDrop a member counts for breadth at or below this session return
 * @param collapseBreadth share of members that must have dropped for COLLAPSE
 * @param collapseExcess excess return over the benchmark needed for COLLAPSE, at or below
 * @param coverageFloor share of reference cap with a fresh price, below which nothing opens
 * @param freshForSeconds a member is fresh this long after its last print
 * @param beta market sensitivity used for the abnormal return while none is estimated
 * @param resolveAfterSessions an incident resolves at the close of this session after onset or last leg, 1 or more
 * @param recoveredShare an incident resolves at a close with this share of the loss won back
 * @param maxReleaseAgeSessions a release older than this is no explanation
 * @param minExposure a story touches the sector from this exposure weight on
 * @param minHeat attention to a story counts from this heat in the sector on
 * @param worsenedStep a fall that goes on is told again after this much more of sector return, above 0
 * @param thinCoverage share of reference cap with a corroborated fresh price, from which a sector opens in thin trading
 *     (outside its home market's regular hours)
 * @param thinPrints prints in the session that corroborate a member's price in thin trading, 1 or more
 */
public record Thresholds(
        double watchReturn,
        double collapseReturn,
        double crashReturn,
        double hysteresis,
        double memberDrop,
        double collapseBreadth,
        double collapseExcess,
        double coverageFloor,
        int freshForSeconds,
        double beta,
        int resolveAfterSessions,
        double recoveredShare,
        int maxReleaseAgeSessions,
        double minExposure,
        double minHeat,
        double worsenedStep,
        double thinCoverage,
        int thinPrints)
        implements Serializable {

    /** The documented defaults, measured on history. */
    public static Thresholds defaults() {
        return new Thresholds(
                -0.03, -0.05, -0.15, 0.01, -0.05, 0.4, -0.03, 0.7, 300, 1.0, 2, 0.8, 10, 0.3, 0.5, 0.02, 0.8, 3);
    }
}
