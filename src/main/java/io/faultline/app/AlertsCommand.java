package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.app.console.AlertPrinter;
import io.faultline.app.feed.SeenRevisions;
import io.faultline.app.feed.TopicFollower;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.shock.Alert;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code alerts}. */
@Command(
        name = "alerts",
        header = "Follows the alert topic.",
        description = "Prints each revision until Ctrl-C. Reads read_committed and drops repeats, as every consumer"
                + " should.",
        footer = {
            "",
            "Examples:",
            "  ./faultline alerts --bootstrap localhost:9092 --from-beginning",
            "  ./faultline alerts --config faultline.properties --json | jq .explanation"
        })
final class AlertsCommand implements Runnable {

    private static final Duration POLL = Duration.ofMillis(200);

    @Mixin
    private KafkaTarget target;

    @Option(names = "--json", description = "Print each revision as it stands on the topic, one per line.")
    private boolean json;

    @Option(names = "--from-beginning", description = "Start with all that is on the topic. Default: only what comes.")
    private boolean fromBeginning;

    private final Terminal terminal;
    private final Stop stop;

    AlertsCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void run() {
        FaultlineConfig config = target.config();
        AlertCodec codec = new AlertCodec();
        SeenRevisions seen = new SeenRevisions();
        AlertPrinter printer = new AlertPrinter(terminal.palette());
        List<String> topics = List.of(config.topics().alerts());
        try (TopicFollower follower = new TopicFollower(config.kafkaClient(), topics, fromBeginning)) {
            while (!stop.asked() && !terminal.out().checkError()) {
                follower.poll(POLL).forEach(each -> {
                    try {
                        Alert alert = codec.read(each.value());
                        if (seen.isNew(alert)) {
                            print(alert, each.value(), printer);
                        }
                    } catch (RejectedRecordException e) {
                        terminal.complain("skipped a record at offset " + each.offset() + ": " + e.reason());
                    }
                });
            }
        }
    }

    private void print(Alert alert, byte[] value, AlertPrinter printer) {
        PrintStream out = terminal.out();
        if (json) {
            out.write(value, 0, value.length);
            out.write('\n');
        } else {
            printer.lines(alert).forEach(out::println);
            out.println();
        }
        out.flush();
    }
}
