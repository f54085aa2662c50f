package io.faultline.app.stories;

import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryTransition;
import io.faultline.news.TitleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One story, from its first headline until its chain let go of it. */
final class FoundStory {

    private static final int MAX_SOURCES = 100;
    private static final String UNNAMED = "?";

    private final String id;
    private final long firstSeen;
    private final Set<String> sources = new TreeSet<>();
    private final List<Telling> releases = new ArrayList<>();
    private HeadlineKind kind;
    private String releaseSource;
    private int headlines;
    private double peakHeat;
    private long peakAt;
    private long lastAt;

    FoundStory(String id, ClassifiedHeadline opening) {
        this.id = id;
        this.firstSeen = opening.knownAt();
        this.kind = opening.classification().kind();
    }

    /**
     * A release told to the sectors.
     *
     * @param at knowledge time of its headline, epoch milliseconds
     * @param kind RELEASE or PRODUCT
     */
    record Telling(long at, HeadlineKind kind) {}

    /** Counts one headline; heat is that of the story after it, 0 to 1. */
    void joined(ClassifiedHeadline item, double heat, StoryTransition told) {
        headlines++;
        lastAt = item.knownAt();
        String source = item.headline().source() == null
                ? UNNAMED
                : TitleText.clean(item.headline().source());
        if (sources.size() < MAX_SOURCES) {
            sources.add(source);
        }
        if (heat > peakHeat) {
            peakHeat = heat;
            peakAt = item.knownAt();
        }
        if (told != null && (told.kind() == HeadlineKind.RELEASE || told.kind() == HeadlineKind.PRODUCT)) {
            if (releases.isEmpty()) {
                kind = told.kind();
                releaseSource = source;
            }
            releases.add(new Telling(told.at(), told.kind()));
        }
    }

    String id() {
        return id;
    }

    HeadlineKind kind() {
        return kind;
    }

    /** Knowledge time of its first headline, epoch milliseconds. */
    long firstSeen() {
        return firstSeen;
    }

    /** Knowledge time of its newest headline, epoch milliseconds. */
    long lastAt() {
        return lastAt;
    }

    /** Source of its first release headline; null without one. */
    String releaseSource() {
        return releaseSource;
    }

    int headlines() {
        return headlines;
    }

    Set<String> sources() {
        return sources;
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
