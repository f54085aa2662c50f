package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.app.feed.ReferencePublisher;
import io.faultline.io.dataset.RuleFile;
import io.faultline.rules.SectorRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules}. */
@Command(
        name = "rules",
        synopsisSubcommandLabel = "(validate | publish | print)",
        description =
                "Checks or publishes sector rules: members, thresholds, exposure terms. A published rule takes effect"
                        + " without a restart. FILE holds a JSON array of rules as in docs/contracts.md; thresholds left out take"
                        + " their defaults. The rules that come with the product are described in docs/sectors.md.",
        footer = {
            "",
            "Examples:",
            "  ./faultline rules publish --shipped --if-none --bootstrap localhost:9092",
            "  ./faultline rules print > rules.json",
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
        throw new ParameterException(spec.commandLine(), "validate, publish or print?");
    }

    @Command(name = "validate", description = "Checks rules; the first error is told with its line.")
    int validate(@Mixin RuleInput input) {
        List<SectorRule> rules = input.rules();
        rules.forEach(rule -> terminal.out()
                .printf(
                        "%-32s %-7s %d members%n",
                        rule.ruleVersion(), rule.state(), rule.members().size()));
        terminal.out().println(rules.size() + " rules are valid");
        return 0;
    }

    @Command(name = "publish", description = "Checks rules and publishes all of them.")
    int publish(
            @Mixin RuleInput input,
            @Mixin KafkaTarget target,
            @Option(
                            names = "--if-none",
                            description = "Publishes nothing if the topic has had rules before: those were changed on"
                                    + " purpose.")
                    boolean ifNone) {
        List<SectorRule> rules = input.rules();
        FaultlineConfig config = target.config();
        if (ifNone && ReferencePublisher.hasRules(config)) {
            terminal.out().println("0 rules published: " + config.topics().rules() + " has rules already");
            return 0;
        }
        ReferencePublisher.rules(config, rules);
        terminal.out()
                .println(rules.size() + " rules published to " + config.topics().rules());
        return 0;
    }

    @Command(name = "print", description = "Prints the rules that come with the product, to be edited and published.")
    int print() {
        try (InputStream shipped = RuleFile.shippedBytes()) {
            shipped.transferTo(terminal.out());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
