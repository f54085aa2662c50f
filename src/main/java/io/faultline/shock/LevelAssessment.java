package io.faultline.shock;

/**
 * How far a sector has fallen and why.
 *
 * @param level after the assessment
 * @param opening the opening condition of an incident is met now; a level kept only by hysteresis does not open
 * @param reason one line for a person: why it opens, or what is missing for it, figure by figure
 */
public record LevelAssessment(ShockLevel level, boolean opening, String reason) {}
