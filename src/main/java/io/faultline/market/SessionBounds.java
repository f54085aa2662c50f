package io.faultline.market;

/**
 * A session with everything needed to tell the part of the day without the calendar; instants are epoch milliseconds.
 *
 * @param session the session
 * @param previousExtendedClose end of the post-market trading after the session before, which counts for this one
 * @param breakStart start of the lunch break, equal to {@code breakEnd} where there is none
 * @param breakEnd end of the lunch break
 */
public record SessionBounds(TradingSession session, long previousExtendedClose, long breakStart, long breakEnd) {

    /** Whether an instant belongs to this session: from the previous regular close to its own. */
    public boolean contains(long epochMilli) {
        return epochMilli >= session.previousClose() && epochMilli < session.close();
    }

    /** Part of the day at an instant that belongs to this session. */
    public SessionPhase phaseAt(long epochMilli) {
        if (session.regularAt(epochMilli)) {
            boolean inBreak = epochMilli >= breakStart && epochMilli < breakEnd;
            return inBreak ? SessionPhase.CLOSED : SessionPhase.REGULAR;
        }
        boolean afterHours = epochMilli < previousExtendedClose;
        boolean preMarket = epochMilli >= session.extendedOpen() && epochMilli < session.open();
        return afterHours || preMarket ? SessionPhase.PRE_MARKET : SessionPhase.CLOSED;
    }
}
