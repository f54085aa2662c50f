package io.faultline.shock;

import io.faultline.market.TradingDay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An open incident.
 *
 * @param incidentId see {@link IncidentId}
 * @param toll what it has cost
 * @param legs onset first, at most {@value #MAX_LEGS}; beyond that the oldest but the onset are left out, and their
 *     evidence with them
 * @param told what its revisions have said
 */
public record Course(String incidentId, Toll toll, List<CourseLeg> legs, Told told) {

    static final int MAX_LEGS = 8;

    /** Opens at a LEVEL signal; {@code revisionsBefore} are those of an incident with the same id. */
    static Course open(Signal opening, Finding finding, int revisionsBefore) {
        ShockLevel severity = ShockLevel.higher(opening.level(), ShockLevel.COLLAPSE);
        int session = opening.sessionIndex();
        double worse = opening.drawdown().figures().worseReturn();
        return new Course(
                IncidentId.of(opening.ruleId(), opening.sessionDate()),
                Toll.from(opening),
                List.of(CourseLeg.open(opening, finding)),
                new Told(revisionsBefore, severity, worse, 0, session, versionOf(opening)));
    }

    CourseLeg onset() {
        return legs.get(0);
    }

    CourseLeg lastLeg() {
        return legs.get(legs.size() - 1);
    }

    /** What the incident as a whole is consistent with: the legs' findings joined. */
    Finding finding() {
        return legs.stream().map(CourseLeg::finding).reduce(Finding::joined).orElseThrow();
    }

    /** The session of the newest figures. */
    TradingDay sessionDate() {
        return toll.latest().sessionDate();
    }

    boolean inOnsetSession() {
        return onset().isIn(toll.latestIndex());
    }

    boolean inLegSession() {
        return lastLeg().isIn(toll.latestIndex());
    }

    /** With the figures of a market signal; those of an earlier session change nothing. */
    Course observed(Signal signal) {
        return measured(toll.observed(signal)).judgedBy(signal);
    }

    /** Without prints of the last session that were taken back. */
    Course corrected(Signal signal) {
        return measured(toll.corrected(signal)).judgedBy(signal).severityThatStands();
    }

    /** With other closing figures of a session that is kept. */
    Course closeCorrected(Signal signal) {
        return measured(toll.closeCorrected(signal)).judgedBy(signal).severityThatStands();
    }

    /** With other closing figures of a session whose opening falls with them. */
    Course closeTakenBack(Signal signal) {
        return measured(toll.closeTakenBack(signal)).judgedBy(signal).severityThatStands();
    }

    /** Without any price of the signal's session. */
    Course unpriced(Signal signal) {
        return measured(toll.unpriced(signal.sessionIndex())).judgedBy(signal).severityThatStands();
    }

    private Course measured(Toll now) {
        List<CourseLeg> measured = legs.stream()
                .map(leg -> {
                    SessionToll session = now.session(leg.onset().sessionIndex());
                    return session == null ? leg : leg.measured(session);
                })
                .toList();
        return new Course(incidentId, now, measured, told);
    }

    private Course judgedBy(Signal signal) {
        return telling(told.judgedBy(versionOf(signal)));
    }

    private Course severityThatStands() {
        return telling(told.withSeverity(ShockLevel.higher(toll.level(), ShockLevel.COLLAPSE)));
    }

    /** With severity and verdicts as they were told before these figures. */
    Course lastWordsOf(Course before) {
        return found(leg -> leg.found(before.legIn(leg.onset().sessionIndex()).finding()))
                .telling(before.told());
    }

    /** With a further leg, which opens at a signal that is observed already. */
    Course withLeg(Signal opening, Finding finding) {
        List<CourseLeg> more = new ArrayList<>(legs);
        more.add(CourseLeg.open(opening, finding));
        if (more.size() > MAX_LEGS) {
            more.remove(1);
        }
        Told now = told.legIn(opening.sessionIndex(), toll.figures().worseReturn());
        return new Course(incidentId, toll, List.copyOf(more), now);
    }

    /** Without a leg other than the onset. */
    Course withoutLeg(CourseLeg withdrawn) {
        List<CourseLeg> left = legs.stream()
                .filter(leg -> !leg.onset().equals(withdrawn.onset()))
                .toList();
        return new Course(incidentId, toll, left, told);
    }

    /** The leg in the session with this ordinal; null without one. */
    CourseLeg legIn(int sessionIndex) {
        return legs.stream().filter(leg -> leg.isIn(sessionIndex)).findFirst().orElse(null);
    }

    /** The leg that opened at this signal; null without one. */
    CourseLeg legOpenedBy(Signal collapse) {
        return legs.stream()
                .filter(leg -> leg.onset().equals(Onset.of(collapse)))
                .findFirst()
                .orElse(null);
    }

    /** With another finding of each leg. */
    Course found(UnaryOperator<CourseLeg> change) {
        return new Course(incidentId, toll, legs.stream().map(change).toList(), told);
    }

    /** With another finding of one leg. */
    Course found(CourseLeg judged, Finding finding) {
        return found(leg -> leg.onset().equals(judged.onset()) ? leg.found(finding) : leg);
    }

    Course closing() {
        return new Course(incidentId, toll.closing(), legs, told);
    }

    Course telling(Told now) {
        return new Course(incidentId, toll, legs, now);
    }

    /** One revision on. */
    Course revised() {
        return telling(told.revised(inLegSession() ? toll.figures().worseReturn() : told.worseReturn()));
    }

    private static String versionOf(Signal signal) {
        return signal.ruleId() + "@" + signal.ruleVersion();
    }
}
