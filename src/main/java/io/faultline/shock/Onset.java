package io.faultline.shock;

import io.faultline.market.TradingDay;
import java.time.Instant;

/**
 * When a sector met the opening condition.
 *
 * @param sessionDate the session
 * @param sessionIndex its ordinal in the home market
 * @param at event time, epoch milliseconds
 */
public record Onset(TradingDay sessionDate, int sessionIndex, long at) {

    static Onset of(Signal opening) {
        return new Onset(opening.sessionDate(), opening.sessionIndex(), opening.at());
    }

    Instant instant() {
        return Instant.ofEpochMilli(at);
    }
}
