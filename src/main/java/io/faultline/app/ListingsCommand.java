package io.faultline.app;

import io.faultline.FaultlineConfig;
import io.faultline.app.feed.ReferencePublisher;
import io.faultline.market.Listing;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code listings}. */
@Command(
        name = "listings",
        synopsisSubcommandLabel = "(validate | publish)",
        description =
                "Checks or publishes reference data: shares outstanding, reference closes, splits. FILE holds one JSON"
                        + " object per line as in docs/contracts.md.",
        footer = {
            "",
            "Examples:",
            "  ./faultline listings validate listings.jsonl",
            "  ./faultline listings publish listings.jsonl --bootstrap localhost:9092"
        })
final class ListingsCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ListingsCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "validate or publish?");
    }

    @Command(name = "validate", description = "Checks a file and prints each error with its line.")
    int validate(@Parameters(paramLabel = "FILE", description = "One listing per line.") Path file) {
        terminal.out().println(read(file).size() + " listings are valid");
        return 0;
    }

    @Command(
            name = "publish",
            description = "Checks a file and publishes all of its listings, or none if one is wrong.")
    int publish(
            @Parameters(paramLabel = "FILE", description = "One listing per line.") Path file,
            @Mixin KafkaTarget target) {
        List<Listing> listings = read(file);
        FaultlineConfig config = target.config();
        ReferencePublisher.listings(config, listings);
        terminal.out()
                .println(listings.size() + " listings published to "
                        + config.topics().listings());
        return 0;
    }

    private List<Listing> read(Path file) {
        ListingFile read = ListingFile.read(file);
        if (!read.problems().isEmpty()) {
            read.problems().forEach(terminal.out()::println);
            throw new UsageException(file + ": " + read.problems().size() + " lines are not valid");
        }
        if (read.listings().isEmpty()) {
            throw new UsageException(file + ": holds no listings");
        }
        return read.listings();
    }
}
