package io.faultline.shock;

import io.faultline.news.StoryTransition;

/**
 * A story transition as one sector sees it.
 *
 * @param transition what happened to the story
 * @param exposure how far it touches the sector, 0 to 1
 * @param reason why, for people
 */
public record ExposedStory(StoryTransition transition, double exposure, String reason) {

    /** The same story with its heat in the sector. */
    public ExposedStory withHeat(double heat) {
        return new ExposedStory(transition.withHeat(heat), exposure, reason);
    }
}
