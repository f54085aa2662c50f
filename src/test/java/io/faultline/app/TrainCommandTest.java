package io.faultline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.console.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train} on invented titles, and what it and {@code classify} refuse. */
class TrainCommandTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path labelled;

    @BeforeEach
    void titles() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add(line("DeepSeek releases Foo" + i + "-" + (i * i) + " today " + i, "en", "release"));
            lines.add(line("Rain " + i * 7 + " delays ferry " + i * i * 31 + " over the harbour", "en", "other"));
        }
        lines.add(line("新しいモデル", "ja", "release"));
        labelled = write("titles.jsonl", String.join("\n", lines));
    }

    @Test
    void theSameTitlesGiveTheSameBytesAndFewTitlesAreNotJudged() throws IOException {
        Path model = directory.resolve("a.model");
        assertThat(train(labelled, model)).isZero();

        assertThat(out.toString(UTF_8))
                .contains("trained on 60 titles en release", "cross-validated en release: P ")
                .contains("cross-validated ja release: 1 labelled, too few to judge")
                .doesNotContain("ja release: P");
        assertThat(train(labelled, directory.resolve("b.model"))).isZero();
        assertThat(directory.resolve("b.model")).hasSameBinaryContentAs(model);
        assertThat(run("classify", "--model", labelled.toString())).isEqualTo(2);
        assertThat(files()).containsExactlyInAnyOrder("titles.jsonl", "a.model", "b.model");
    }

    @Test
    void aLinkIsFollowedAndWhatItNamesIsReplaced() throws IOException {
        Path model = write("old.model", "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.model"), model);

        assertThat(train(labelled, link)).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(model)).startsWith("faultline-release-model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "missing/x.model; there is no directory",
                ".;               is a directory",
                "titles.jsonl;    is read by this command",
                "titles.jsonl/x;  there is no directory"
            })
    void aBadPlaceForTheModelIsToldBeforeAnyTraining(String place, String message) throws IOException {
        String before = Files.readString(labelled);

        assertThat(train(labelled, directory.resolve(place))).isEqualTo(2);

        assertOneLine(message);
        assertThat(Files.readString(labelled)).isEqualTo(before);
        assertThat(files()).containsExactly("titles.jsonl");
    }

    @Test
    void aTableOfTheUsersIsNotOverwritten() throws IOException {
        Path table = write("vendors.csv", "zorblax,lab,zorblax\n");

        String[] args = {
            "train", "--labelled", labelled.toString(), "--lexicon", table.toString(), "--out", table.toString()
        };
        assertThat(run(args)).isEqualTo(2);

        assertOneLine("is read by this command");
        assertThat(Files.readString(table)).startsWith("zorblax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"/proc/x; cannot be written", "/dev/null; is no regular file", "''; the name is empty"})
    void aPlaceThatTakesNoFileIsRefused(String place, String message) {
        assertThat(train(labelled, Path.of(place))).isEqualTo(2);
        assertOneLine(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "^^;                                                   0 releases and 0 other titles",
                "{\"headline\":\"a\",\"lang\":\"en\",\"label\":\"news\"}; labels.jsonl:1: label is none of release, related, other",
                "{\"headline\":\"a\",\"lang\":\"en\"};                 labels.jsonl:1: label is none of",
                "{\"headline\":\"a\",\"label\":\"other\"};             labels.jsonl:1: lang is missing",
                "{\"lang\":\"en\",\"label\":\"other\"};                labels.jsonl:1: has neither headline nor title",
                "{\"headline\":;                                       labels.jsonl:1: is not JSON",
                "[];                                                   labels.jsonl:1: has neither headline nor title",
                "7;                                                    labels.jsonl:1: has neither headline nor title"
            })
    void wrongLabelsAreToldWithTheirLineAndLeaveNoModel(String content, String message) throws IOException {
        Path file = write("labels.jsonl", content);
        assertThat(train(file, directory.resolve("x.model"))).isEqualTo(2);
        assertOneLine(message);
        assertThat(files()).containsExactlyInAnyOrder("titles.jsonl", "labels.jsonl");
    }

    @Test
    void filesThatWouldNotEndAreRefused() throws IOException {
        assertThat(train(Path.of("/dev/zero"), directory.resolve("x.model"))).isEqualTo(2);
        assertOneLine("/dev/zero:1: a line of more than 16777216 bytes");
        err.reset();
        assertThat(run("classify", "--model", "/dev/zero")).isEqualTo(2);
        assertOneLine("/dev/zero: is no regular file");
        err.reset();
        Files.createSymbolicLink(directory.resolve("words.csv"), Path.of("/dev/zero"));
        assertThat(run("classify", "--lexicon", directory.toString())).isEqualTo(2);
        assertOneLine("words.csv: is no regular file");
        err.reset();
        Path large = Files.write(directory.resolve("release.model"), new byte[(4 << 20) + 1]);
        assertThat(run("classify", "--model", large.toString())).isEqualTo(2);
        assertOneLine("release.model: is larger than 4194304 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"title\":\"a\",\"lang\":5,\"label\":\"other\"}    | lang is missing or no language tag",
                "{\"title\":5,\"lang\":\"en\",\"label\":\"other\"}   | has neither headline nor title",
                "{\"title\":\"a\",\"lang\":\"en\",\"label\":\"any\"} | label is none of release, related, other",
                "{\"title\":}                                    | is not JSON",
                "[]                                              | has neither headline nor title"
            })
    void aLineThatIsNoLabelledTitleIsToldByNumber(String line, String reason) throws IOException {
        Path file = write("bad.jsonl", "{\"title\":\"a\",\"lang\":\"en\",\"label\":\"other\"}\n\n" + line);

        assertThat(train(file, directory.resolve("x.model"))).isEqualTo(2);
        assertOneLine("bad.jsonl:3: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"title\":}                     | is not JSON",
                "{\"title\":7}                    | has neither title nor headline as a text",
                "{\"lang\":\"en\"}                | has neither title nor headline as a text"
            })
    void benchTellsTheLineThatIsNoHeadline(String line, String reason) throws IOException {
        Path file = write("bench.jsonl", "{\"headline\":\"a\"}\n" + line);

        assertThat(run("bench", "classify", "--headlines", file.toString())).isEqualTo(2);
        assertOneLine("bench.jsonl:2: " + reason);
    }

    @Test
    void oneClassAloneTeachesNothing() throws IOException {
        List<String> lines = Files.readAllLines(labelled).stream()
                .filter(line -> line.contains("release\""))
                .toList();
        assertThat(train(write("one.jsonl", String.join("\n", lines)), directory.resolve("x.model")))
                .isEqualTo(2);
        assertOneLine("61 releases and 0 other titles, at least 50 of each are needed");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(directory.resolve("x.jsonl"), new byte[] {'{', (byte) 0xc3, '}'});
        assertThat(train(file, directory.resolve("x.model"))).isEqualTo(2);
        assertOneLine("x.jsonl:1: bytes that are no UTF-8 after byte 1 of the line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "train --labelled /none.jsonl --out /tmp/none.model",
                "train --labelled / --out /tmp/none.model",
                "train --labelled x --out y --folds 3",
                "classify --model /none.model",
                "classify --model /",
                "classify --lexicon /none",
                "classify --speed 3",
                "stories",
                "stories --dataset /none",
                "stories --dataset /proc/self/status",
                "stories --dataset . --to never",
                "stories --dataset . --out /proc/x",
                "stories --dataset . --out /none/x"
            })
    void aBadOptionIsOneLine(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertOneLine("");
    }

    @Test
    void headlinesThatAreNoJsonAreToldWithTheirLine() throws IOException {
        write("headlines.jsonl", "\n{\"id\":\n");
        assertThat(run("stories", "--dataset", directory.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("0 headlines");
        out.reset();
        assertOneLine("headlines.jsonl:2");
    }

    @Test
    void aNameWithControlCharactersCannotForgeALine() {
        assertThat(run("train", "--labelled", "/no\nfaultline: all is well\u001b[2J\u202e", "--out", "x"))
                .isEqualTo(2);
        assertOneLine("/no faultline: all is well: no such file");
        assertThat(run("train", "--labelled", "x", "--out", "y", "--bad\u001b[31m\u202e"))
                .isEqualTo(2);
        assertOneLine("'--bad'");
        assertThat(run("-v", "train", "--labelled", "/no\u001b[2J\u202e", "--out", "x"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("\tat io.faultline").doesNotContain("\u001b", "\u202e");
    }

    private void assertOneLine(String message) {
        assertThat(err.toString(UTF_8))
                .startsWith("faultline: ")
                .contains(message)
                .containsOnlyOnce("\n")
                .doesNotContain("\u001b", "\u202e");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static String line(String title, String lang, String label) {
        return "{\"headline\":\"%s\",\"lang\":\"%s\",\"label\":\"%s\"}".formatted(title, lang, label);
    }

    private int train(Path from, Path to) {
        return run("train", "--labelled", from.toString(), "--out", to.toString());
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, Palette.PLAIN);
        return Main.run(terminal, new Stop(), args);
    }
}
