package io.faultline.shock;

import io.faultline.market.MemberMove;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is remembered of a sector through one session besides its members' moves. Bounded: two triggers and the low, each
 * with one move per member.
 *
 * @param sessionDate session that the rest is about
 * @param level current level in it
 * @param thin the last signal was made in thin trading, so that regular hours have yet to bear it out
 * @param signalledReturn worse-of-two return told with the last signal, fraction
 * @param sampledAt event time of the last sample, epoch milliseconds
 * @param triggers what the opening of the session rests on, and the rise to CRASH; empty if it has not opened
 * @param low what the lowest figures rest on that were told since the opening, or since the start of a session that has
 *     not opened; null if none were that count
 */
public record SectorStatus(
        TradingDay sessionDate,
        ShockLevel level,
        boolean thin,
        double signalledReturn,
        long sampledAt,
        List<Trigger> triggers,
        Trigger low) {

    /**
     * The prints that a level was reached by: when one of them is taken back, the level is judged again.
     *
     * @param level level reached; COLLAPSE or CRASH, of a low any
     * @param at event time, epoch milliseconds
     * @param moves latest move of each listing then
     */
    public record Trigger(ShockLevel level, long at, List<MemberMove> moves) {}

    /** At the start of a session. */
    public static SectorStatus fresh(TradingDay sessionDate, long sampledAt) {
        return new SectorStatus(sessionDate, ShockLevel.NONE, false, 0.0, sampledAt, List.of(), null);
    }

    /** Whether the opening condition was met in the session, by prints that still stand. */
    public boolean opened() {
        return !triggers.isEmpty();
    }

    SectorStatus signalled(ShockLevel newLevel, SectorDrawdown drawdown) {
        boolean inThinTrading = drawdown.phase() != SessionPhase.REGULAR;
        double worseReturn = drawdown.figures().worseReturn();
        return new SectorStatus(sessionDate, newLevel, inThinTrading, worseReturn, sampledAt, triggers, low);
    }

    /** While no member has a price. */
    SectorStatus unpriced() {
        return new SectorStatus(sessionDate, ShockLevel.NONE, false, 0.0, sampledAt, triggers, null);
    }

    SectorStatus closedAt(ShockLevel closingLevel, List<Trigger> restsOn, Trigger lowest) {
        return new SectorStatus(sessionDate, closingLevel, thin, signalledReturn, sampledAt, restsOn, lowest);
    }

    /** With a level that was reached by these moves. */
    public SectorStatus triggeredBy(ShockLevel reached, long at, Collection<MemberMove> moves) {
        List<Trigger> more = Stream.concat(triggers.stream(), Stream.of(new Trigger(reached, at, List.copyOf(moves))))
                .toList();
        return withTriggers(more);
    }

    SectorStatus withTriggers(List<Trigger> changed) {
        return new SectorStatus(sessionDate, level, thin, signalledReturn, sampledAt, changed, low);
    }

    SectorStatus withLow(Trigger lowest) {
        return new SectorStatus(sessionDate, level, thin, signalledReturn, sampledAt, triggers, lowest);
    }

    /** With a sample made. */
    public SectorStatus sampled(long at) {
        return new SectorStatus(sessionDate, level, thin, signalledReturn, at, triggers, low);
    }
}
