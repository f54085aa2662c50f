package io.faultline.shock;

import io.faultline.market.SessionPhase;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;

/**
 * A sector's incidents from onset to resolution, as a pure step function: one incident is one id with revisions 1, 2,
 * 3 ... Inputs come in order of event time, at equal times matches before signals, so that an incident opens with its
 * verdict. The machine never looks for sequences in the news itself: AI_LINKED comes from matches only.
 *
 * <p>An incident resolves at the close of the {@code resolveAfterSessions}-th session after its onset or last leg, or at
 * a close with {@code recoveredShare} of the loss won back. It is retracted when the prints that opened it are taken
 * back and nothing of it is left. What is corrected after its end changes nothing.
 */
public final class IncidentMachine {

    /** A fall that goes on is told again at most so often in a session. */
    private static final int MAX_WORSENED = 8;

    private final Thresholds thresholds;
    private final RevisionWriter writer;
    private final IncidentNews news;

    /**
     * A machine for one sector.
     *
     * @param rule the rule in force
     * @param mode told in every alert
     * @param ages ages of headlines in sessions of the rule's home market
     */
    public IncidentMachine(SectorRule rule, RunMode mode, SessionAges ages) {
        this.thresholds = rule.thresholds();
        this.writer = new RevisionWriter(rule, mode, ages);
        this.news = new IncidentNews(ages, rule.thresholds().maxReleaseAgeSessions());
    }

    /**
     * Takes one input.
     *
     * @param stateOrNull state after the input before; null at first and whenever there was nothing to keep
     */
    public IncidentStep apply(Incident stateOrNull, IncidentInput input) {
        IncidentTurn turn = new IncidentTurn(stateOrNull == null ? Incident.NONE : stateOrNull, writer, input.at());
        if (input.match() != null) {
            news.match(input.match(), turn);
        } else {
            take(input.signal(), turn);
        }
        return turn.finished();
    }

    private void take(Signal signal, IncidentTurn turn) {
        switch (signal.kind()) {
            case LEVEL -> {
                passTime(signal, turn);
                if (signal.drawdown() != null) {
                    level(signal, turn);
                }
                turn.news = turn.news.withoutLink();
            }
            case SESSION_CLOSE -> {
                passTime(signal, turn);
                close(signal, turn);
                turn.news = turn.news.withoutLink().after(signal.sessionIndex(), thresholds.maxReleaseAgeSessions());
            }
            case CORRECTION -> {
                passTime(signal, turn);
                IncidentCorrections.prints(signal, turn);
            }
            case RIVAL -> news.rival(signal, turn);
            case WITHDRAWN, REWORDED -> news.withdraw(signal, turn);
            case RELEASE, AMPLIFICATION, RECAP -> {
                // They count through the matches they are part of.
            }
        }
    }

    /** What a market signal of a later session says by its date alone. */
    private void passTime(Signal signal, IncidentTurn turn) {
        // A session may open by its own close when the next one trades already.
        boolean over = signal.kind() == SignalKind.SESSION_CLOSE;
        if (turn.ended != null && over && signal.sessionIndex() > turn.ended.onsetIndex()) {
            turn.ended = null;
        }
        // Closes are signalled even when nothing trades; should one be lost all the same, the incident still ends.
        if (turn.isOpen() && signal.sessionIndex() > lastSession(turn.course)) {
            turn.resolve();
        }
    }

    private void level(Signal signal, IncidentTurn turn) {
        if (!turn.isOpen()) {
            boolean outdated = turn.ended != null && signal.sessionIndex() < turn.ended.onsetIndex();
            if (signal.opening() && !outdated) {
                open(signal, turn);
            }
            return;
        }
        Toll toll = turn.course.toll();
        boolean legless = turn.course.legIn(signal.sessionIndex()) == null;
        boolean afterItsClose = toll.closed() && signal.sessionIndex() == toll.latestIndex();
        // The close that the venue states a minute later may be the first to meet the opening condition.
        boolean openedByItsClose = afterItsClose && signal.opening() && legless;
        if (signal.sessionIndex() < toll.latestIndex()
                || (afterItsClose && !openedByItsClose)
                || thinAndNoLeg(signal, turn.course)) {
            return;
        }
        turn.course = turn.course.observed(signal);
        if (signal.opening() && !turn.course.inLegSession()) {
            furtherLeg(signal, turn);
        } else if (signal.level().compareTo(turn.course.told().severity()) > 0) {
            turn.course = turn.course.telling(turn.course.told().withSeverity(signal.level()));
            turn.revise(AlertState.ESCALATE, Occasion.ESCALATION);
        } else if (turn.course.inLegSession()) {
            fallGoesOn(turn);
        } else if (signal.level() != ShockLevel.NONE) {
            secondFall(turn);
        }
    }

    /** A few members in thin trading are no news of an incident until they carry a leg of their own. */
    private static boolean thinAndNoLeg(Signal signal, Course course) {
        boolean thin = signal.drawdown().phase() != SessionPhase.REGULAR;
        return thin && !signal.opening() && course.legIn(signal.sessionIndex()) == null;
    }

    private void open(Signal signal, IncidentTurn turn) {
        Finding finding = news.finding(signal, turn);
        boolean again = turn.ended != null && turn.ended.onsetIndex() == signal.sessionIndex();
        turn.course = Course.open(signal, finding, again ? turn.ended.revision() : 0);
        turn.ended = null;
        turn.revise(AlertState.OPEN, Occasion.ONSET);
    }

    private void furtherLeg(Signal signal, IncidentTurn turn) {
        Finding finding = news.finding(signal, turn);
        turn.course = turn.course.withLeg(signal, finding);
        boolean escalates = signal.level().compareTo(turn.course.told().severity()) > 0;
        if (escalates) {
            turn.course = turn.course.telling(turn.course.told().withSeverity(signal.level()));
        }
        turn.revise(escalates ? AlertState.ESCALATE : AlertState.UPDATE, Occasion.NEW_LEG);
    }

    private void fallGoesOn(IncidentTurn turn) {
        Told told = turn.course.told();
        double worse = turn.course.toll().figures().worseReturn();
        boolean further = worse <= told.worseReturn() - thresholds.worsenedStep() + OpeningCondition.ROUNDING;
        if (further && told.worsened() < MAX_WORSENED) {
            turn.course = turn.course.telling(told.fallGoesOn());
            turn.revise(AlertState.UPDATE, Occasion.FALL_GOES_ON);
        }
    }

    private static void secondFall(IncidentTurn turn) {
        int session = turn.course.toll().latestIndex();
        if (turn.course.told().secondFallIndex() != session) {
            turn.course = turn.course.telling(turn.course.told().secondFallIn(session));
            turn.revise(AlertState.UPDATE, Occasion.SECOND_FALL);
        }
    }

    private void close(Signal signal, IncidentTurn turn) {
        if (!turn.isOpen()) {
            return;
        }
        Toll before = turn.course.toll();
        boolean sameSession = signal.sessionIndex() == before.latestIndex();
        if (signal.sessionIndex() < before.latestIndex() || (sameSession && before.closed())) {
            IncidentCorrections.close(signal, turn);
        } else if (signal.drawdown() != null || sameSession) {
            turn.course = signal.drawdown() == null ? turn.course.closing() : turn.course.observed(signal);
            turn.revise(AlertState.UPDATE, occasionOfClose(turn.course));
        }
        if (turn.isOpen() && (isRecovered(turn.course, signal) || signal.sessionIndex() >= lastSession(turn.course))) {
            turn.resolve();
        }
    }

    private boolean isRecovered(Course course, Signal close) {
        return course.toll().closed()
                && course.toll().latestIndex() == close.sessionIndex()
                && course.toll().recoveredShare() >= thresholds.recoveredShare() - OpeningCondition.ROUNDING;
    }

    private static Occasion occasionOfClose(Course course) {
        return course.inOnsetSession() ? Occasion.CLOSE : Occasion.LATER_CLOSE;
    }

    private int lastSession(Course course) {
        return course.lastLeg().onset().sessionIndex() + thresholds.resolveAfterSessions();
    }
}
