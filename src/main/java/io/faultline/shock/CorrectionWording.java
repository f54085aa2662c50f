package io.faultline.shock;

/** Corrections in a person's words: what was taken back, and what that changes. */
final class CorrectionWording {

    private static final String TAKEN_BACK = "prints behind it were cancelled or corrected";

    private CorrectionWording() {}

    static String prints(boolean ofLeg) {
        return "prints behind the figures were cancelled or corrected"
                + (ofLeg ? "; the fall meets the opening condition without them." : ".");
    }

    /** Other closing figures of a session. */
    static String close(Signal signal, SessionToll before) {
        return "corrected closing figures of " + signal.sessionDate() + ": "
                + Wording.percent(signal.drawdown().figures().capWeightedReturn()) + " instead of "
                + Wording.percent(before.now().capWeightedReturn()) + ".";
    }

    /** A sentence if the session's lowest figures rest on prints that were taken back, else nothing. */
    static String low(SessionToll before, SessionToll after) {
        return after.lowRoseFrom(before)
                ? " The deepest fall of the session is set back from "
                        + Wording.percent(before.extremes().low()) + " to "
                        + Wording.percent(after.extremes().low()) + "."
                : "";
    }

    /** A sentence if the severity fell with the correction, else nothing. */
    static String severity(Course before, Course after) {
        ShockLevel was = before.told().severity();
        ShockLevel is = after.told().severity();
        return is.compareTo(was) < 0
                ? " The severity is set back from " + was + " to " + is + ": no figures that stand reach " + was + "."
                : "";
    }

    static String onsetOnly(CourseLeg onset, Signal signal) {
        if (signal.drawdown() == null) {
            return "no price of " + onset.onset().sessionDate() + " is left; the incident goes on with its later legs.";
        }
        return "corrected closing figures of " + onset.onset().sessionDate()
                + ", which do not meet the opening condition; the incident goes on with its later legs.";
    }

    static String withdrawn(CourseLeg leg, Signal signal) {
        return "the leg of " + leg.onset().sessionDate() + " is withdrawn. " + fall(leg, signal);
    }

    static String retracted(CourseLeg onset, Signal signal) {
        return "taken back, the incident should not have been opened. " + fall(onset, signal);
    }

    private static String fall(CourseLeg leg, Signal signal) {
        return "It was opened at " + Wording.moment(leg.onset().at()) + " by a fall of "
                + Wording.percent(leg.openingReturn()) + "; " + TAKEN_BACK
                + ", and without them the opening condition is not met."
                + (signal.drawdown() == null
                        ? " No price of the session is left: the figures are those told last."
                        : "");
    }
}
