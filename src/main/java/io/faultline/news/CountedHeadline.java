package io.faultline.news;

import java.util.List;

/**
 * A headline of a story: what the baseline of a sector counts, told or not.
 *
 * @param story {@code vendor/model}, {@code vendor/*} or {@code rival/CAUSE}; of a release beyond the limit of its day, the
 *     one that it would have opened
 * @param headline the headline with its novelty in the chain
 * @param symbols tickers that its source attached; at most {@link Story#MAX_SYMBOLS}
 * @param attention of its story with it, see {@link Story}, as of when it was counted
 */
public record CountedHeadline(String story, StoryHeadline headline, List<String> symbols, double attention) {

    /**
     * What it adds to attention and baseline at an instant, epoch milliseconds. A late one adds to both what is left of it in
     * attention: it passes for no news, and for hardly any of what is usual.
     */
    public double weightAt(long now) {
        return StoryHeat.decayed(headline.weightInHeat(), headline.knownAt(), now, StoryHeat.ATTENTION_HALF_LIFE_DAYS);
    }

    /** The headline by itself, in the shape in which {@link StoryExposure} reads news. */
    public StoryTransition alone() {
        return new StoryTransition(headline.kind(), story, headline.knownAt(), 0.0, List.of(headline), symbols);
    }
}
