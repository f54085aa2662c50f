package io.faultline.shock;

import io.faultline.market.SectorDrawdown;
import io.faultline.market.TradingDay;
import java.util.Comparator;

/**
 * One rare event of one sector; predicates are evaluated upstream, so that patterns only compare fields.
 *
 * @param kind what happened
 * @param sector sector id; the key is the rule
 * @param ruleId rule it was judged by
 * @param ruleVersion version of that rule
 * @param at knowledge time, epoch milliseconds: its Flink timestamp
 * @param sessionDate home session that the instant belongs to
 * @param sessionIndex ordinal of that session: differences are ages in sessions
 * @param level sector's level after the event; NONE for news
 * @param opening LEVEL: the opening condition of an incident is met; CORRECTION, SESSION_CLOSE: the session has opened,
 *     by prints that still stand; else false
 * @param drawdown figures; null for news
 * @param story news; null for market signals
 * @param withdrawnHeadlineId WITHDRAWN and REWORDED only, else null
 * @param low CORRECTION, and SESSION_CLOSE told again without prints that were taken back: the lowest figures told
 *     during the session, by the prints that stand; null if none were told, and for all else
 */
public record Signal(
        SignalKind kind,
        String sector,
        String ruleId,
        int ruleVersion,
        long at,
        TradingDay sessionDate,
        int sessionIndex,
        ShockLevel level,
        boolean opening,
        SectorDrawdown drawdown,
        ExposedStory story,
        String withdrawnHeadlineId,
        SectorDrawdown low) {

    /** Order at equal times: withdrawals and news before the market, corrections before levels before closes. */
    public static final Comparator<Signal> BY_RANK = Comparator.comparingInt(Signal::rank)
            .thenComparing(signal ->
                    signal.story() == null ? "" : signal.story().transition().story());

    /** The same news of a story with its heat in the sector. */
    public Signal withHeat(double heat) {
        return new Signal(
                kind,
                sector,
                ruleId,
                ruleVersion,
                at,
                sessionDate,
                sessionIndex,
                level,
                opening,
                drawdown,
                story.withHeat(heat),
                withdrawnHeadlineId,
                low);
    }

    /** Whether it tells the figures of a session that is over, at its close or later. */
    boolean tellsClose() {
        return kind == SignalKind.SESSION_CLOSE || (kind == SignalKind.LEVEL && at > drawdown.at());
    }

    private int rank() {
        return switch (kind) {
            case WITHDRAWN, REWORDED -> 0;
            case RIVAL -> 1;
            case RELEASE -> 2;
            case AMPLIFICATION -> 3;
            case RECAP -> 4;
            case CORRECTION -> 5;
            case LEVEL -> 6;
            case SESSION_CLOSE -> 7;
        };
    }
}
