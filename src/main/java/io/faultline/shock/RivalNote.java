package io.faultline.shock;

import io.faultline.news.StoryHeadline;
import java.util.Comparator;

/**
 * Another cause in the news, as the sector saw it.
 *
 * @param story {@code rival/CAUSE}
 * @param headline the causing headline
 * @param heat attention to the cause, 0 to 1
 * @param exposure of the sector to it, 0 to 1
 * @param at knowledge time, epoch milliseconds
 * @param sessionIndex ordinal of the home session that it belongs to
 * @param strength heat times exposure, faded by age in sessions at the onset; 0 while nothing has fallen, or if it came
 *     after the onset
 * @param ageSessions age at the onset in sessions
 */
public record RivalNote(
        String story,
        StoryHeadline headline,
        double heat,
        double exposure,
        long at,
        int sessionIndex,
        double strength,
        int ageSessions) {

    static final Comparator<RivalNote> STRONGEST_FIRST = Comparator.comparingDouble(
                    (RivalNote rival) -> -rival.strength())
            .thenComparing(Comparator.comparingLong(RivalNote::at).reversed())
            .thenComparing(rival -> rival.headline().headlineId());

    /** Exposure from which a cause names the sector and not only the whole market. */
    private static final double NAMES_THE_SECTOR = 0.8;

    private static final double MARKET_WIDE_DRAG = 0.5;

    static RivalNote of(Signal signal) {
        ExposedStory story = signal.story();
        return new RivalNote(
                story.transition().story(),
                story.transition().cause(),
                story.transition().heat(),
                story.exposure(),
                signal.at(),
                signal.sessionIndex(),
                0.0,
                0);
    }

    /** Weighed for an onset; news that was not out and known before it has no strength. */
    RivalNote weighed(long onsetAt, int age) {
        boolean precedes = at < onsetAt && headline.publishedAt().toEpochMilli() < onsetAt;
        double weighed = precedes ? heat * exposure * Attribution.rivalFreshness(age) : 0.0;
        return new RivalNote(story, headline, heat, exposure, at, sessionIndex, weighed, age);
    }

    boolean namesTheSector() {
        return exposure >= NAMES_THE_SECTOR;
    }

    /** What it takes from the confidence in an AI link: market-wide causes are netted out of the returns already. */
    double drag() {
        return namesTheSector() ? strength : strength * MARKET_WIDE_DRAG;
    }

    Evidence asEvidence() {
        return new Evidence(
                headline.headlineId(),
                headline.title(),
                headline.kind(),
                story,
                headline.publishedAt(),
                ageSessions,
                headline.novelty(),
                Attribution.rounded(strength));
    }
}
