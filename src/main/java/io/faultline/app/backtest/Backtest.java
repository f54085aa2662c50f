package io.faultline.app.backtest;

import io.faultline.app.Stop;
import io.faultline.app.Terminal;
import io.faultline.app.UsageException;
import io.faultline.app.console.ProgressLine;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.RuleFile;
import io.faultline.io.dataset.TickStream;
import io.faultline.rules.SectorRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a data set, runs the job over it, and tells how its incidents compare with what is known. */
public final class Backtest {

    private final Terminal terminal;
    private final Stop stop;
    private final ProgressLine progress;

    /** @param stop asked for from outside, by Ctrl-C */
    public Backtest(Terminal terminal, Stop stop, Clock wall) {
        this.terminal = terminal;
        this.stop = stop;
        this.progress = new ProgressLine(terminal.out(), terminal.interactive(), wall);
    }

    /**
     * Runs over the whole set and writes the results.
     *
     * @param directory of the data set
     * @param rules file of rules; null for those of the set, or else the product's own
     */
    public void run(Path directory, Path rules, OutFiles files) {
        BacktestInput input = input(directory, rules);
        Result result = run(input, input.feed());
        files.write(result);
        SummaryText.lines(result).forEach(terminal.out()::println);
    }

    private Result run(BacktestInput input, Feed feed) {
        Recording recording = new Recording(input.rules(), input.data().tradingCalendars());
        try (feed) {
            new BacktestRun(input, feed, recording).toTheEnd(stop, at -> showProgress(input.data(), at));
        } finally {
            progress.clear();
        }
        return Result.of(input, feed, recording);
    }

    private void showProgress(DataSet data, long at) {
        long start = data.start().toEpochMilli();
        long end = data.end().toEpochMilli();
        if (at < start || at == Long.MAX_VALUE) {
            return;
        }
        long percent = 100 * (Math.min(at, end) - start) / Math.max(1, end - start);
        progress.show(String.format(
                Locale.ROOT,
                "%s  %d %%",
                Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC).toLocalDate(),
                percent));
    }

    private BacktestInput input(Path directory, Path ruleFile) {
        DataSet data = DataSet.open(directory);
        List<SectorRule> rules = ruleFile != null ? RuleFile.read(ruleFile) : data.rules();
        String from = ruleFile != null ? ruleFile.toString() : "the data set";
        if (ruleFile == null && rules.isEmpty()) {
            rules = RuleFile.shipped();
            from = "the shipped rules";
        }
        BacktestInput input = new BacktestInput(data, rules, from);
        check(directory, input);
        return input;
    }

    private static void check(Path directory, BacktestInput input) {
        if (input.data().listings().isEmpty()) {
            throw new UsageException(directory + ": listings.jsonl holds no listings");
        }
        try (TickStream ticks = input.data().ticks()) {
            if (!ticks.hasNext()) {
                throw new UsageException(directory + ": holds no prices of the symbols in listings.jsonl");
            }
        }
        if (input.rules().isEmpty()) {
            throw new UsageException(input.rulesFrom() + ": no rule that takes part");
        }
        Map<String, String> bySector = new HashMap<>();
        for (SectorRule rule : input.rules()) {
            String other = bySector.put(rule.sector(), rule.ruleId());
            if (other != null) {
                throw new UsageException(input.rulesFrom() + ": rules " + other + " and " + rule.ruleId()
                        + " both judge sector " + rule.sector() + ": keep one of them");
            }
        }
    }
}
