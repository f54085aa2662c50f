package io.faultline.shock;

/**
 * What corrected figures do to an open incident: they revise it, take a leg back, or the whole incident if nothing of it
 * is left. They never open one.
 */
final class IncidentCorrections {

    private IncidentCorrections() {}

    /** Prints of the running session were taken back. */
    static void prints(Signal signal, IncidentTurn turn) {
        if (!turn.isOpen() || signal.sessionIndex() != turn.course.toll().latestIndex()) {
            return;
        }
        Course before = turn.course;
        turn.course = signal.drawdown() == null ? before.unpriced(signal) : before.corrected(signal);
        CourseLeg leg = before.legIn(signal.sessionIndex());
        if (leg != null && !signal.opening()) {
            takeBack(leg, before, signal, turn);
            return;
        }
        String setBack = setBack(signal, before, turn.course);
        // The figures may have moved on since; a severity that falls and a low that rises are told all the same.
        if (!sameFigures(signal, before) || !setBack.isEmpty()) {
            revise(
                    new Reason(Occasion.CORRECTED_PRINTS, CorrectionWording.prints(leg != null) + setBack),
                    before,
                    turn);
        }
    }

    /**
     * A session that has closed before is told anew, {@code opening} saying whether its opening still stands; one that is
     * no longer kept stays as it is.
     */
    static void close(Signal signal, IncidentTurn turn) {
        Course before = turn.course;
        SessionToll session = before.toll().session(signal.sessionIndex());
        if (session == null) {
            return;
        }
        CourseLeg leg = before.legIn(signal.sessionIndex());
        if (leg != null && !signal.opening()) {
            turn.course = signal.drawdown() == null ? before.unpriced(signal) : before.closeTakenBack(signal);
            takeBack(leg, before, signal, turn);
        } else if (signal.drawdown() != null) {
            Course corrected = before.closeCorrected(signal);
            String setBack = setBack(signal, before, corrected);
            if (!sameFigures(signal, before) || !setBack.isEmpty()) {
                turn.course = corrected;
                String detail = CorrectionWording.close(signal, session) + setBack;
                revise(new Reason(Occasion.CORRECTED_CLOSE, detail), before, turn);
            }
        }
    }

    /** In words, what was told as the worst and does not stand; empty if all of it stands. */
    private static String setBack(Signal signal, Course before, Course after) {
        int session = signal.sessionIndex();
        return CorrectionWording.low(
                        before.toll().session(session), after.toll().session(session))
                + CorrectionWording.severity(before, after);
    }

    private static boolean sameFigures(Signal signal, Course before) {
        if (signal.drawdown() == null) {
            return true;
        }
        Toll toll = before.toll();
        return signal.sessionIndex() == toll.latestIndex()
                ? signal.drawdown().figures().equals(toll.figures())
                : before.closeCorrected(signal).toll().equals(toll);
    }

    /** The session does not meet the opening condition any more. */
    private static void takeBack(CourseLeg leg, Course before, Signal signal, IncidentTurn turn) {
        boolean onset = leg.onset().equals(before.onset().onset());
        if (onset && before.legs().size() == 1) {
            turn.course = signal.drawdown() == null ? before : turn.course.lastWordsOf(before);
            turn.retract(new Reason(Occasion.RETRACTION, CorrectionWording.retracted(leg, signal)));
        } else if (onset && !turn.course.toll().equals(before.toll())) {
            // The incident bears the date of its onset and lives on in its other legs.
            String detail = CorrectionWording.onsetOnly(leg, signal) + CorrectionWording.severity(before, turn.course);
            revise(new Reason(Occasion.CORRECTED_CLOSE, detail), before, turn);
        } else if (!onset) {
            turn.course = turn.course.withoutLeg(leg);
            String detail = CorrectionWording.withdrawn(leg, signal) + CorrectionWording.severity(before, turn.course);
            revise(new Reason(Occasion.LEG_WITHDRAWN, detail), before, turn);
        }
    }

    private static void revise(Reason reason, Course before, IncidentTurn turn) {
        boolean rose = turn.course.told().severity().compareTo(before.told().severity()) > 0;
        turn.revise(rose ? AlertState.ESCALATE : AlertState.UPDATE, reason);
    }
}
