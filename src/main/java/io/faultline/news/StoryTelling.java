package io.faultline.news;

import java.util.List;

/** Decides whether a headline changes its story enough to tell the sectors. */
final class StoryTelling {

    /** Heat from which attention counts as above its baseline. */
    static final double HOT = 0.5;

    private static final double MIN_NOVELTY = 0.3;
    /** Attention of longer ago is none of now, however hot its story is for other headlines. */
    private static final long FRESH_MILLIS = StoryChoice.DAY_MILLIS;

    private static final long RELEASE_PAUSE_MILLIS = 3 * StoryChoice.DAY_MILLIS;

    private StoryTelling() {}

    /** Whether the cause is worth telling; heats are those of the story just before and just after it. */
    static boolean worth(Story story, StoryHeadline cause, Heats heats, double score) {
        ToldToday today = story.told().on(cause.knownAt());
        if (!today.allows(cause.kind())) {
            return false;
        }
        boolean novel = cause.novelty() >= MIN_NOVELTY;
        // Copies of one title do not take the place of what else there is to tell; a day's first word may be an old
        // one.
        boolean noCopy = novel || today.count(cause.kind()) == 0;
        return switch (cause.kind()) {
            case RELEASE, PRODUCT -> renews(story.releasedAt(), cause);
            case AMPLIFIER -> heats.after >= HOT && novel && heats.at - cause.knownAt() <= FRESH_MILLIS;
            case RECAP -> noCopy;
            case RIVAL -> (heats.before < HOT && heats.after >= HOT) || (score >= RivalRules.STRONG && noCopy);
            case OTHER -> false;
        };
    }

    /** Whether a release is the first of its story, or so much later than the one told last that it is news again. */
    private static boolean renews(long releasedAt, StoryHeadline release) {
        return releasedAt == Story.NOT_RELEASED
                || (release.knownAt() - releasedAt > RELEASE_PAUSE_MILLIS && release.novelty() >= MIN_NOVELTY);
    }

    /** Knowledge time of the newest of these releases that is told, had there been no others. */
    static long releasedAt(List<StoryHeadline> headlines) {
        long at = Story.NOT_RELEASED;
        for (StoryHeadline headline : headlines) {
            if (StoryEvidence.isRelease(headline) && renews(at, headline)) {
                at = headline.knownAt();
            }
        }
        return at;
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

    /** Heat of a story around one headline, at the instant at which it is taken. */
    record Heats(double before, double after, long at) {}
}
