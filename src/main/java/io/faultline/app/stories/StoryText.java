package io.faultline.app.stories;

import io.faultline.app.console.TerminalText;
import io.faultline.app.stories.ReleaseComparison.Match;
import io.faultline.app.stories.ReleaseComparison.Miss;
import io.faultline.io.dataset.ListedRelease;
import io.faultline.news.HeadlineKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A report for people. */
public final class StoryText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SOURCE_COLUMNS = 24;

    private StoryText() {}

    /** Lines for the terminal: stories, totals, comparison. */
    public static List<String> lines(StoryReport report) {
        List<String> lines = new ArrayList<>();
        report.stories().forEach(story -> lines.add(line(story)));
        lines.add("");
        lines.add(format(
                "%,d headlines, %s to %s, %,d stories",
                report.headlines(),
                time(report.from()),
                time(report.to()),
                report.stories().size()));
        for (HeadlineKind kind : HeadlineKind.values()) {
            if (report.count(kind) > 0) {
                OptionalDouble rate = report.perWeek(kind);
                lines.add(format("  %-10s %,6d", kind, report.count(kind))
                        + (rate.isPresent() ? format("   %.1f a week", rate.getAsDouble()) : ""));
            }
        }
        if (report.comparison() != null) {
            lines.addAll(compared(report.comparison()));
        }
        return lines;
    }

    private static String line(FoundStory story) {
        String source = story.releaseSource() == null ? "-" : story.releaseSource();
        return format(
                "%s  %-9s  %-32s  %s  %,5d headlines  %2d sources  heat %.2f at %s",
                time(story.firstSeen()),
                story.kind(),
                story.id(),
                TerminalText.pad(TerminalText.fit(source, SOURCE_COLUMNS), SOURCE_COLUMNS),
                story.headlines(),
                story.sources().size(),
                story.peakHeat(),
                time(story.peakAt()));
    }

    private static List<String> compared(ReleaseComparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(format(
                        "Listed releases: %d, found in time %d, earlier %d, missed %d",
                        comparison.listed(),
                        comparison.found().size(),
                        comparison.early().size(),
                        comparison.missed().size())
                + (comparison.recall() == null ? "" : format("; recall in time %.1f %%", 100 * comparison.recall())));
        comparison.found().forEach(match -> lines.add(matched("found  ", match)));
        comparison.early().forEach(match -> lines.add(matched("earlier", match)));
        comparison.missed().forEach(miss -> lines.add("  missed  " + listed(miss.listed()) + "  " + nearest(miss)));
        comparison
                .extra()
                .forEach(story -> lines.add("  extra   " + format("%-28s", story.id()) + " "
                        + time(story.releases().get(0).at()) + "  " + story.kind()));
        lines.add(format(
                "  %,d stories of releases and products are on no list",
                comparison.extra().size()));
        return lines;
    }

    private static String matched(String how, Match match) {
        return "  " + how + " " + listed(match.listed()) + "  " + match.story().id() + " told " + time(match.at());
    }

    private static String nearest(Miss miss) {
        String names = miss.named() ? "" : "; no headline of that time names it";
        return (miss.nearest() == null ? "no such story" : miss.nearest().id() + " told " + time(miss.at())) + names;
    }

    private static String listed(ListedRelease listed) {
        return TerminalText.pad(TerminalText.fit(TerminalText.clean(listed.vendor() + " " + listed.model()), 28), 28)
                + " " + time(listed.firstSeen().toEpochMilli());
    }

    private static String time(Instant at) {
        return at == null ? "-" : TIME.format(at);
    }

    private static String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
