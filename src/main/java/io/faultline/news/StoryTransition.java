package io.faultline.news;

import java.util.List;

/**
 * A rare change of a story that is worth telling the sectors. The transition's nature is the {@code kind} of the
 * headline that caused it.
 *
 * @param kind RELEASE, PRODUCT, AMPLIFIER (attention rose above its baseline), RECAP or RIVAL
 * @param story {@code vendor/model}, {@code vendor/*} while no model is known, or {@code rival/CAUSE}
 * @param at knowledge time of the headline that caused it, epoch milliseconds
 * @param heat attention against the rolling baseline of its chain, and in a sector's signals of that sector too, 0 to 1
 * @param headlines the causing headline first, then the strongest others; at most 5
 * @param symbols tickers that their sources attached, of a RECAP the causing one only; at most 16
 */
public record StoryTransition(
        HeadlineKind kind, String story, long at, double heat, List<StoryHeadline> headlines, List<String> symbols) {

    /** The same transition with another heat. */
    public StoryTransition withHeat(double other) {
        return new StoryTransition(kind, story, at, other, headlines, symbols);
    }

    /** The headline that caused the transition. */
    public StoryHeadline cause() {
        return headlines.get(0);
    }

    /** Whether the story is that of one model or product, rather than of all that is said of a maker. */
    public boolean namesModel() {
        return !story.endsWith("/*");
    }
}
