package io.faultline.stream;

import io.faultline.rules.SectorRule;

/**
 * A record of the rule topic: a rule, the removal of one, or why it is neither.
 *
 * @param ruleId key on the topic
 * @param rule null for a removal (tombstone) or a refused record
 * @param rejected null if usable
 */
public record InboundRule(String ruleId, SectorRule rule, DeadLetter rejected) {}
