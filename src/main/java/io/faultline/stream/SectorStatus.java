package io.faultline.stream;

import io.faultline.market.TradingDay;
import io.faultline.shock.ShockLevel;

/**
 * What the sector stage remembers of a sector besides its members' moves.
 *
 * @param sessionDate session that the rest is about
 * @param level current level in it
 * @param opened the opening condition was met in it
 * @param signalledReturn worse-of-two return told with the last signal, fraction
 * @param sampledAt event time of the last sample, epoch milliseconds
 */
public record SectorStatus(
        TradingDay sessionDate, ShockLevel level, boolean opened, double signalledReturn, long sampledAt) {

    /** At the start of a session. */
    static SectorStatus fresh(TradingDay sessionDate, long sampledAt) {
        return new SectorStatus(sessionDate, ShockLevel.NONE, false, 0.0, sampledAt);
    }

    SectorStatus signalled(ShockLevel newLevel, boolean nowOpened, double worseReturn) {
        return new SectorStatus(sessionDate, newLevel, opened || nowOpened, worseReturn, sampledAt);
    }

    SectorStatus sampled(long at) {
        return new SectorStatus(sessionDate, level, opened, signalledReturn, at);
    }
}
