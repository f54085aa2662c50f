package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.app.console.ProgressLine;
import io.faultline.app.demo.BackgroundReplay;
import io.faultline.app.topics.TopicAdmin;
import io.faultline.app.topics.TopicPlans;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.replay.ReplayProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay}. */
@Command(
        name = "replay",
        header = "Publishes a data set to a Kafka at a speed.",
        description = "Sends rules and listings, then headlines and ticks in time order, with heartbeats so that"
                + " time moves in quiet hours. The job that reads it must run with faultline.time.mode=replay."
                + " After the end of the data heartbeats go on until Ctrl-C, since incidents resolve by time.",
        footer = {"", "Example:  ./faultline replay --dataset jan-2025 --bootstrap localhost:9092 --speed 3600"})
final class ReplayCommand implements Runnable {

    @Mixin
    private KafkaTarget target;

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            description = "A directory, or the name of a shipped set (jan-2025).")
    private String dataset;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "3600",
            description =
                    "Simulated seconds per second in trading hours; nights and weekends pass 20 times faster; 0 for as"
                            + " fast as possible. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(names = "--exit", description = "Stop at the end of the data: no heartbeats after it.")
    private boolean exit;

    private final Terminal terminal;
    private final Stop stop;

    ReplayCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void run() {
        Limits.speed(speed, true);
        FaultlineConfig config = target.config();
        DataSet data = DataSet.find(dataset);
        try (TopicAdmin admin = new TopicAdmin(config.kafkaClient())) {
            List<String> missing = admin.missing(TopicPlans.inputs(config));
            if (!missing.isEmpty()) {
                throw new OperationException(
                        "topics are missing: " + String.join(", ", missing) + " (see topics create)");
            }
        }
        ProgressLine line = new ProgressLine(terminal.out(), terminal.interactive(), Clock.systemUTC());
        boolean told = false;
        try (BackgroundReplay replay = BackgroundReplay.start(data, config, speed, Clock.systemUTC())) {
            while (!stop.waitFor(Duration.ofMillis(200))) {
                replay.check();
                ReplayProgress progress = replay.progress();
                if (progress.finished() && !told) {
                    told = true;
                    line.clear();
                    terminal.out()
                            .println("All sent: " + words(progress) + (exit ? "" : ". Heartbeats go on till Ctrl-C."));
                    if (exit) {
                        return;
                    }
                } else {
                    line.show(words(progress));
                }
            }
        } finally {
            line.clear();
        }
    }

    private static String words(ReplayProgress progress) {
        return String.format(
                Locale.ROOT,
                "%s, %,d ticks, %,d headlines, %,d heartbeats",
                progress.simulated(),
                progress.ticks(),
                progress.headlines(),
                progress.heartbeats());
    }
}
