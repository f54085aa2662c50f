package io.faultline.news;

/**
 * What one headline did to its chain.
 *
 * @param state the chain afterwards
 * @param transition worth telling the sectors; null most of the time
 * @param story id of the story that the headline joined; null if it joined none
 * @param counted the headline as sectors count it; null if they do not, or have before
 * @param limit the bound that it ran into; null most of the time
 */
public record StoryStep(
        StoryState state, StoryTransition transition, String story, CountedHeadline counted, StoryLimit limit) {

    /** Attention of the story that the headline joined, see {@link Story}, as of an instant; 0 if it joined none. */
    public double attention(long at) {
        return state.stories().stream()
                .filter(one -> one.id().equals(story))
                .mapToDouble(one -> StoryChoice.attention(one, at))
                .findFirst()
                .orElse(0.0);
    }

    /** The same step of a headline that sectors have counted already. */
    StoryStep countedBefore() {
        return new StoryStep(state, transition, story, null, limit);
    }

    /** A step that tells nothing and joins no story. */
    static StoryStep silent(StoryState state) {
        return new StoryStep(state, null, null, null, null);
    }
}
