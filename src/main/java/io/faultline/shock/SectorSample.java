package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A sector's drawdown for boards: each second in stress, each minute otherwise.
 *
 * @param schemaVersion version of this contract, 1
 * @param sector sector id
 * @param ruleVersion {@code ruleId@version}
 * @param sessionDate trade date in the home market
 * @param phase part of the home market's day
 * @param at event time
 * @param level current level
 * @param drawdown figures
 * @param memberCount members that count
 * @param excluded symbols of members that do not count: no close in the last sessions, or no session on the date
 * @param worst the five members with the worst session return
 * @param reason one line: why an incident is open, or what is missing for one
 */
public record SectorSample(
        int schemaVersion,
        String sector,
        String ruleVersion,
        TradingDay sessionDate,
        SessionPhase phase,
        Instant at,
        ShockLevel level,
        DrawdownFigures drawdown,
        int memberCount,
        List<String> excluded,
        List<MemberDrawdown> worst,
        String reason) {

    private static final int WORST = 5;

    /** The sample of a drawdown at one level; {@code reason} says in one line how the level came about. */
    public static SectorSample of(String ruleVersion, SectorDrawdown drawdown, ShockLevel level, String reason) {
        List<MemberDrawdown> worst = drawdown.members().stream()
                .sorted(Comparator.comparingDouble(MemberDrawdown::sessionReturn)
                        .thenComparing(MemberDrawdown::symbol))
                .limit(WORST)
                .toList();
        return new SectorSample(
                1,
                drawdown.sector(),
                ruleVersion,
                drawdown.sessionDate(),
                drawdown.phase(),
                Instant.ofEpochMilli(drawdown.at()),
                level,
                drawdown.figures(),
                drawdown.members().size(),
                drawdown.excluded(),
                worst,
                reason);
    }
}
