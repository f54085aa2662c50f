package io.faultline.shock;

import java.time.Instant;

/**
 * The conditions of the event patterns, as pure functions of signals of one sector. Conditions that need a rule's
 * thresholds were evaluated where the signal was made: a story below the sector's minimum exposure or an amplification
 * below its minimum heat is no signal at all.
 */
public final class ShockCriteria {

    private static final String RIVAL_PREFIX = "rival/";
    private static final String ANY_MODEL = "/*";

    private ShockCriteria() {}

    /** A release that the sector is exposed to. */
    public static boolean releases(Signal signal) {
        return signal.kind() == SignalKind.RELEASE;
    }

    /** Attention to the story of an earlier release. */
    public static boolean amplifies(Signal release, Signal signal) {
        return signal.kind() == SignalKind.AMPLIFICATION && sameStory(storyOf(release), storyOf(signal));
    }

    /** The sector meets the opening condition. */
    public static boolean collapses(Signal signal) {
        return signal.kind() == SignalKind.LEVEL && signal.opening();
    }

    /** A collapse whose onset is strictly later than the news: known here before, and published before. */
    public static boolean collapsesAfter(Signal news, Signal signal) {
        if (!collapses(signal) || news.at() >= signal.at()) {
            return false;
        }
        Instant published = news.story().transition().cause().publishedAt();
        return published.toEpochMilli() < signal.at();
    }

    /** A headline at or after the collapse that names a story, and not a rival cause, as what was behind it. */
    public static boolean attributes(Signal collapse, Signal signal) {
        return signal.kind() == SignalKind.RECAP
                && signal.at() >= collapse.at()
                && !storyOf(signal).startsWith(RIVAL_PREFIX);
    }

    /** Equal stories, or the same vendor where one of them names no model. */
    static boolean sameStory(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        boolean vendorOnly = left.endsWith(ANY_MODEL) || right.endsWith(ANY_MODEL);
        return vendorOnly && vendor(left).equals(vendor(right));
    }

    private static String vendor(String story) {
        int slash = story.indexOf('/');
        return slash < 0 ? story : story.substring(0, slash);
    }

    private static String storyOf(Signal signal) {
        return signal.story().transition().story();
    }
}
