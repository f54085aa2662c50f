package io.faultline.app;

import io.faultline.LexiconFiles;
import io.faultline.app.classify.LabelledFile;
import io.faultline.app.classify.Training;
import io.faultline.app.console.TerminalText;
import io.faultline.news.LexiconTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}. */
@Command(
        name = "train",
        description =
                "Trains the headline classifier's model of releases on labelled titles, prints precision, recall and F1"
                        + " by cross-validation, and writes the model. FILE holds one JSON object per line: headline or title, label"
                        + " (release, related, other), lang; at most 100,000 of them. The same file gives the same model, byte for byte.",
        footer = {"", "Example:  ./faultline train --labelled titles.jsonl --out release.model"})
final class TrainCommand implements Runnable {

    @Option(names = "--labelled", required = true, paramLabel = "FILE", description = "Labelled titles.")
    private Path labelled;

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "Where the model goes.")
    private Path out;

    @Option(names = "--lexicon", paramLabel = "DIR", description = "Further tables of vendors, models and words.")
    private List<String> lexicon = List.of();

    private final Terminal terminal;

    TrainCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        InputFile.check(labelled);
        try (OutputFile file = OutputFile.open(out)) {
            file.isNoneOf(List.of(labelled));
            List<LexiconTable> tables = LexiconFiles.read(lexicon, Path.of(""));
            // A model that is trained anew may take the place of the one beside the tables.
            file.isNoneOf(tables.stream()
                    .filter(LexiconTable::holdsWords)
                    .map(table -> Path.of(table.origin()))
                    .toList());
            Training training = new Training(LabelledFile.read(labelled), tables);
            training.judge().forEach(terminal.out()::println);
            Files.writeString(file.draft(), training.model());
            file.commit();
        } catch (IOException e) {
            throw new UsageException(out + ": cannot be written", e);
        }
        terminal.out().println("written to " + TerminalText.clean(out.toString()));
        terminal.checkWritten();
    }
}
