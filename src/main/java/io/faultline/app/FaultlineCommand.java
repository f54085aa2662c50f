package io.faultline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands hang from. */
@Command(
        name = "faultline",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Watches market ticks and news on Kafka and raises an alert when a whole sector of stocks collapses,"
                        + " with a verdict whether news of an AI-model release is a credible explanation. Monitoring, not trading"
                        + " advice.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:could not be done, or not all of it", "2:a bad option or file"},
        footer = {"", "Start with:  ./faultline demo", "Each command has its own --help."},
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            StoriesCommand.class,
            AlertsCommand.class,
            TopicsCommand.class,
            RulesCommand.class,
            ListingsCommand.class,
            TrainCommand.class,
            ClassifyCommand.class,
            BenchCommand.class
        })
final class FaultlineCommand implements Runnable {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show stack traces of failures.")
    boolean verbose;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
