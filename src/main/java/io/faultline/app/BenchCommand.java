package io.faultline.app;

import io.faultline.app.classify.ClassifierBench;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}. */
@Command(name = "bench", synopsisSubcommandLabel = "classify", description = "Measures parts of the product alone.")
final class BenchCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    BenchCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "bench what? classify");
    }

    @Command(
            name = "classify",
            description =
                    "Time of the headline classifier on one core, as a multiple of parsing the same headlines' JSON.")
    int classify(
            @Option(
                            names = "--headlines",
                            required = true,
                            paramLabel = "FILE",
                            description = "JSON lines with title or headline.")
                    Path file) {
        InputFile.check(file);
        terminal.out().println(ClassifierBench.run(file));
        terminal.checkWritten();
        return 0;
    }
}
