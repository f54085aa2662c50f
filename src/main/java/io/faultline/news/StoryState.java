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
    public static final int MAX_STORIES = 8;

    /** Most titles remembered for novelty. */
    public static final int MAX_FINGERPRINTS = 64;

    /** Heat of one of its stories as of an instant, epoch milliseconds, 0 to 1; 0 if it holds no such story. */
    public double heat(String story, long at) {
        double usual = StoryHeat.decayed(baseline, baselineAt, at, StoryHeat.BASELINE_HALF_LIFE_DAYS);
        return stories.stream()
                .filter(one -> one.id().equals(story))
                .mapToDouble(one -> StoryHeat.of(StoryChoice.attention(one, at), usual))
                .findFirst()
                .orElse(0.0);
    }

    /** Whether a headline with this id stands in one of its stories. */
    public boolean holds(String headlineId) {
        return StoryRevision.known(this, headlineId) != null;
    }

    /** A chain of which nothing is known yet. */
    static StoryState empty(String chain, long at) {
        return new StoryState(chain, 0.0, at, List.of(), List.of(), ReleasesToday.NONE);
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

    StoryState withReleaseTold(long at) {
        return new StoryState(chain, baseline, baselineAt, stories, fingerprints, releases.plusOne(at));
    }

    private static <T> List<T> newest(List<T> kept, T added, int limit) {
        List<T> all = new ArrayList<>(kept);
        all.add(added);
        return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
    }
}
