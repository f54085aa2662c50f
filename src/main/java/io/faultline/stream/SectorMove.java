package io.faultline.stream;

import io.faultline.market.MemberMove;

/**
 * A listing's move on its way to one of the sectors that it counts for.
 *
 * @param ruleId the sector's rule: the key
 * @param move the move, of a member or of the benchmark
 */
public record SectorMove(String ruleId, MemberMove move) {}
