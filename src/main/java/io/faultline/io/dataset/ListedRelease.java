package io.faultline.io.dataset;

import java.time.Instant;

/**
 * A model release that is known to have happened.
 *
 * @param model as people write it, e.g. {@code GPT-4o mini}
 * @param vendor as people write it, e.g. {@code OpenAI}
 * @param firstSeen when the headlines first told of it; the end of the UTC day if only the day is known
 * @param dayOnly whether only the day is known
 */
public record ListedRelease(String model, String vendor, Instant firstSeen, boolean dayOnly) {}
