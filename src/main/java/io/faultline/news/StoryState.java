package io.faultline.news;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered of one chain: its live stories and what its recent titles looked like. Bounded by
 * {@link #MAX_STORIES}, {@link #MAX_FINGERPRINTS} and the bounds of {@link Story}, whatever comes in.
 *
 * @param chain vendor id or {@code rival/CAUSE}
 * @param baseline sum of the weights of all headlines of the chain, each halved every
 *     {@link StoryHeat#BASELINE_HALF_LIFE_DAYS} days
 * @param baselineAt knowledge time to which the baseline is decayed, epoch milliseconds
 * @param stories live stories, oldest first
 * @param fingerprints of the newest titles, oldest first
 * @param releases told lately
 */
public record StoryState(
        String chain,
        double baseline,
        long baselineAt,
        List<Story> stories,
        List<TitleFingerprint> fingerprints,
        ReleasesToday releases) {

    /** State from before releases were counted has none. */
    public StoryState {
        releases = releases == null ? ReleasesToday.NONE : releases;
    }

    /** Most stories kept alive in one chain. */
    public static final int MAX_STORIES = 16;

    /** Most titles remembered for novelty. */
    public static final int MAX_FINGERPRINTS = 64;

    /** Heat of one of its stories as of an instant, epoch milliseconds, 0 to 1; 0 if it holds no such story. */
    public double heat(String story, long at) {
        return stories.stream()
                .filter(one -> one.id().equals(story))
                .mapToDouble(one -> heat(one, at))
                .findFirst()
                .orElse(0.0);
    }

    double heat(Story story, long at) {
        double usual = StoryHeat.decayed(baseline, baselineAt, at, StoryHeat.BASELINE_HALF_LIFE_DAYS);
        return StoryHeat.of(StoryChoice.attention(story, at), usual);
    }

    /** The chain without stories that had no news lately, as of an instant, epoch milliseconds. */
    public StoryState liveAt(long now) {
        return withStories(StoryPlaces.live(stories, now));
    }

    /** Whether a headline with this id stands in one of its stories. */
    public boolean holds(String headlineId) {
        return StoryRevision.known(this, headlineId) != null;
    }

    /** A chain of which nothing is known yet. */
    static StoryState empty(String chain, long at) {
        return new StoryState(chain, 0.0, at, List.of(), List.of(), ReleasesToday.NONE);
    }

    /** With the weight of a headline in the baseline. */
    StoryState counting(double weight, long knownAt) {
        double sum = StoryHeat.plus(baseline, baselineAt, weight, knownAt, StoryHeat.BASELINE_HALF_LIFE_DAYS);
        return withBaseline(sum, Math.max(baselineAt, knownAt));
    }

    StoryState withBaseline(double sum, long at) {
        return new StoryState(chain, sum, at, stories, fingerprints, releases);
    }

    StoryState withStories(List<Story> live) {
        return new StoryState(chain, baseline, baselineAt, live, fingerprints, releases);
    }

    StoryState withFingerprint(TitleFingerprint added) {
        return new StoryState(
                chain, baseline, baselineAt, stories, newest(fingerprints, added, MAX_FINGERPRINTS), releases);
    }

    /** With the fingerprint of a new wording in place of the old one's; null if there is none. */
    StoryState withFingerprint(TitleFingerprint old, TitleFingerprint wordingOrNull) {
        int at = fingerprints.lastIndexOf(old);
        if (at < 0) {
            return this;
        }
        List<TitleFingerprint> left = new ArrayList<>(fingerprints);
        if (wordingOrNull == null) {
            left.remove(at);
        } else {
            left.set(at, wordingOrNull);
        }
        return new StoryState(chain, baseline, baselineAt, stories, List.copyOf(left), releases);
    }

    StoryState withReleaseTold(long at) {
        return new StoryState(chain, baseline, baselineAt, stories, fingerprints, releases.plusOne(at));
    }

    private static <T> List<T> newest(List<T> kept, T added, int limit) {
        List<T> all = new ArrayList<>(kept);
        all.add(added);
        return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
    }
}
