package io.faultline.app;

import io.faultline.io.dataset.RuleFile;
import io.faultline.rules.SectorRule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rules are meant: those of a file, or those that come with the product. */
final class RuleInput {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "JSON array of rules.")
    private Path file;

    @Option(names = "--shipped", description = "The rules that come with the product, instead of FILE.")
    private boolean shipped;

    /**
     * Reads and checks them; at least one.
     *
     * @throws UsageException if neither or both were given, or the file holds none
     * @throws io.faultline.io.dataset.DataSetException naming the line at which the first bad rule begins
     */
    List<SectorRule> rules() {
        if ((file == null) != shipped) {
            throw new UsageException("name the rules: either FILE or --shipped");
        }
        if (shipped) {
            return RuleFile.shipped();
        }
        InputFile.check(file);
        List<SectorRule> rules = RuleFile.read(file);
        if (rules.isEmpty()) {
            throw new UsageException(file + ": holds no rules");
        }
        return rules;
    }
}
