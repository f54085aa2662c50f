package io.faultline.market;

import java.util.Optional;

/** Decides which positions of a listing are worth telling. */
final class MoveReports {

    private final double minMove;
    private final long confirmEveryMillis;

    MoveReports(double minMove, long confirmEveryMillis) {
        this.minMove = minMove;
        this.confirmEveryMillis = confirmEveryMillis;
    }

    /**
     * After a print: told if the return has moved enough, or nothing was told for long, or a new phase has begun; outside
     * regular hours also if it is one of the first of its session, which a sector counts.
     */
    SymbolStep toldIfDue(SymbolState state, long at) {
        LastReport reported = state.running().reported();
        if (state.reference() == null || reported == null) {
            return told(state, at);
        }
        Print last = state.prints().last();
        double sessionReturn = last.price() / state.reference().price() - 1.0;
        SessionPhase phase = state.running().bounds().phaseAt(last.ts());
        boolean due = Math.abs(sessionReturn - reported.sessionReturn()) >= minMove
                || last.ts() - reported.printAt() >= confirmEveryMillis
                || (phase != reported.phase() && phase != SessionPhase.CLOSED)
                || (phase != SessionPhase.REGULAR && state.prints().accepted() <= SectorSpec.MAX_THIN_PRINTS);
        return due ? told(state, at) : SymbolStep.quiet(state);
    }

    /** The position as it is; without a reference close that is refused, once per session. */
    static SymbolStep told(SymbolState state, long at) {
        RunningSession running = state.running();
        if (running.reference() == null) {
            return running.staleReported()
                    ? SymbolStep.quiet(state)
                    : SymbolStep.refused(state.withRunning(running.withStaleReported()), Refusal.STALE_REFERENCE);
        }
        MemberMove move = Moves.current(state, at).orElseThrow();
        LastReport report = running.prints().last() == null
                ? null
                : new LastReport(move.sessionReturn(), move.lastPrintAt(), move.phase());
        return SymbolStep.told(state.withRunning(running.withReported(report)), move);
    }

    /** The position if there is a print and the change made it another one. */
    static SymbolStep toldIfChanged(SymbolState before, SymbolState after, long at) {
        if (after.prints().last() == null || after.reference() == null) {
            return SymbolStep.quiet(after);
        }
        Optional<MemberMove> was = Moves.current(before, at);
        return was.equals(Moves.current(after, at)) ? SymbolStep.quiet(after) : told(after, at);
    }

    /** A print too old to be remembered was taken back: its sectors may know it, whatever the position now. */
    static SymbolStep toldIfPriced(SymbolState state, long at) {
        boolean priced = state.prints().last() != null && state.reference() != null;
        return priced ? told(state, at) : SymbolStep.quiet(state);
    }
}
