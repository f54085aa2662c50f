package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.app.cluster.KafkaJob;
import io.faultline.app.cluster.LocalCluster;
import io.faultline.app.topics.TopicAdmin;
import io.faultline.app.topics.TopicPlans;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}. */
@Command(
        name = "run",
        description =
                "Runs the job on a Flink cluster in this process against a Kafka that you name, until Ctrl-C. For a"
                        + " real cluster submit target/faultline-job.jar instead. State is in memory: after a restart the job goes"
                        + " on from the offsets committed by the consumer group.",
        footer = {"", "Example:  ./faultline run --config faultline.properties"})
final class RunCommand implements Runnable {

    private static final int USUAL_UI_PORT = 8081;
    private static final Duration LOOK = Duration.ofSeconds(2);

    @Mixin
    private KafkaTarget target;

    @Option(names = "--ui-port", paramLabel = "PORT", description = "Of Flink's web UI. Default: 8081 or a free one.")
    private Integer uiPort;

    private final Terminal terminal;
    private final Stop stop;

    RunCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void run() {
        Limits.port("--ui-port", uiPort);
        FaultlineConfig config = target.config();
        checkTopics(config);
        int port = uiPort == null ? LoopbackPorts.usualOrFree(USUAL_UI_PORT) : uiPort;
        try (LocalCluster cluster = LocalCluster.start(config.flink(), port, "Faultline", KafkaJob.of(config))) {
            terminal.out().println("Running. Flink UI " + cluster.uiAddress() + "   Ctrl-C stops.");
            while (!stop.waitFor(LOOK)) {
                cluster.checkRunning();
            }
        } catch (IOException e) {
            throw new OperationException(FailureReason.of(e), e);
        }
    }

    /** A missing topic would show as a restarting job only. */
    private static void checkTopics(FaultlineConfig config) {
        try (TopicAdmin admin = new TopicAdmin(config.kafkaClient())) {
            List<String> missing = admin.missing(TopicPlans.of(config));
            if (!missing.isEmpty()) {
                throw new OperationException(
                        "topics are missing: " + String.join(", ", missing) + " (see topics create)");
            }
        }
    }
}
