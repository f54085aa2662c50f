package io.faultline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.console.Palette;
import io.faultline.io.dataset.RuleFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String LISTING =
            "{\"symbol\":\"NVDA\",\"mic\":\"XNAS\",\"asOf\":\"2025-01-27\",\"issuer\":\"nvidia\","
                    + "\"kind\":\"STOCK\",\"currency\":\"USD\",\"sharesOutstanding\":24490000000,\"referenceClose\":142.62,"
                    + "\"referenceDate\":\"2025-01-24\"}";

    private static final String SMALL = "src/test/resources/datasets/backtest-small";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';                                             a command is missing (see faultline --help)",
                "dmeo;                                           Unmatched argument at index 0: 'dmeo' (see faultline --help)",
                "demo --sped 3;                                  Unknown options: '--sped', '3' (see faultline demo --help)",
                "demo --speed fast;                              Invalid value for option '--speed'",
                "demo --speed 0;                                 --speed is 0.0, expected a number above 0",
                "demo --ui-port 70000;                           --ui-port is 70000, expected 1 to 65535",
                "demo --dataset nowhere;                         no data set 'nowhere'",
                "run;                                            name a Kafka: --config FILE or --bootstrap HOST:PORT",
                "run --config /none.properties;                  /none.properties: no such file",
                "replay --bootstrap localhost:1;                 Missing required option: '--dataset=DIR'",
                "replay --dataset jan-2025 --bootstrap localhost; --bootstrap: \"localhost\" is not HOST:PORT",
                "alerts --json;                                  name a Kafka",
                "topics;                                         create or check?",
                "rules validate;                                 name the rules: either FILE or --shipped",
                "rules validate r.json --shipped;                name the rules: either FILE or --shipped",
                "rules validate /none.json;                      /none.json: no such file",
                "listings validate /;                            /: is a directory",
                "backtest --out x;                               Missing required option: '--dataset=DIR'",
                "backtest --dataset " + SMALL + ";               name a directory for the results: --out OUT",
                "backtest --dataset /none --explain 2024-06-05 x; /none is not a directory",
                "backtest --dataset " + SMALL + " --out /proc/x; cannot write to /proc/x",
                "backtest --dataset " + SMALL + " --out pom.xml; cannot write to pom.xml",
                "backtest --dataset " + SMALL + " --out x --rules /none.json; /none.json: no such file",
                "backtest --dataset " + SMALL + " --explain 2024-06-05 small-chip; did you mean small-chips?",
                "backtest --dataset " + SMALL + " --explain 2024-06-08 small-chips; 2024-06-08 is no session of XNAS",
                "backtest --dataset " + SMALL + " --explain 2024-6-8 small-chips; '2024-6-8' is no date",
                "backtest --dataset " + SMALL + " --explain 2023-06-05 small-chips; 2023-06-05 is outside the data",
                "backtest --dataset " + SMALL + " --explain 2024-06-05; requires at least 2 values",
                "train --labelled /none.jsonl --out pom.xml;     /none.jsonl: no such file",
                "train --labelled pom.xml --out /none/model;     /none/model: there is no directory /none",
                "train --labelled pom.xml --out src;             src: is a directory",
                "train --labelled pom.xml --out pom.xml;         --out: pom.xml is read by this command: name another file",
                "train --labelled pom.xml --out /dev/null;       /dev/null: is no regular file",
                "train --labelled README.md --out pom.xml;       README.md:1: is not JSON",
                "classify --model /none;                         /none: no such file",
                "stories --dataset " + SMALL + " --out src;      src: is a directory",
            })
    void aBadOptionOrFileIsOneReadableLineAndExitCodeTwo(String line, String message) {
        int code = run(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith("faultline: ")
                .contains(message)
                .containsOnlyOnce("\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "run --help",
                "replay --help",
                "alerts --help",
                "topics create --help",
                "rules publish --help",
                "rules print --help",
                "listings publish --help",
                "backtest --help",
                "--version"
            })
    void helpGoesToStandardOutput(String line) {
        assertThat(run(line.split(" ", -1))).isZero();
        assertThat(out.toString(UTF_8)).isNotBlank();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        run("--version");
        assertThat(out.toString(UTF_8))
                .matches("(?s)faultline \\d+\\.\\d+\\.\\d+.*Flink 2\\..*")
                .doesNotContain("$");
    }

    @Test
    void aFailureIsOneLineWithoutStackTraceUnlessAskedFor() {
        assertThat(run("rules", "publish", rules("[]").toString(), "-v")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("\tat io.faultline").contains("holds no rules");
    }

    @Test
    void aWrongRuleIsNamedByLine() {
        Path file = rules("[\n{\"ruleId\": \"chips\",\n \"sektor\": 1}]");
        assertThat(run("rules", "validate", file.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("rules.json:2")
                .contains("chips")
                .containsOnlyOnce("\n");
    }

    @Test
    void theShippedRulesAreListedAndPrintedAsTheyAre() throws IOException {
        assertThat(run("rules", "validate", "--shipped")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("ai-infrastructure@1", "oil-gas@1")
                .endsWith("15 rules are valid\n");
        out.reset();
        assertThat(run("rules", "print")).isZero();
        Path printed = rules(out.toString(UTF_8));
        assertThat(RuleFile.read(printed)).isEqualTo(RuleFile.shipped());
    }

    @Test
    void wrongListingsAreNamedByLine() throws IOException {
        Path file = directory.resolve("listings.jsonl");
        Files.writeString(file, LISTING + "\n{}\n" + LISTING + "\n");
        assertThat(run("listings", "validate", file.toString())).isEqualTo(2);
        assertThat(out.toString(UTF_8))
                .contains("listings.jsonl:2: ")
                .contains("listings.jsonl:3: NVDA@XNAS|2025-01-27 is there twice");
        assertThat(err.toString(UTF_8))
                .endsWith("listings.jsonl: 2 lines are not valid\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void rightListingsAreCounted() throws IOException {
        Path file = Files.writeString(directory.resolve("listings.jsonl"), LISTING + "\n");
        assertThat(run("listings", "validate", file.toString())).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("1 listings are valid\n");
    }

    private Path rules(String json) {
        try {
            return Files.writeString(directory.resolve("rules.json"), json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int run(String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, Palette.PLAIN);
        return Main.run(terminal, new Stop(), args);
    }
}
