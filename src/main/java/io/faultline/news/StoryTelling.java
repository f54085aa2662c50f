package io.faultline.news;

import java.util.List;

/** Decides whether a headline changes its story enough to tell the sectors. */
final class StoryTelling {

    /** Heat from which attention counts as above its baseline. */
    static final double HOT = 0.5;

    private static final double MIN_NOVELTY = 0.3;
    private static final long RELEASE_PAUSE_MILLIS = 3 * StoryChoice.DAY_MILLIS;

    private StoryTelling() {}

    /** Whether the cause is worth telling; heats are those of the story just before and just after it. */
    static boolean worth(Story story, StoryHeadline cause, Heats heats, double score) {
        if (!story.told().on(cause.knownAt()).allows(cause.kind())) {
            return false;
        }
        return switch (cause.kind()) {
            case RELEASE, PRODUCT ->
                !story.released()
                        || (cause.knownAt() - story.releasedAt() > RELEASE_PAUSE_MILLIS
                                && cause.novelty() >= MIN_NOVELTY);
            case AMPLIFIER -> heats.after >= HOT && cause.novelty() >= MIN_NOVELTY;
            case RECAP -> true;
            case RIVAL -> (heats.before < HOT && heats.after >= HOT) || score >= RivalRules.STRONG;
            case OTHER -> false;
        };
    }

    /** The transition to tell. */
    static StoryTransition transition(Story story, StoryHeadline cause, double heat) {
        List<StoryHeadline> told = StoryEvidence.told(story.headlines(), cause);
        // A recap explains what it names itself, not what the release was about.
        List<StoryHeadline> tagged = cause.kind() == HeadlineKind.RECAP ? List.of(cause) : told;
        return new StoryTransition(cause.kind(), story.id(), cause.knownAt(), heat, told, story.tickersOf(tagged));
    }

    /** The story after telling. */
    static Story told(Story story, StoryHeadline cause) {
        Story counted = story.withTold(story.told().on(cause.knownAt()).plus(cause.kind()));
        return StoryEvidence.isRelease(cause) ? counted.withRelease(cause.knownAt()) : counted;
    }

    /** Heat of a story around one headline. */
    record Heats(double before, double after) {}
}
