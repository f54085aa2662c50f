package io.faultline.app.backtest;

import io.faultline.app.Stop;
import io.faultline.app.Terminal;
import io.faultline.app.UsageException;
import io.faultline.app.console.ProgressLine;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.RuleFile;
import io.faultline.io.dataset.TickStream;
import io.faultline.market.TradingCalendar;
import io.faultline.rules.SectorRule;
import io.faultline.shock.Alert;
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
     * @param explain a day to explain as well; null for none
     */
    public void run(DataFiles from, OutFiles out, AskedDay explain) {
        BacktestInput input = input(from);
        SectorDay day = explain == null ? null : input.day(explain.date(), explain.sector());
        Recording recording = recording(input, day);
        Feed feed = input.feed(input.resolvedBy(input.data().end()));
        run(input, feed, recording);
        Result result = Result.of(input, feed.tally(), recording);
        out.write(result);
        SummaryText.lines(result).forEach(terminal.out()::println);
        if (day != null) {
            terminal.out().println();
            explain(input, day, recording);
        }
    }

    /** Runs until what happened that day is settled, and explains it. */
    public void explain(DataFiles from, AskedDay explain) {
        BacktestInput input = input(from);
        SectorDay day = input.day(explain.date(), explain.sector());
        Recording recording = recording(input, day);
        run(input, input.feed(input.resolvedBy(day)), recording);
        explain(input, day, recording);
    }

    /**
     * What to read.
     *
     * @param dataSet directory
     * @param rules file of rules; null for those of the set, or else the product's own
     */
    public record DataFiles(Path dataSet, Path rules) {}

    /**
     * A day as it stands on the command line.
     *
     * @param date of a session
     * @param sector sector id
     */
    public record AskedDay(String date, String sector) {}

    private void explain(BacktestInput input, SectorDay day, Recording recording) {
        List<Alert> alerts = recording.alerts().stream()
                .filter(alert -> alert.sector().equals(day.sector()))
                .toList();
        SectorRule rule = input.rule(day.sector());
        TradingCalendar home = input.data().tradingCalendars().of(rule.homeMic());
        List<String> lines = new Explanation(day, rule, home, alerts, recording.signals()).lines(terminal.palette());
        if (lines.isEmpty()) {
            throw new UsageException(
                    "--explain: " + day + " has no figures: no member had both a price that day and a reference close");
        }
        lines.forEach(terminal.out()::println);
    }

    private static Recording recording(BacktestInput input, SectorDay day) {
        return new Recording(input.rules(), input.data().tradingCalendars(), day == null ? null : day.sector());
    }

    private void run(BacktestInput input, Feed feed, Recording recording) {
        try (feed) {
            new BacktestRun(input, feed, recording).toTheEnd(stop, at -> showProgress(input.data(), at));
        } finally {
            progress.clear();
        }
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

    private BacktestInput input(DataFiles files) {
        Path directory = files.dataSet();
        Path ruleFile = files.rules();
        DataSet data = open(directory);
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

    private DataSet open(Path directory) {
        progress.show("reading " + directory);
        try {
            return DataSet.open(directory);
        } finally {
            progress.clear();
        }
    }

    private static void check(Path directory, BacktestInput input) {
        if (input.data().listings().isEmpty()) {
            throw new UsageException(directory + ": listings.jsonl holds no listings");
        }
        try (TickStream ticks = input.data().ticks()) {
            if (!ticks.hasNext()) {
                throw new UsageException(directory + ": holds no prices of the symbols in listings.jsonl");
            }
            Instant end = input.data().end();
            if (ticks.next().ts() > end.toEpochMilli()) {
                throw new UsageException(
                        directory + ": dataset.json ends the set at " + end + ", before its first price");
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
