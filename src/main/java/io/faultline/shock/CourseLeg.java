package io.faultline.shock;

/**
 * A leg of an open incident: a session that met the opening condition, with what is known of it.
 *
 * @param onset when it did
 * @param openingReturn worse of both returns that opened it, fraction
 * @param capWeightedReturn latest figure of the session, fraction, negative = fall
 * @param capChangeUsd latest figure of the session, USD, negative = lost
 * @param finding what this leg's fall is consistent with, by the evidence from before its own onset and the headlines
 *     after it
 */
public record CourseLeg(
        Onset onset, double openingReturn, double capWeightedReturn, double capChangeUsd, Finding finding) {

    static CourseLeg open(Signal opening, Finding finding) {
        return new CourseLeg(
                Onset.of(opening),
                opening.drawdown().figures().worseReturn(),
                opening.drawdown().figures().capWeightedReturn(),
                opening.drawdown().figures().capChangeUsd(),
                finding);
    }

    /** With the session's newest figures; news has no part in its abnormality. */
    CourseLeg measured(SessionToll session) {
        return new CourseLeg(
                onset,
                openingReturn,
                session.now().capWeightedReturn(),
                session.now().capChangeUsd(),
                finding.measured(session.extremes().abnormality()));
    }

    CourseLeg found(Finding judged) {
        return new CourseLeg(onset, openingReturn, capWeightedReturn, capChangeUsd, judged);
    }

    boolean isIn(int sessionIndex) {
        return onset.sessionIndex() == sessionIndex;
    }

    /** As alerts show it. */
    Leg asLeg() {
        return new Leg(
                onset.sessionDate(),
                onset.instant(),
                capWeightedReturn,
                capChangeUsd,
                finding.verdict(),
                finding.basis(),
                finding.confidence());
    }
}
