package io.faultline.app;

import io.faultline.app.backtest.Backtest;
import io.faultline.app.backtest.Backtest.AskedDay;
import io.faultline.app.backtest.Backtest.DataFiles;
import io.faultline.app.backtest.OutFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backtest}. */
@Command(
        name = "backtest",
        header = "Runs the job over history and tells what it would have raised.",
        description = "Runs the same job graph over a data set directory, as fast as it goes, in this process, without"
                + " Kafka. Writes alerts.jsonl, closes.jsonl, summary.json and summary.txt; if the set has labels.csv, the"
                + " summary tells recall and precision and names what was missed and what was extra. Daily bars are"
                + " judged at the close.",
        footer = {
            "",
            "Examples:",
            "  ./faultline backtest --dataset history --out out",
            "  ./faultline backtest --dataset history --out out --rules new-rules.json",
            "  ./faultline backtest --dataset history --explain 2025-01-27 semiconductors"
        })
final class BacktestCommand implements Runnable {

    @Option(names = "--dataset", paramLabel = "DIR", required = true, description = "The data set directory.")
    private Path dataset;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description =
                    "Directory for the results; those of an earlier run are removed at the start. Needed unless a day"
                            + " is explained.")
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "JSON array of rules. Default: rules.json of the set, else the shipped rules. Paused rules are"
                            + " left out; rules in shadow count as active ones.")
    private Path rules;

    @Option(
            names = "--explain",
            arity = "2",
            paramLabel = "DATE SECTOR",
            hideParamSyntax = true,
            description = "Print why that sector did or did not open an incident that day, figure by figure. Without"
                    + " --out only the history up to that day is run.")
    private List<String> explain;

    private final Terminal terminal;
    private final Stop stop;

    BacktestCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void run() {
        if (rules != null) {
            InputFile.check(rules);
        }
        if (explain != null && explain.size() != 2) {
            throw new UsageException("--explain: one date and one sector, please");
        }
        if (out == null && explain == null) {
            throw new UsageException("name a directory for the results: --out OUT");
        }
        checkDirectories();
        AskedDay day = explain == null ? null : new AskedDay(explain.get(0), explain.get(1));
        Backtest backtest = new Backtest(terminal, stop, Clock.systemUTC());
        DataFiles from = new DataFiles(dataset, rules);
        if (out == null) {
            backtest.explain(from, day);
        } else {
            backtest.run(from, OutFiles.in(out), day);
        }
    }

    /** Before anything in {@code --out} is touched. */
    private void checkDirectories() {
        if (dataset.toString().isEmpty() || (out != null && out.toString().isEmpty())) {
            throw new UsageException((dataset.toString().isEmpty() ? "--dataset" : "--out") + ": the name is empty");
        }
        if (!Files.isDirectory(dataset)) {
            throw new UsageException(dataset + " is not a directory");
        }
        try {
            if (out != null && Files.isDirectory(out) && Files.isSameFile(out, dataset)) {
                throw new UsageException("--out: " + out + " is the data set: name another directory for the results");
            }
        } catch (IOException e) {
            throw new UsageException("--out: " + out + ": " + e.getMessage(), e);
        }
    }
}
