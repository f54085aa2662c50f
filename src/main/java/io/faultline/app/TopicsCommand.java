package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import io.faultline.app.topics.TopicAdmin;
import io.faultline.app.topics.TopicPlans;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics}. */
@Command(
        name = "topics",
        synopsisSubcommandLabel = "(create | check)",
        header = "Creates or checks the topics.",
        description = "Names, partitions, cleanup policies and retention as in docs/contracts.md. With"
                + " faultline.time.mode=replay nothing is deleted by age, since replayed records are old.",
        footer = {"", "Example:  ./faultline topics create --bootstrap localhost:9092"})
final class TopicsCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    TopicsCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "create or check?");
    }

    @Command(name = "create", description = "Creates the topics that are missing; leaves others as they are.")
    int create(@Mixin KafkaTarget target) {
        FaultlineConfig config = target.config();
        try (TopicAdmin admin = new TopicAdmin(config.kafkaClient())) {
            List<String> created = admin.create(TopicPlans.of(config), config.get(FaultlineOptions.TOPICS_REPLICATION));
            created.forEach(name -> terminal.out().println("created " + name));
            terminal.out().println(created.isEmpty() ? "all topics are there" : created.size() + " topics created");
        }
        return 0;
    }

    @Command(name = "check", description = "Prints each difference from what is expected; exit code 1 if there is any.")
    int check(@Mixin KafkaTarget target) {
        FaultlineConfig config = target.config();
        try (TopicAdmin admin = new TopicAdmin(config.kafkaClient())) {
            List<String> differences = admin.differences(TopicPlans.of(config));
            differences.forEach(terminal.out()::println);
            if (!differences.isEmpty()) {
                throw new OperationException(
                        "topics differ from what is expected in " + differences.size() + " places");
            }
            terminal.out().println("all topics are as expected");
        }
        return 0;
    }
}
