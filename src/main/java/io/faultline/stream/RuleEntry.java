package io.faultline.stream;

import io.faultline.rules.SectorRule;

/**
 * A rule in broadcast state.
 *
 * @param rule last known content; null if it was removed before it was ever seen
 * @param removed a tombstone came: nothing new opens, what is open is brought to its end
 */
public record RuleEntry(SectorRule rule, boolean removed) {}
