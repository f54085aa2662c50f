package io.faultline.shock;

import io.faultline.market.TradingDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An open incident.
 *
 * @param incidentId see {@link IncidentId}
 * @param onsetIndex ordinal of the onset's session
 * @param finding what the fall is consistent with
 * @param toll what it has cost
 * @param legs onset first, at most {@value #MAX_LEGS}; beyond that the oldest but the onset are left out
 * @param told what its revisions have said
 */
public record Course(String incidentId, int onsetIndex, Finding finding, Toll toll, List<Leg> legs, Told told) {

    static final int MAX_LEGS = 8;

    /** Opens at a LEVEL signal; {@code revisionsBefore} are those of an incident with the same id. */
    static Course open(Signal opening, Finding finding, int revisionsBefore) {
        ShockLevel severity = opening.level() == ShockLevel.CRASH ? ShockLevel.CRASH : ShockLevel.COLLAPSE;
        int session = opening.sessionIndex();
        double worse = opening.drawdown().figures().worseReturn();
        return new Course(
                IncidentId.of(opening.ruleId(), opening.sessionDate()),
                session,
                finding,
                Toll.from(opening),
                List.of(leg(opening)),
                new Told(revisionsBefore, severity, session, worse, 0, session, versionOf(opening)));
    }

    Leg onset() {
        return legs.get(0);
    }

    Leg lastLeg() {
        return legs.get(legs.size() - 1);
    }

    /** The session of the newest figures. */
    TradingDay sessionDate() {
        return toll.latest().sessionDate();
    }

    boolean inOnsetSession() {
        return toll.latestIndex() == onsetIndex;
    }

    boolean inLegSession() {
        return toll.latestIndex() == told.lastLegIndex();
    }

    /** With the figures of a market signal; those of an earlier session change nothing. */
    Course observed(Signal signal) {
        Toll now = toll.observed(signal);
        List<Leg> measured = legs.stream()
                .map(leg -> leg.sessionDate().equals(now.latest().sessionDate()) ? measured(leg, now) : leg)
                .toList();
        Told judged = told.judgedBy(versionOf(signal));
        return new Course(incidentId, onsetIndex, finding.measured(now.figures()), now, measured, judged);
    }

    /** With a further leg, which opens at a signal that is observed already. */
    Course withLeg(Signal opening, Finding judged) {
        List<Leg> more = new ArrayList<>(legs);
        more.add(leg(opening));
        if (more.size() > MAX_LEGS) {
            more.remove(1);
        }
        Told now = told.legIn(opening.sessionIndex(), toll.figures().worseReturn());
        return new Course(incidentId, onsetIndex, judged, toll, List.copyOf(more), now);
    }

    Course found(Finding judged) {
        return new Course(incidentId, onsetIndex, judged, toll, legs, told);
    }

    Course closing() {
        return new Course(incidentId, onsetIndex, finding, toll.closing(), legs, told);
    }

    Course telling(Told now) {
        return new Course(incidentId, onsetIndex, finding, toll, legs, now);
    }

    /** One revision on. */
    Course revised() {
        return telling(told.revised(inLegSession() ? toll.figures().worseReturn() : told.worseReturn()));
    }

    private static Leg leg(Signal opening) {
        return new Leg(
                opening.sessionDate(),
                Instant.ofEpochMilli(opening.at()),
                opening.drawdown().figures().capWeightedReturn(),
                opening.drawdown().figures().capChangeUsd());
    }

    private static Leg measured(Leg leg, Toll toll) {
        return new Leg(
                leg.sessionDate(),
                leg.onsetAt(),
                toll.figures().capWeightedReturn(),
                toll.figures().capChangeUsd());
    }

    private static String versionOf(Signal signal) {
        return signal.ruleId() + "@" + signal.ruleVersion();
    }
}
