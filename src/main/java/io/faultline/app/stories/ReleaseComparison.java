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
 * Stories against a list of releases. A release is found if a story that means it was told as released within an hour of
 * its first sight or, if only the day of that is known, on that UTC day; it is early if that was up to three days before:
 * lists tell when a release was seen at the latest.
 *
 * @param found releases with a story in time, in the order of the list
 * @param early releases with a story that was told before
 * @param missed all others
 * @param extra released stories that are on no list, in the order of the stories
 */
record ReleaseComparison(List<Match> found, List<Match> early, List<Miss> missed, List<FoundStory> extra) {

    private static final long TOLERANCE_MILLIS = Duration.ofHours(1).toMillis();
    private static final long EARLY_MILLIS = Duration.ofDays(3).toMillis();
    private static final long NEAR_MILLIS = Duration.ofDays(30).toMillis();

    /** A listed release and its story; {@code at} is when it was told, epoch milliseconds. */
    record Match(ListedRelease listed, FoundStory story, long at) {}

    /**
     * A listed release that was not found.
     *
     * @param nearest story that means it and was told within a month, or null
     * @param at when that was told, epoch milliseconds, or null
     * @param named whether any headline of that hour or day names it at all
     */
    record Miss(ListedRelease listed, FoundStory nearest, Long at, boolean named) {}

    static ReleaseComparison of(List<ListedRelease> listed, StoryHunt hunt) {
        ReleaseComparison result =
                new ReleaseComparison(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<FoundStory> matched = new HashSet<>();
        for (ListedRelease release : listed) {
            Match best = nearest(release, hunt.stories());
            if (best == null || !(inTime(release, best.at) || isEarly(release, best.at))) {
                result.missed.add(miss(release, best, hunt.names()));
            } else {
                matched.add(best.story);
                (inTime(release, best.at) ? result.found : result.early).add(best);
            }
        }
        hunt.stories().stream()
                .filter(story -> !story.releases().isEmpty() && !matched.contains(story))
                .forEach(result.extra::add);
        return result;
    }

    /** How many releases are listed. */
    int listed() {
        return found.size() + early.size() + missed.size();
    }

    /** Share of the listed releases that was found in time, 0 to 1; null if none is listed. */
    Double recall() {
        return listed() == 0 ? null : (double) found.size() / listed();
    }

    private static Miss miss(ListedRelease release, Match best, List<NameSighting> names) {
        ReleaseName name = ReleaseName.of(release);
        boolean named =
                names.stream().anyMatch(sighting -> inTime(release, sighting.at()) && name.means(sighting.id()));
        return new Miss(release, best == null ? null : best.story, best == null ? null : best.at, named);
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

    private static boolean isEarly(ListedRelease release, long at) {
        long before = release.firstSeen().toEpochMilli() - at;
        return before > 0 && before <= EARLY_MILLIS;
    }

    private static LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
    }
}
