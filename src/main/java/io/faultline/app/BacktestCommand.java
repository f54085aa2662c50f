package io.faultline.app;

import io.faultline.app.backtest.Backtest;
import io.faultline.app.backtest.OutFiles;
import java.nio.file.Path;
import java.time.Clock;
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
            "  ./faultline backtest --dataset history --out out --rules new-rules.json"
        })
final class BacktestCommand implements Runnable {

    @Option(names = "--dataset", paramLabel = "DIR", required = true, description = "The data set directory.")
    private Path dataset;

    @Option(names = "--out", paramLabel = "OUT", required = true, description = "Directory for the results.")
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "JSON array of rules. Default: rules.json of the set, else the shipped rules. Paused rules are"
                            + " left out; rules in shadow count as active ones.")
    private Path rules;

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
        new Backtest(terminal, stop, Clock.systemUTC()).run(dataset, rules, OutFiles.in(out));
    }
}
