package io.faultline.news;

/**
 * What one headline did to its chain.
 *
 * @param state the chain afterwards
 * @param transition worth telling the sectors; null most of the time
 * @param story id of the story that the headline joined; null if it joined none
 * @param counted the headline as it counts in that story; null if it joined none
 */
public record StoryStep(StoryState state, StoryTransition transition, String story, CountedHeadline counted) {

    /** A step of a headline that is counted already. */
    public StoryStep(StoryState state, StoryTransition transition, String story) {
        this(state, transition, story, null);
    }

    /** Attention of the story that the headline joined, see {@link Story}; 0 if it joined none. */
    public double attention() {
        return state.stories().stream()
                .filter(one -> one.id().equals(story))
                .mapToDouble(Story::attention)
                .findFirst()
                .orElse(0.0);
    }

    /** The same step of a headline that sectors have counted already. */
    StoryStep countedBefore() {
        return new StoryStep(state, transition, story);
    }

    /** A step that tells nothing and joins no story. */
    static StoryStep silent(StoryState state) {
        return new StoryStep(state, null, null);
    }
}
