package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.dataset.RuleFile;
import io.faultline.rules.SectorRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/sectors.md} to the shipped rules. Run with {@code -Dfaultline.docs.write=true} to write it anew. */
class SectorsDocTest {

    private static final Path PAGE = Path.of("docs/sectors.md");
    private static final String BEGIN = "<!-- sectors: written by SectorsDocTest -->\n";
    private static final String END = "<!-- end of sectors -->\n";

    @Test
    void thePageShowsEverySectorAsShipped() throws IOException {
        String page = Files.readString(PAGE);
        String expected =
                page.substring(0, page.indexOf(BEGIN)) + BEGIN + sectors() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("faultline.docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String sectors() {
        List<SectorRule> rules = RuleFile.shipped();
        String table = rules.stream()
                .map(rule -> "| [`%s`](#%s) | %s | %d | %s |\n"
                        .formatted(
                                rule.sector(),
                                rule.sector(),
                                rule.title(),
                                rule.members().size(),
                                rule.exposure().aiSensitivity()))
                .collect(Collectors.joining());
        return "\n| sector | title | members | AI sensitivity |\n|---|---|---|---|\n"
                + table
                + rules.stream().map(SectorsDocTest::section).collect(Collectors.joining())
                + "\n";
    }

    private static String section(SectorRule rule) {
        return """

                ### %s
                %s. AI sensitivity %s.

                Members: %s.

                Terms: %s.

                Peers: %s.
                """.formatted(
                        rule.sector(),
                        rule.title(),
                        rule.exposure().aiSensitivity(),
                        String.join(", ", rule.members()),
                        String.join(", ", rule.exposure().terms()),
                        rule.exposure().peerTerms().isEmpty()
                                ? "none"
                                : String.join(", ", rule.exposure().peerTerms()));
    }
}
