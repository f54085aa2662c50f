package io.faultline.app;

import io.faultline.LexiconFiles;
import io.faultline.app.stories.StoryJson;
import io.faultline.app.stories.StoryReport;
import io.faultline.app.stories.StoryText;
import io.faultline.io.dataset.NewsArchive;
import io.faultline.news.LexiconTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stories}. */
@Command(
        name = "stories",
        header = "Tells which stories an archive of headlines holds.",
        description = "Runs the job's classifier and story chains over the headlines of a data set directory, in the"
                + " order in which they could be known, and prints each story: first headline, kind, id, source of the"
                + " release, headlines, sources, greatest heat. If the set has model_releases.csv, tells which of those"
                + " releases were found. Bad lines are told and left out; the exit code is then 1.",
        footer = {
            "",
            "Examples:",
            "  ./faultline stories --dataset history",
            "  ./faultline stories --dataset history --from 2025-01-01 --to 2025-01-31 --out stories.jsonl"
        })
final class StoriesCommand implements Callable<Integer> {

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            description = "Directory with headlines.jsonl and, optionally, model_releases.csv.")
    private Path dataset;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the stories here, one JSON object a line.")
    private Path out;

    @Option(
            names = "--lexicon",
            paramLabel = "DIR",
            description = "Further tables of vendors, models and words; may hold a release.model.")
    private List<String> lexicon = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "First UTC day to look at. Default: all.")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last UTC day to look at. Default: all.")
    private String to;

    private final Terminal terminal;

    StoriesCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Instant first = midnight("--from", from);
        Instant last = midnight("--to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new UsageException("--to " + to + " is before --from " + from);
        }
        Instant until = last == null ? null : last.plus(Duration.ofDays(1));
        if (out == null) {
            NewsArchive archive = NewsArchive.open(dataset);
            tell(archive, first, until);
            return complain(archive);
        }
        try (OutputFile file = OutputFile.open(out)) {
            file.isNoneOf(NewsArchive.files(dataset));
            NewsArchive archive = NewsArchive.open(dataset);
            StoryJson.write(tell(archive, first, until), file.draft());
            file.commit();
            return complain(archive);
        } catch (IOException e) {
            throw new UsageException(out + ": cannot be written", e);
        }
    }

    private StoryReport tell(NewsArchive archive, Instant from, Instant until) {
        List<LexiconTable> further = LexiconFiles.read(lexicon, Path.of(""));
        StoryReport report = StoryReport.of(archive, from, until, further);
        StoryText.lines(report).forEach(terminal.out()::println);
        terminal.checkWritten();
        return report;
    }

    private int complain(NewsArchive archive) {
        archive.problems().forEach(terminal::complain);
        long untold = archive.refused() - archive.problems().size();
        if (untold > 0) {
            terminal.complain("and " + untold + " more lines like these");
        }
        return archive.refused() == 0 ? 0 : 1;
    }

    private static Instant midnight(String option, String date) {
        try {
            return date == null
                    ? null
                    : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(option + ": '" + date + "' is no date such as 2025-01-27", e);
        }
    }
}
