package io.faultline.market;

import java.util.List;

/**
 * State of a sector in its session at one instant.
 *
 * @param sector sector id
 * @param sessionDate trade date in the rule's home market
 * @param at event time, epoch milliseconds
 * @param phase part of the home market's day
 * @param figures the sector's move
 * @param members all members that count, worst cap change first
 * @param excluded symbols of members that do not count, sorted: no close within the last sessions, or a venue without a
 *     session on the date
 */
public record SectorDrawdown(
        String sector,
        TradingDay sessionDate,
        long at,
        SessionPhase phase,
        DrawdownFigures figures,
        List<MemberDrawdown> members,
        List<String> excluded) {}
