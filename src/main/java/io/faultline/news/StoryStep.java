package io.faultline.news;

/**
 * What one headline did to its chain.
 *
 * @param state the chain afterwards
 * @param transition worth telling the sectors; null most of the time
 * @param story id of the story that the headline joined; null if it joined none
 */
public record StoryStep(StoryState state, StoryTransition transition, String story) {

    /** A step that tells nothing and joins no story. */
    static StoryStep silent(StoryState state) {
        return new StoryStep(state, null, null);
    }
}
