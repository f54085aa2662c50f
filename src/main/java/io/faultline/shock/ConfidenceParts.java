package io.faultline.shock;

/**
 * What the confidence is made of, each 0 to 1; the formula is in {@code docs/attribution.md}.
 *
 * @param heat attention to the story before the onset
 * @param exposure how far the story touches the sector
 * @param recency how fresh the newest evidence was at the onset, in sessions
 * @param abnormality size of the abnormal return
 * @param rivals strength of other causes in the news; lowers the confidence
 */
public record ConfidenceParts(double heat, double exposure, double recency, double abnormality, double rivals) {}
