package io.faultline.news;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which stories of a chain are kept. */
final class StoryPlaces {

    /**
     * Who gives way first: a story whose release was taken back, then the one of which least was ever told. Attention does
     * not count: a release that is quiet now may be what everybody talks about next week. What is told of the maker at large
     * keeps its one place, and with it the count of what it may tell.
     */
    private static final Comparator<Story> LEAST = Comparator.comparing(Story::released)
            .thenComparingDouble(StoryPlaces::evidence)
            .thenComparingLong(Story::lastAt)
            .thenComparing(Story::id);

    private StoryPlaces() {}

    /** The stories with one put in or moved on, the newest last; never more than there are places. */
    static List<Story> with(List<Story> stories, Story moved) {
        List<Story> kept = others(stories, moved);
        while (kept.size() >= StoryState.MAX_STORIES) {
            kept.stream().filter(StoryChoice::namesModel).min(LEAST).ifPresent(kept::remove);
        }
        kept.add(moved);
        return List.copyOf(kept);
    }

    /** Whether another story has to go for that one. */
    static boolean evicts(List<Story> stories, Story moved) {
        return others(stories, moved).size() >= StoryState.MAX_STORIES;
    }

    private static List<Story> others(List<Story> stories, Story moved) {
        List<Story> others = new ArrayList<>(stories);
        others.removeIf(story -> story.id().equals(moved.id()));
        return others;
    }

    /** Those that had news lately. */
    static List<Story> live(List<Story> stories, long now) {
        return stories.stream()
                .filter(story -> now - story.lastAt() <= StoryChoice.LIVE_MILLIS)
                .toList();
    }

    private static double evidence(Story story) {
        return story.headlines().stream()
                .mapToDouble(StoryHeadline::weightInHeat)
                .sum();
    }
}
