package io.faultline.news;

import java.util.List;

/**
 * A headline that joined a story: what the baseline of a sector counts, told or not.
 *
 * @param story {@code vendor/model}, {@code vendor/*} or {@code rival/CAUSE}
 * @param headline the headline with its novelty in the chain
 * @param symbols tickers that its source attached; at most {@link Story#MAX_SYMBOLS}
 * @param attention of its story with it, see {@link Story}
 */
public record CountedHeadline(String story, StoryHeadline headline, List<String> symbols, double attention) {

    /** What it adds to attention and baseline. */
    public double weight() {
        return StoryHeat.weight(headline.kind(), headline.novelty());
    }

    /** The headline by itself, in the shape in which {@link StoryExposure} reads news. */
    public StoryTransition alone() {
        return new StoryTransition(headline.kind(), story, headline.knownAt(), 0.0, List.of(headline), symbols);
    }
}
