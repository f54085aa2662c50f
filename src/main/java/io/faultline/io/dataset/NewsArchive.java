package io.faultline.io.dataset;

import io.faultline.news.Headline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The news side of a data set: its headlines, and the releases that are known to be in them. Needs no prices.
 *
 * @param headlines in the order in which they could be known
 * @param releases of {@code model_releases.csv}, in its order; null if there is no such file
 * @param problems one line each, with file and line number, for the first headlines that are left out
 * @param refused how many are left out
 */
public record NewsArchive(List<Headline> headlines, List<ListedRelease> releases, List<String> problems, long refused) {

    private static final String HEADLINES = "headlines.jsonl";
    private static final int PROBLEMS = 20;

    /** The files that it is read from, there or not. */
    public static List<Path> files(Path directory) {
        return Stream.of(HEADLINES, ReleaseFile.NAME)
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .map(directory::resolve)
                .toList();
    }

    /**
     * Reads a directory with {@code headlines.jsonl} and optionally {@code model_releases.csv}, gzipped or not.
     *
     * @throws DataSetException if it has no file of headlines or a file cannot be read through, naming file and line
     */
    public static NewsArchive open(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new DataSetException(directory + " is not a directory");
        }
        DataSetFiles files = DataSetFiles.in(directory);
        List<String> problems = new ArrayList<>();
        AtomicLong refused = new AtomicLong();
        List<Headline> headlines = files.open(HEADLINES)
                .map(file -> RecordFiles.headlines(file, problem -> {
                    refused.incrementAndGet();
                    if (problems.size() < PROBLEMS) {
                        problems.add(problem);
                    }
                }))
                .orElseThrow(() -> new DataSetException(directory + ": " + HEADLINES + " is missing"));
        return new NewsArchive(
                headlines, files.open(ReleaseFile.NAME).map(ReleaseFile::read).orElse(null), problems, refused.get());
    }
}
