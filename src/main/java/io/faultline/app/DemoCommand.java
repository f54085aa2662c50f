package io.faultline.app;

import io.faultline.app.demo.Demo;
import io.faultline.app.demo.DemoSettings;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
        name = "demo",
        header = "Replays January 2025 end to end in this process and prints each alert.",
        description = "Starts a Kafka broker and a Flink cluster in this process, replays the data set through them"
                + " and reads the alerts as any consumer would. Needs nothing but this checkout: ports on"
                + " 127.0.0.1 only, no files left behind. Ends with a table of the incidents and stays up for a"
                + " look at Flink's web UI.",
        footer = {
            "",
            "Examples:",
            "  ./faultline demo",
            "  ./faultline demo --exit --out out      stop after the replay, keep out/alerts.jsonl",
            "  ./faultline demo --speed 600           ten minutes of trading in a second"
        })
final class DemoCommand implements Runnable {

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "4500",
            description = "Simulated seconds per second in trading hours; nights and weekends pass 20 times faster."
                    + " Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(names = "--exit", description = "Stop after the replay, with exit code 0.")
    private boolean exit;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write alerts.jsonl there: every alert revision as read from the topic, one per line.")
    private Path out;

    @Option(names = "--ui-port", paramLabel = "PORT", description = "Of Flink's web UI. Default: 8081 or a free one.")
    private Integer uiPort;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Of the broker. Default: 9092 or a free one.")
    private Integer kafkaPort;

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            defaultValue = "jan-2025",
            description = "What to replay: a directory or the name of a shipped set. Default: ${DEFAULT-VALUE}.")
    private String dataset;

    private final Terminal terminal;
    private final Stop stop;

    DemoCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void run() {
        Limits.speed(speed, false);
        Limits.port("--ui-port", uiPort);
        Limits.port("--kafka-port", kafkaPort);
        DemoSettings settings = new DemoSettings(dataset, speed, exit, out, uiPort, kafkaPort);
        try {
            new Demo(settings, terminal.out(), terminal.interactive(), terminal.palette(), stop).run();
        } catch (IOException e) {
            throw new OperationException(FailureReason.of(e), e);
        }
    }
}
