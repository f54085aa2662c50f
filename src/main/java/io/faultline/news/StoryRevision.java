package io.faultline.news;

import java.util.List;

/** Corrections of headlines that a chain has already counted. */
final class StoryRevision {

    private StoryRevision() {}

    /** The headline with this id that a story of the chain keeps; null if none does. */
    static StoryHeadline known(StoryState chain, String headlineId) {
        return chain.stories().stream()
                .flatMap(story -> story.headlines().stream())
                .filter(headline -> headline.headlineId().equals(headlineId))
                .findFirst()
                .orElse(null);
    }

    /** Id of the story that keeps the headline; null if none does. */
    static String storyOf(StoryState chain, StoryHeadline headline) {
        return chain.stories().stream()
                .filter(story -> story.headlines().contains(headline))
                .map(Story::id)
                .findFirst()
                .orElse(null);
    }

    /** The chain as if the headline had never been; a story that loses its only release headline is no release any more. */
    static StoryState without(StoryState chain, String headlineId) {
        StoryHeadline old = known(chain, headlineId);
        return old == null ? chain : revised(chain, old, null);
    }

    /** The chain with the headline's new wording in the old one's place; novelty stays that of the first wording. */
    static StoryState replaced(StoryState chain, StoryHeadline old, StoryHeadline wording) {
        return revised(chain, old, reworded(old, wording));
    }

    /** Attention and baseline are what they were, had the headline always been what it is now; now is null if it is gone. */
    static StoryState revised(StoryState chain, StoryHeadline old, StoryHeadline now) {
        double counted = old.weightInHeat();
        double counts = now == null ? 0.0 : now.weightInHeat();
        double usual = StoryHeat.decayed(
                counts - counted, old.knownAt(), chain.baselineAt(), StoryHeat.BASELINE_HALF_LIFE_DAYS);
        return chain.withBaseline(Math.max(0.0, chain.baseline() + usual), chain.baselineAt())
                .withFingerprint(print(old), now == null ? null : print(now))
                .withStories(chain.stories().stream()
                        .map(story -> revised(story, old, now, counts - counted))
                        .toList());
    }

    private static TitleFingerprint print(StoryHeadline headline) {
        return TitleFingerprint.of(headline.title());
    }

    private static Story revised(Story story, StoryHeadline old, StoryHeadline now, double weight) {
        if (!story.headlines().contains(old)) {
            return story;
        }
        List<StoryHeadline> left = story.headlines().stream()
                .map(headline -> headline.equals(old) ? now : headline)
                .filter(headline -> headline != null)
                .toList();
        double change = StoryHeat.decayed(weight, old.knownAt(), story.lastAt(), StoryHeat.ATTENTION_HALF_LIFE_DAYS);
        Story revised = story.withHeadlines(left).withAttention(Math.max(0.0, story.attention() + change));
        boolean toldLast = now == null && old.knownAt() == story.releasedAt();
        return toldLast || StoryEvidence.release(left) == null
                ? revised.withRelease(StoryTelling.releasedAt(left))
                : revised;
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
}
