package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.app.feed.ReferencePublisher;
import io.faultline.io.dataset.RuleFile;
import io.faultline.rules.SectorRule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules}. */
@Command(
        name = "rules",
        synopsisSubcommandLabel = "(validate | publish)",
        description =
                "Checks or publishes sector rules: members, thresholds, exposure terms. A published rule takes effect"
                        + " without a restart. FILE holds a JSON array of rules as in docs/contracts.md; thresholds left out take"
                        + " their defaults.",
        footer = {
            "",
            "Examples:",
            "  ./faultline rules validate rules.json",
            "  ./faultline rules publish rules.json --bootstrap localhost:9092"
        })
final class RulesCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    RulesCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "validate or publish?");
    }

    @Command(name = "validate", description = "Checks a file; the first error is told with its line.")
    int validate(@Parameters(paramLabel = "FILE", description = "JSON array of rules.") Path file) {
        List<SectorRule> rules = read(file);
        rules.forEach(rule -> terminal.out()
                .printf(
                        "%-32s %-7s %d members%n",
                        rule.ruleVersion(), rule.state(), rule.members().size()));
        terminal.out().println(rules.size() + " rules are valid");
        return 0;
    }

    @Command(name = "publish", description = "Checks a file and publishes all of its rules.")
    int publish(
            @Parameters(paramLabel = "FILE", description = "JSON array of rules.") Path file,
            @Mixin KafkaTarget target) {
        List<SectorRule> rules = read(file);
        FaultlineConfig config = target.config();
        ReferencePublisher.rules(config, rules);
        terminal.out()
                .println(rules.size() + " rules published to " + config.topics().rules());
        return 0;
    }

    private static List<SectorRule> read(Path file) {
        InputFile.check(file);
        List<SectorRule> rules = RuleFile.read(file);
        if (rules.isEmpty()) {
            throw new UsageException(file + ": holds no rules");
        }
        return rules;
    }
}
