package io.faultline.app.stories;

import io.faultline.io.dataset.NewsArchive;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineKind;
import io.faultline.news.LexiconTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an archive of headlines holds.
 *
 * @param headlines how many were looked at
 * @param from knowledge time of the first; null without any
 * @param to knowledge time of the last; null without any
 * @param stories by first headline
 * @param comparison with the listed releases of that time; null if none are listed
 */
public record StoryReport(
        int headlines, Instant from, Instant to, List<FoundStory> stories, ReleaseComparison comparison) {

    private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();

    /**
     * Stories of the headlines that became known from one instant up to another.
     *
     * @param from first instant; null for the archive's beginning
     * @param until first instant that is too late; null for the archive's end
     * @param lexicon tables of words that add to the shipped ones
     */
    public static StoryReport of(NewsArchive archive, Instant from, Instant until, List<LexiconTable> lexicon) {
        List<Headline> headlines = archive.headlines().stream()
                .filter(headline -> within(headline.earliestKnownAt(), from, until))
                .toList();
        StoryHunt hunt = StoryHunt.over(headlines, lexicon);
        ReleaseComparison comparison = archive.releases() == null
                ? null
                : ReleaseComparison.of(
                        archive.releases().stream()
                                .filter(listed -> within(listed.firstSeen(), from, until))
                                .toList(),
                        hunt);
        boolean none = headlines.isEmpty();
        return new StoryReport(
                headlines.size(),
                none ? null : headlines.get(0).earliestKnownAt(),
                none ? null : headlines.get(headlines.size() - 1).earliestKnownAt(),
                hunt.stories(),
                comparison);
    }

    long count(HeadlineKind kind) {
        return stories.stream().filter(story -> story.kind() == kind).count();
    }

    /** Stories of a kind in a week; empty for less than a week of headlines, which tells of no rate. */
    OptionalDouble perWeek(HeadlineKind kind) {
        double weeks = from == null ? 0 : Duration.between(from, to).toMillis() / WEEK_MILLIS;
        return weeks < 1 ? OptionalDouble.empty() : OptionalDouble.of(count(kind) / weeks);
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }
}
