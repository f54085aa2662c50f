package io.faultline.stream;

import io.faultline.news.StoryTransition;

/**
 * News on its way to the sectors: a story transition or the withdrawal of a headline, never both.
 *
 * @param at knowledge time, epoch milliseconds
 * @param transition null for a withdrawal
 * @param withdrawnHeadlineId null for a transition
 */
public record NewsEvent(long at, StoryTransition transition, String withdrawnHeadlineId) {}
