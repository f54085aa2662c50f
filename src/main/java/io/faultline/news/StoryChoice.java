package io.faultline.news;

/** Which story of its chain a headline belongs to. */
final class StoryChoice {

    static final long DAY_MILLIS = 86_400_000L;

    /** A story without news, or a release, of this age is no longer live. */
    static final long LIVE_MILLIS = 21 * DAY_MILLIS;

    /** A release that names no model is taken for one already known if that one is not older than this. */
    static final long SAME_RELEASE_MILLIS = 3 * DAY_MILLIS;

    /** The newest release loses headlines that name only the vendor to another named one with this many times its attention. */
    private static final double MUCH_HOTTER = 2.0;

    private StoryChoice() {}

    /** Story id; null for a headline that says too little to open one. */
    static String idFor(StoryState chain, ClassifiedHeadline item) {
        Classification what = item.classification();
        String own = what.vendor() + "/" + (what.model() == null ? "*" : what.model());
        return switch (what.kind()) {
            case RIVAL -> item.chainKey();
            case RELEASE, PRODUCT -> released(chain, item, own);
            case AMPLIFIER, RECAP -> {
                String live = live(chain, item, own);
                yield live == null ? what.vendor() + "/*" : live;
            }
            case OTHER -> live(chain, item, own);
        };
    }

    private static String released(StoryState chain, ClassifiedHeadline item, String own) {
        Story recent =
                item.classification().model() == null ? newest(chain, item.knownAt(), SAME_RELEASE_MILLIS) : null;
        return recent == null ? own : recent.id();
    }

    private static String live(StoryState chain, ClassifiedHeadline item, String own) {
        boolean named = item.classification().model() != null;
        Story live = named ? meant(chain, own, item.knownAt()) : talkedOf(chain, item.knownAt());
        return live == null ? null : live.id();
    }

    /** The release of the model that is named, else the newest one of a name alike; no other is meant. */
    private static Story meant(StoryState chain, String named, long at) {
        Story alike = null;
        for (Story story : chain.stories()) {
            if (isLiveRelease(story, at, LIVE_MILLIS) && ModelName.alike(story.id(), named)) {
                if (story.id().equals(named)) {
                    return story;
                }
                alike = alike == null || isNewer(story, alike) ? story : alike;
            }
        }
        return alike;
    }

    /** The release that a headline naming only the vendor means: the newest, unless another is much hotter. */
    private static Story talkedOf(StoryState chain, long at) {
        Story newest = newest(chain, at, LIVE_MILLIS);
        Story chosen = newest;
        for (Story story : chain.stories()) {
            if (isLiveRelease(story, at, LIVE_MILLIS)
                    && namesModel(story)
                    && attention(story, at) > attention(chosen, at)
                    && attention(story, at) >= MUCH_HOTTER * attention(newest, at)) {
                chosen = story;
            }
        }
        return chosen;
    }

    private static Story newest(StoryState chain, long at, long withinMillis) {
        Story newest = null;
        for (Story story : chain.stories()) {
            if (isLiveRelease(story, at, withinMillis) && (newest == null || isNewer(story, newest))) {
                newest = story;
            }
        }
        return newest;
    }

    /** A release by name is rather meant than one of an unnamed model or product, however new. */
    private static boolean isNewer(Story story, Story other) {
        boolean named = namesModel(story);
        return named == namesModel(other) ? firstRelease(story) > firstRelease(other) : named;
    }

    static boolean namesModel(Story story) {
        return !story.id().endsWith("/*");
    }

    /** An older release that is told anew does not become the newest one. */
    private static long firstRelease(Story story) {
        StoryHeadline release = StoryEvidence.release(story.headlines());
        return release == null ? story.releasedAt() : release.knownAt();
    }

    /** Whether it is out at an instant, and not for too long; what comes late does not talk of what came after it. */
    private static boolean isLiveRelease(Story story, long at, long withinMillis) {
        return story.released() && at >= firstRelease(story) && at - story.releasedAt() <= withinMillis;
    }

    /** Attention as of an instant. */
    static double attention(Story story, long at) {
        return StoryHeat.decayed(story.attention(), story.lastAt(), at, StoryHeat.ATTENTION_HALF_LIFE_DAYS);
    }
}
