package io.faultline.stream;

import io.faultline.news.CountedHeadline;
import io.faultline.news.StoryTransition;

/**
 * News on its way to the sectors: a story transition, the withdrawal or rewording of a headline, or a headline that counts for what the
 * sectors usually hear. One of them, the others are null.
 *
 * @param at knowledge time, epoch milliseconds
 * @param transition rare change of a story
 * @param attention of that story; 0 without transition
 * @param withdrawnHeadlineId id of a headline that was taken back
 * @param reworded whether that one says something else now, rather than nothing
 * @param counted headline that joined a story
 */
public record NewsEvent(
        long at,
        StoryTransition transition,
        double attention,
        String withdrawnHeadlineId,
        boolean reworded,
        CountedHeadline counted) {

    static NewsEvent told(long at, StoryTransition transition, double attention) {
        return new NewsEvent(at, transition, attention, null, false, null);
    }

    static NewsEvent withdrawn(long at, String headlineId) {
        return new NewsEvent(at, null, 0.0, headlineId, false, null);
    }

    static NewsEvent reworded(long at, String headlineId) {
        return new NewsEvent(at, null, 0.0, headlineId, true, null);
    }

    static NewsEvent counted(long at, CountedHeadline headline) {
        return new NewsEvent(at, null, 0.0, null, false, headline);
    }
}
