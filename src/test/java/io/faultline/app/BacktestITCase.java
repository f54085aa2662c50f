package io.faultline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.app.console.Palette;
import io.faultline.io.json.AlertCodec;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.RunMode;
import io.faultline.testkit.Golden;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command over a small data set of this project's own. */
@Timeout(180)
class BacktestITCase {

    private static final String SET = "src/test/resources/datasets/backtest-small";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Stop stop = new Stop();

    @Test
    void tellsWhatWasFoundMissedAndExtraTheSameEachTime() throws Exception {
        assertThat(run("backtest", "--dataset", SET, "--out", path("first"))).isZero();
        Golden.file("backtest-small-summary.txt").check(Files.readString(Path.of(path("first"), "summary.txt")));
        assertThat(out.toString(UTF_8)).contains(Files.readString(Path.of(path("first"), "summary.txt")));

        assertThat(run("backtest", "--dataset", SET, "--out", path("second"))).isZero();
        for (String name : List.of("alerts.jsonl", "closes.jsonl", "summary.json", "summary.txt")) {
            assertThat(Path.of(path("second"), name)).hasSameBinaryContentAs(Path.of(path("first"), name));
        }
        alertsAreInOrderAndEnd(Path.of(path("first"), "alerts.jsonl"));
        summaryIsForMachines(Path.of(path("first"), "summary.json"));
    }

    private static void alertsAreInOrderAndEnd(Path file) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            alerts.add(new AlertCodec().read(line.getBytes(UTF_8)));
        }
        assertThat(alerts)
                .isSortedAccordingTo(java.util.Comparator.comparing(Alert::detectedAt)
                        .thenComparing(Alert::sector)
                        .thenComparing(Alert::revision))
                .allSatisfy(alert -> {
                    assertThat(alert.mode()).isEqualTo(RunMode.REPLAY);
                    assertThat(alert.emittedAt()).isEqualTo(alert.detectedAt());
                });
        assertThat(alerts.stream().filter(alert -> alert.state() == AlertState.RESOLVE))
                .extracting(Alert::sector)
                .as("all resolve, though the data end two sessions after the last fall")
                .containsExactlyInAnyOrder("small-chips", "small-banks");
    }

    private static void summaryIsForMachines(Path file) throws Exception {
        JsonNode summary = new ObjectMapper().readTree(file.toFile());
        assertThat(summary.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(summary.path("period").path("sessions").asInt()).isEqualTo(10);
        assertThat(summary.path("records").path("unlisted").path("QZZ").asInt()).isEqualTo(10);
        assertThat(summary.path("openings").findValuesAsText("date"))
                .containsExactly("2024-06-07", "2024-06-10", "2024-06-12");
        assertThat(summary.path("sectorDays").path("missed").findValuesAsText("date"))
                .containsExactly("2024-06-05");
        assertThat(summary.path("sectorDays").path("extra").findValuesAsText("date"))
                .containsExactly("2024-06-10");
        assertThat(summary.path("verdicts").path("rightlyLinked").findValuesAsText("date"))
                .containsExactly("2024-06-07");
    }

    @Test
    void explainsADayFigureByFigure() throws Exception {
        assertThat(run("backtest", "--dataset", SET, "--explain", "2024-06-05", "small-chips"))
                .isZero();
        Golden.file("backtest-small-explain.txt").check(withoutProgress());

        assertThat(run("backtest", "--dataset", SET, "--explain", "2024-06-10", "small-chips"))
                .isZero();
        assertThat(out.toString(UTF_8))
                .contains("2024-06-10 small-chips: a further leg of an open incident", "AI_LINKED", "deepseek");
        assertThat(run("backtest", "--dataset", SET, "--explain", "2024-06-03", "small-chips"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("has no figures").containsOnlyOnce("\n");
    }

    @Test
    void explainsTheClosingFiguresToldLast() {
        assertThat(run(
                        "backtest",
                        "--dataset",
                        "src/test/resources/datasets/traps",
                        "--explain",
                        "2024-12-12",
                        "trap-corrected-close"))
                .isZero();
        assertThat(out.toString(UTF_8))
                .contains(
                        "At the close, Thu 12 Dec 2024 16:00:00 New York (21:00:00Z), as last corrected"
                                + " Thu 12 Dec 2024 16:20:00 New York (21:20:00Z)",
                        "cap-weighted -6.83 %, equal-weighted -6.83 %");
    }

    @Test
    void aRunThatFailsLeavesNoResultsOfAnEarlierOne() throws Exception {
        Path results = Files.createDirectories(directory.resolve("out"));
        for (String name : List.of("alerts.jsonl", "closes.jsonl", "summary.json", "summary.txt", "notes.md")) {
            Files.writeString(results.resolve(name), "of an earlier run");
        }
        Path broken = Files.createDirectories(directory.resolve("broken"));
        assertThat(run("backtest", "--dataset", broken.toString(), "--out", path("out")))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("faultline: broken: listings.jsonl is missing");
        assertThat(results).isDirectoryContaining(file -> file.endsWith("notes.md"));
        assertThat(results.toFile().list()).hasSize(1);
    }

    @Test
    void directoriesThatCannotBeMeantAreRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        refused("--out: the name is empty", "--dataset", SET, "--out", "");
        refused(
                "cannot write to " + file + ": it is a file, not a directory",
                "--dataset",
                SET,
                "--out",
                file.toString());
        refused(file + " is not a directory", "--dataset", file.toString(), "--out", path("out"));
        refused(
                "--out: " + SET + "/. is the data set: name another directory for the results",
                "--dataset",
                SET,
                "--out",
                SET + "/.");
    }

    private void refused(String complaint, String... args) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(args));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("faultline: " + complaint);
    }

    @Test
    void aFileThatBreaksOnTheWayIsABadFile() throws Exception {
        Path broken = Files.createDirectories(directory.resolve("broken"));
        for (String name : List.of("listings.jsonl", "rules.json")) {
            Files.copy(Path.of(SET, name), broken.resolve(name));
        }
        Files.writeString(broken.resolve("dataset.json"), """
                {"start":"2024-06-03T00:00:00Z","end":"2024-06-05T00:00:00Z"}""");
        Files.writeString(broken.resolve("ticks.jsonl"), """
                {"symbol":"QCA","mic":"XNAS","ts":1717423200000,"price":100,"size":1,"action":"NEW"}
                {"symbol":"QCA","mic":"XNAS","ts":1717423201000,"price":100,"size":1,"action":"NEW"}
                {"symbol":
                """);
        assertThat(run("backtest", "--dataset", broken.toString(), "--out", path("out")))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("faultline: ticks.jsonl:3: ").containsOnlyOnce("\n");
    }

    @Test
    void ctrlCStopsItWithoutResults() {
        stop.ask();
        assertThat(run("backtest", "--dataset", SET, "--out", path("out"))).isEqualTo(130);
        assertThat(Path.of(path("out"), "summary.json")).doesNotExist();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private String withoutProgress() {
        List<String> lines = new ArrayList<>(out.toString(UTF_8).lines().toList());
        lines.removeIf(line -> line.matches("\\d{4}-\\d\\d-\\d\\d {2}\\d+ %"));
        return String.join("\n", lines) + "\n";
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, Palette.PLAIN);
        return Main.run(terminal, stop, args);
    }
}
