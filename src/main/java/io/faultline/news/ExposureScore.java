package io.faultline.news;

/**
 * How far a story touches a sector.
 *
 * @param weight 0 (not at all) to 1
 * @param reason why, for people
 */
public record ExposureScore(double weight, String reason) {}
