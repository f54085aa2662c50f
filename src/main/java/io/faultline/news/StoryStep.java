package io.faultline.news;

/**
 * What one headline did to its chain.
 *
 * @param state the chain afterwards
 * @param transition worth telling the sectors; null most of the time
 */
public record StoryStep(StoryState state, StoryTransition transition) {}
