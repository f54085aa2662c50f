package io.faultline.news;

/**
 * What sectors were told of a headline: they may hold it as evidence.
 *
 * @param kind what it said
 * @param story id of the story that it was told with
 * @param at knowledge time of the transition, epoch milliseconds
 */
public record ToldHeadline(HeadlineKind kind, String story, long at) {

    /** Whether a correction of it leaves nothing of what was told: it is gone, or says something else. */
    public boolean isTakenBackBy(ClassifiedHeadline correction) {
        return correction.withdraws() || (correction.corrects() && !correction.says(kind, story));
    }
}
