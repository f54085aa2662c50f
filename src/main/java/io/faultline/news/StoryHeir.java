package io.faultline.news;

import java.util.List;

/**
 * Another report of a release whose first one was taken back: sectors have lost the one they were told, so they are told the
 * one that stays, which would have been the first had the other never been.
 */
final class StoryHeir {

    private StoryHeir() {}

    /** The chain without a deleted headline, and the report that takes its place, if it was the one told of its release. */
    static StoryStep afterDeletion(StoryState state, String headlineId, long now) {
        StoryHeadline old = StoryRevision.known(state, headlineId);
        if (old == null) {
            return StoryStep.silent(state);
        }
        String id = StoryRevision.storyOf(state, old);
        StoryState without = StoryRevision.without(state, headlineId);
        StoryHeadline heir = StoryEvidence.release(story(without, id).headlines());
        if (heir == null || !isTheOneTold(story(state, id), old)) {
            return StoryStep.silent(without);
        }
        if (without.releases().isFull(now)) {
            return new StoryStep(without, null, null, null, StoryLimit.RELEASES_OF_DAY);
        }
        return tell(without, id, heir, Math.max(old.novelty(), heir.novelty()), now);
    }

    private static boolean isTheOneTold(Story story, StoryHeadline release) {
        return story.releasedAt() == release.knownAt() && release.equals(StoryEvidence.release(story.headlines()));
    }

    private static StoryStep tell(StoryState without, String id, StoryHeadline heir, double novelty, long now) {
        StoryHeadline first = heir.withNovelty(novelty);
        StoryState state = StoryRevision.revised(without, heir, first).withReleaseTold(now);
        StoryTransition transition = StoryTelling.transition(story(state, id), first, state.heat(id, now));
        return new StoryStep(state, transition, id, null, null);
    }

    private static Story story(StoryState state, String id) {
        List<Story> of =
                state.stories().stream().filter(story -> story.id().equals(id)).toList();
        return of.get(0);
    }
}
