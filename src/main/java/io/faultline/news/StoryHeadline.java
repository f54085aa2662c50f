package io.faultline.news;

import java.time.Instant;

/**
 * A headline in its story.
 *
 * @param headlineId id on the wire
 * @param title cleaned text
 * @param source may be null
 * @param lang may be null
 * @param kind what it says
 * @param publishedAt as stated by the source
 * @param knownAt knowledge time, epoch milliseconds
 * @param novelty 1 = nothing like it in the story before, 0 = a repeat
 * @param weight share in the story's evidence, 0 to 1
 */
public record StoryHeadline(
        String headlineId,
        String title,
        String source,
        String lang,
        HeadlineKind kind,
        Instant publishedAt,
        long knownAt,
        double novelty,
        double weight) {

    /** What it adds to attention and baseline, as of its knowledge time. */
    double weightInHeat() {
        return StoryHeat.weight(kind, novelty);
    }

    StoryHeadline withNovelty(double of) {
        return new StoryHeadline(headlineId, title, source, lang, kind, publishedAt, knownAt, of, weight);
    }
}
