package io.faultline.io.dataset;

import io.faultline.news.Headline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The news side of a data set: its headlines, and the releases that are known to be in them. Needs no prices.
 *
 * @param headlines in the order in which they could be known
 * @param releases of {@code model_releases.csv}, in its order; null if there is no such file
 */
public record NewsArchive(List<Headline> headlines, List<ListedRelease> releases) {

    private static final String HEADLINES = "headlines.jsonl";

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
     * @throws DataSetException if it has no headlines or a file is malformed, naming file and line
     */
    public static NewsArchive open(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new DataSetException(directory + " is not a directory");
        }
        DataSetFiles files = DataSetFiles.in(directory);
        List<Headline> headlines = files.open(HEADLINES)
                .map(RecordFiles::headlines)
                .orElseThrow(() -> new DataSetException(directory + ": " + HEADLINES + " is missing"));
        return new NewsArchive(
                headlines, files.open(ReleaseFile.NAME).map(ReleaseFile::read).orElse(null));
    }
}
