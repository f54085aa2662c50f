package io.faultline.shock;

/**
 * The sector since the close before the shock.
 *
 * @param capWeightedReturn compounded over the incident's sessions, fraction, negative = fall; {@code return} on the
 *     wire
 * @param capChangeUsd summed over the incident's sessions, USD, negative = lost
 */
public record Cumulative(double capWeightedReturn, double capChangeUsd) {}
