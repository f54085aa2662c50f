package io.faultline.app.stories;

import io.faultline.app.stories.FoundStory.Telling;
import io.faultline.io.dataset.ListedRelease;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stories against releases that are known to be in the headlines. A release is found if a story that means it was told
 * as released within an hour of its first sight or, if only the day of that is known, on that UTC day.
 *
 * @param found releases with a story, in the order of the list
 * @param missed releases without one
 * @param extra released stories that are on no list, in the order of the stories
 */
record ReleaseComparison(List<Match> found, List<Miss> missed, List<FoundStory> extra) {

    private static final long TOLERANCE_MILLIS = Duration.ofHours(1).toMillis();
    private static final long NEAR_MILLIS = Duration.ofDays(30).toMillis();

    /** A listed release and its story; {@code at} is when it was told, epoch milliseconds. */
    record Match(ListedRelease listed, FoundStory story, long at) {}

    /** A listed release that was not found; nearest telling of a story that means it within a month, or null. */
    record Miss(ListedRelease listed, FoundStory nearest, Long at) {}

    static ReleaseComparison of(List<ListedRelease> listed, List<FoundStory> stories) {
        List<Match> found = new ArrayList<>();
        List<Miss> missed = new ArrayList<>();
        Set<FoundStory> matched = new HashSet<>();
        for (ListedRelease release : listed) {
            Match best = nearest(release, stories);
            if (best != null && inTime(release, best.at)) {
                found.add(best);
                matched.add(best.story);
            } else {
                missed.add(best == null ? new Miss(release, null, null) : new Miss(release, best.story, best.at));
            }
        }
        List<FoundStory> extra = stories.stream()
                .filter(story -> !story.releases().isEmpty() && !matched.contains(story))
                .toList();
        return new ReleaseComparison(found, missed, extra);
    }

    /** Share of the listed releases that was found, 0 to 1; null if none is listed. */
    Double recall() {
        int all = found.size() + missed.size();
        return all == 0 ? null : (double) found.size() / all;
    }

    private static Match nearest(ListedRelease release, List<FoundStory> stories) {
        ReleaseName name = ReleaseName.of(release);
        long wanted = release.firstSeen().toEpochMilli();
        Match best = null;
        for (FoundStory story : stories) {
            if (!name.means(story.id())) {
                continue;
            }
            for (Telling telling : story.releases()) {
                long away = Math.abs(telling.at() - wanted);
                if (away <= NEAR_MILLIS && (best == null || away < Math.abs(best.at - wanted))) {
                    best = new Match(release, story, telling.at());
                }
            }
        }
        return best;
    }

    private static boolean inTime(ListedRelease release, long at) {
        long wanted = release.firstSeen().toEpochMilli();
        return release.dayOnly() ? day(at).equals(day(wanted)) : Math.abs(at - wanted) <= TOLERANCE_MILLIS;
    }

    private static LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
    }
}
