package io.faultline.app.stories;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryTransition;
import io.faultline.news.TitleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One story, from its first headline until its chain let go of it. */
final class FoundStory {

    private static final int MAX_SOURCES = 100;
    private static final String UNNAMED = "?";

    private final String id;
    private final Map<String, Said> headlines = new LinkedHashMap<>();
    private final List<Telling> releases = new ArrayList<>();
    private double peakHeat;
    private long peakAt;

    FoundStory(String id, ClassifiedHeadline opening) {
        this.id = id;
        this.peakAt = opening.knownAt();
    }

    /**
     * A release told to the sectors.
     *
     * @param at knowledge time of its headline, epoch milliseconds
     * @param kind RELEASE or PRODUCT
     * @param headlineId id of its headline on the wire
     * @param title of that headline, without controls
     */
    record Telling(long at, HeadlineKind kind, String headlineId, String title) {}

    /** What is kept of a headline. */
    private record Said(HeadlineKind kind, String source, long firstAt, long lastAt) {}

    /** Counts one headline; heat is that of the story after it, 0 to 1. */
    void joined(ClassifiedHeadline item, double heat, StoryTransition told) {
        String headline = item.headline().id();
        HeadlineKind says = item.classification().kind();
        String source = item.headline().source();
        Said before = headlines.get(headline);
        long firstAt = before == null ? item.knownAt() : before.firstAt();
        headlines.put(
                headline, new Said(says, source == null ? UNNAMED : TitleText.clean(source), firstAt, item.knownAt()));
        releases.removeIf(release -> release.headlineId().equals(headline) && release.kind() != says);
        if (heat > peakHeat) {
            peakHeat = heat;
            peakAt = item.knownAt();
        }
        told(told);
    }

    /** Takes note of what sectors were told of it, if it is a release; null if nothing. */
    void told(StoryTransition told) {
        if (told != null && (told.kind() == HeadlineKind.RELEASE || told.kind() == HeadlineKind.PRODUCT)) {
            releases.add(new Telling(
                    told.at(),
                    told.kind(),
                    told.cause().headlineId(),
                    told.cause().title()));
        }
    }

    /** Takes a headline out that was withdrawn or now says something else; heat that it had stays on record. */
    void left(String headlineId) {
        headlines.remove(headlineId);
        releases.removeIf(release -> release.headlineId().equals(headlineId));
    }

    String id() {
        return id;
    }

    /** Kind of its first release, without one that of its first headline. */
    HeadlineKind kind() {
        return releases.isEmpty()
                ? headlines.values().iterator().next().kind()
                : releases.get(0).kind();
    }

    /** Knowledge time of its first headline, epoch milliseconds. */
    long firstSeen() {
        return headlines.values().stream().mapToLong(Said::firstAt).min().orElseThrow();
    }

    /** Knowledge time of its newest headline, epoch milliseconds. */
    long lastAt() {
        return headlines.values().stream().mapToLong(Said::lastAt).max().orElseThrow();
    }

    /** Source of its first release headline; null without one. */
    String releaseSource() {
        return releases.isEmpty()
                ? null
                : headlines.get(releases.get(0).headlineId()).source();
    }

    /** How many it has that were not withdrawn. */
    int headlines() {
        return headlines.size();
    }

    Set<String> sources() {
        return headlines.values().stream()
                .map(Said::source)
                .distinct()
                .limit(MAX_SOURCES)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Telling> releases() {
        return releases;
    }

    double peakHeat() {
        return peakHeat;
    }

    /** Knowledge time of the headline with the greatest heat, epoch milliseconds. */
    long peakAt() {
        return peakAt;
    }
}
