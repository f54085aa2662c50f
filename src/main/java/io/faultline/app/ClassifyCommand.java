package io.faultline.app;

import io.faultline.LexiconFiles;
import io.faultline.TextFile;
import io.faultline.app.classify.HeadlineLines;
import io.faultline.news.HeadlineClassifier;
import io.faultline.news.LexiconException;
import io.faultline.news.ReleaseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code classify}. */
@Command(
        name = "classify",
        description =
                "Says what headlines are: JSON lines on standard input (a wire headline, or title or headline with an"
                        + " optional id), one JSON object per line on standard output, in the same order; blank lines have none. A bad line gives an object"
                        + " with error; the exit code is then 1.",
        footer = {"", "Example:  echo '{\"title\":\"DeepSeek releases R1\"}' | ./faultline classify"})
final class ClassifyCommand implements java.util.concurrent.Callable<Integer> {

    @Option(
            names = "--lexicon",
            paramLabel = "DIR",
            description = "Further tables of vendors, models and words; may hold a release.model.")
    private List<String> lexicon = List.of();

    @Option(names = "--model", paramLabel = "FILE", description = "A model written by train. Default: the shipped one.")
    private Path model;

    private final Terminal terminal;

    ClassifyCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        HeadlineClassifier classifier = HeadlineClassifier.with(LexiconFiles.read(lexicon, Path.of("")));
        if (model != null) {
            classifier = classifier.with(read(model));
        }
        boolean good = new HeadlineLines(classifier, terminal).run(System.in);
        terminal.checkWritten();
        return good ? 0 : 1;
    }

    private static ReleaseModel read(Path file) {
        try {
            return ReleaseModel.parse(TextFile.read(file, LexiconFiles.MAX_BYTES), file.toString());
        } catch (LexiconException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
