package io.faultline.news;

import java.util.List;

/** Corrections of headlines that a chain has already counted. */
final class StoryRevision {

    private StoryRevision() {}

    /** Whether a story of the chain keeps a headline with this id. */
    static boolean knows(StoryState chain, String headlineId) {
        return chain.stories().stream()
                .flatMap(story -> story.headlines().stream())
                .anyMatch(headline -> headline.headlineId().equals(headlineId));
    }

    /** The chain without the headline; a story that loses its only release headline is no release any more. */
    static StoryState without(StoryState chain, String headlineId) {
        return withStories(
                chain,
                chain.stories().stream()
                        .map(story -> revised(story, headlineId, null))
                        .toList());
    }

    /** The chain with the headline's new wording in the old one's place; novelty stays that of the first wording. */
    static StoryState replaced(StoryState chain, StoryHeadline wording) {
        return withStories(
                chain,
                chain.stories().stream()
                        .map(story -> revised(story, wording.headlineId(), wording))
                        .toList());
    }

    private static Story revised(Story story, String headlineId, StoryHeadline wording) {
        StoryHeadline old = story.headlines().stream()
                .filter(headline -> headline.headlineId().equals(headlineId))
                .findFirst()
                .orElse(null);
        if (old == null) {
            return story;
        }
        StoryHeadline now = wording == null ? null : reworded(old, wording);
        List<StoryHeadline> left = story.headlines().stream()
                .map(headline -> headline.equals(old) ? now : headline)
                .filter(headline -> headline != null)
                .toList();
        double counted = StoryHeat.weight(old.kind(), old.novelty());
        double counts = now == null ? 0.0 : StoryHeat.weight(now.kind(), now.novelty());
        double change =
                StoryHeat.decayed(counts - counted, old.knownAt(), story.lastAt(), StoryHeat.ATTENTION_HALF_LIFE_DAYS);
        Story revised = story.withHeadlines(left).withAttention(Math.max(0.0, story.attention() + change));
        return StoryEvidence.release(left) == null ? revised.withRelease(Story.NOT_RELEASED) : revised;
    }

    private static StoryHeadline reworded(StoryHeadline old, StoryHeadline wording) {
        return new StoryHeadline(
                old.headlineId(),
                wording.title(),
                wording.source(),
                wording.lang(),
                wording.kind(),
                wording.publishedAt(),
                old.knownAt(),
                old.novelty(),
                0.0);
    }

    private static StoryState withStories(StoryState chain, List<Story> stories) {
        return new StoryState(chain.chain(), chain.baseline(), chain.baselineAt(), stories, chain.fingerprints());
    }
}
