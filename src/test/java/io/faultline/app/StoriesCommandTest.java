package io.faultline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.console.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code stories} over a small archive of invented headlines. */
class StoriesCommandTest {

    private static final String COLUMNS = "model,vendor,first_seen_utc,precision,evidence_headline,source\n";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void archive() throws IOException {
        Files.writeString(
                directory.resolve("headlines.jsonl"),
                line("a", "2025-01-20T16:03:00Z", "TIME", "DeepSeek releases DeepSeek-R1")
                        + line("b", "2025-01-20T17:00:00Z", "TIME", "DeepSeek costs a fraction of its rivals")
                        + line("c", "2025-01-29T08:00:00Z", "DAY", "OpenAI releases o3-mini"));
    }

    @Test
    void storiesAreToldInOrderAndListedReleasesCompared() throws IOException {
        releases("""
                DeepSeek-R1,DeepSeek,2025-01-20T16:30:00Z,second,"out, now",wire
                o3-mini,OpenAI,2025-01-29,day,,wire
                GPT-9,OpenAI,2025-01-21,day,,wire
                """);

        assertThat(runOn("--out", directory.resolve("out.jsonl").toString())).isZero();

        assertThat(out.toString(UTF_8))
                .containsSubsequence(
                        "2025-01-20 16:03Z  RELEASE    deepseek/r1",
                        "2 headlines",
                        "2025-01-29 23:59Z  RELEASE    openai/o3-mini",
                        "3 headlines, 2025-01-20 16:03Z to 2025-01-29 23:59Z, 2 stories",
                        "Listed releases: 3, found in time 2, earlier 0, missed 1; recall in time 66.7 %",
                        "missed  OpenAI GPT-9",
                        "no such story; no headline of that time names it");
        List<String> lines = Files.readAllLines(directory.resolve("out.jsonl"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("{\"story\":\"deepseek/r1\",\"kind\":\"RELEASE\"")
                .contains("\"releaseTitle\":\"DeepSeek releases DeepSeek-R1\"")
                .contains("\"listedAs\"");
    }

    @Test
    void aReleaseToldTooLateIsMissedAndTheStoryExtra() throws IOException {
        releases("DeepSeek-R1,DeepSeek,2025-01-20T14:30:00Z,second,,wire\n");

        assertThat(runOn("--to", "2025-01-20")).isZero();

        assertThat(out.toString(UTF_8))
                .containsSubsequence(
                        "found in time 0",
                        "missed  DeepSeek DeepSeek-R1",
                        "deepseek/r1 told 2025-01-20 16:03Z",
                        "extra");
    }

    @Test
    void aReleaseToldBeforeItsFirstSightIsEarlierForThreeDays() throws IOException {
        releases("""
                DeepSeek-R1,DeepSeek,2025-01-23T16:00:00Z,second,,wire
                o3-mini,OpenAI,2025-02-03,day,,wire
                """);

        assertThat(runOn("--out", directory.resolve("out.jsonl").toString())).isZero();

        assertThat(out.toString(UTF_8))
                .contains("found in time 0, earlier 1, missed 1")
                .containsSubsequence(
                        "earlier DeepSeek DeepSeek-R1", "told 2025-01-20 16:03Z", "missed  OpenAI o3-mini");
        assertThat(Files.readString(directory.resolve("out.jsonl"))).containsOnlyOnce("\"listedAs\"");
    }

    @Test
    void badInputIsOneLine() throws IOException {
        releases("o3-mini,OpenAI,2025-01-29,weekly,,wire\n");
        assertThat(runOn()).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("model_releases.csv:2: precision 'weekly'")
                .containsOnlyOnce("\n");

        assertThat(runOn("--from", "soon")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--from: 'soon' is no date").containsOnlyOnce("\n");

        assertThat(runOn("--from", "2025-02-01", "--to", "2025-01-01")).isEqualTo(2);
        assertThat(runOn("--out", directory.toString())).isEqualTo(2);
    }

    @Test
    void textOfTheArchiveCannotReachTheTerminalAsItIs() throws IOException {
        Files.writeString(
                directory.resolve("headlines.jsonl"),
                line("a", "2025-01-20T16:03:00Z", "TIME", "DeepSeek releases DeepSeek-R1")
                        .replace("\"wire\"", "\"wi\\u001b[2J\\u202e\\nre\""));
        releases("R\u001b[31m1\u202e,DeepSeek,2025-01-20T14:30:00Z,second,,wire\n");

        assertThat(runOn("--out", directory.resolve("out.jsonl").toString())).isZero();

        assertThat(out.toString(UTF_8) + Files.readString(directory.resolve("out.jsonl")))
                .contains("wi re", "missed  DeepSeek R1")
                .doesNotContain("\u001b", "\u202e", "\\u001b", "\\n");
    }

    @Test
    void badLinesAreToldAndLoseNothingElse() throws IOException {
        Path headlines = directory.resolve("headlines.jsonl");
        Files.writeString(
                headlines, "{]\n" + line("x", "1969-07-20T00:00:00Z", "TIME", "old"), StandardOpenOption.APPEND);
        Files.write(headlines, new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(headlines, "{}\n".repeat(30), StandardOpenOption.APPEND);
        Files.writeString(
                headlines, line("d", "2025-01-29T09:00:00Z", "TIME", "xAI releases Grok 9"), StandardOpenOption.APPEND);
        Path stories = directory.resolve("out.jsonl");

        assertThat(runOn("--out", stories.toString())).isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("4 headlines, ", "3 stories");
        assertThat(Files.readAllLines(stories)).hasSize(3);
        assertThat(err.toString(UTF_8).lines().toList())
                .hasSize(21)
                .startsWith(
                        "faultline: headlines.jsonl:4: Unexpected close marker ']': expected '}' (for Object starting at (byte 1)",
                        "faultline: headlines.jsonl:5: publishedAt 1969-07-20T00:00:00Z is not between 2000 and 2100",
                        "faultline: headlines.jsonl:6: bytes that are no UTF-8 after byte 0",
                        "faultline: headlines.jsonl:7: action is missing")
                .endsWith("faultline: and 13 more lines like these");
    }

    @Test
    void aRateIsToldForAWeekOrMoreOnly() throws IOException {
        assertThat(runOn("--to", "2025-01-22")).isZero();
        assertThat(out.toString(UTF_8)).contains("RELEASE").doesNotContain("a week");
        out.reset();
        assertThat(runOn()).isZero();
        assertThat(out.toString(UTF_8)).contains("1.5 a week");
    }

    @Test
    void aWordingOfTheDayThatIsCorrectedDuringTheDayIsNeverHeard() throws IOException {
        append(line("d", "2025-01-28T00:00:00Z", "DAY", "OpenAI launches GPT-6"));
        append(line("d", "2025-01-28T12:00:00Z", "TIME", "OpenAI hires a new CFO")
                .replace("CREATED", "UPDATED"));

        assertThat(runOn()).isZero();

        assertThat(out.toString(UTF_8)).doesNotContain("gpt-6").contains("4 headlines");
    }

    @Test
    void withdrawnHeadlinesAreNotCountedAndLeaveNoStory() throws IOException {
        append(line("a", "2025-01-20T18:00:00Z", "TIME", "").replace("CREATED", "DELETED"));
        append(line("c", "2025-01-29T07:00:00Z", "TIME", "").replace("CREATED", "DELETED"));

        assertThat(runOn("--out", directory.resolve("out.jsonl").toString())).isZero();

        assertThat(out.toString(UTF_8)).contains("1 headline", "1 stor").doesNotContain("RELEASE ", "o3-mini");
        assertThat(Files.readAllLines(directory.resolve("out.jsonl")))
                .singleElement()
                .satisfies(story ->
                        assertThat(story).contains("\"kind\":\"AMPLIFIER\"", "\"releases\":[]", "\"headlines\":1"));
    }

    @Test
    void anotherReportTakesThePlaceOfADeletedRelease() throws IOException {
        append(line("d", "2025-01-20T17:00:00Z", "TIME", "DeepSeek-R1 正式发布"));
        append(line("a", "2025-01-20T18:00:00Z", "TIME", "").replace("CREATED", "DELETED"));

        assertThat(runOn("--out", directory.resolve("out.jsonl").toString())).isZero();

        assertThat(Files.readAllLines(directory.resolve("out.jsonl")))
                .filteredOn(story -> story.contains("deepseek/r1"))
                .singleElement()
                .satisfies(story -> assertThat(story).contains("\"releases\":[\"2025-01-20T17:00:00Z\"]"));
    }

    @Test
    void aStoryBeginsWithItsFirstHeadlineThatStays() throws IOException {
        append(line("d", "2025-01-10T16:00:00Z", "TIME", "DeepSeek releases DeepSeek-R1"));
        append(line("d", "2025-01-10T17:00:00Z", "TIME", "").replace("CREATED", "DELETED"));

        assertThat(runOn("--out", directory.resolve("out.jsonl").toString())).isZero();

        assertThat(Files.readAllLines(directory.resolve("out.jsonl")).get(0))
                .contains("deepseek/r1", "\"firstSeen\":\"2025-01-20T16:03:00Z\"");
    }

    @Test
    void theLastWordingOfADayCounts() throws IOException {
        append(line("d", "2025-02-01T00:00:00Z", "DAY", "DeepSeek releases DeepSeek-V4"));
        append(line("d", "2025-02-01T00:00:00Z", "DAY", "DeepSeek hires a cook").replace("CREATED", "UPDATED"));

        assertThat(runOn()).isZero();

        assertThat(out.toString(UTF_8)).doesNotContain("deepseek/v4");
    }

    @Test
    void aRewordedHeadlineCountsInTheStoryThatItTellsNow() throws IOException {
        append(line("a", "2025-01-20T18:00:00Z", "TIME", "DeepSeek releases DeepSeek-V3")
                .replace("CREATED", "UPDATED"));
        append(line("c", "2025-01-30T07:00:00Z", "TIME", "OpenAI releases o3-mini today")
                .replace("CREATED", "UPDATED"));

        assertThat(runOn()).isZero();

        assertThat(out.toString(UTF_8))
                .containsSubsequence(
                        "AMPLIFIER  deepseek/r1", "1 headlines",
                        "RELEASE    deepseek/v3", "1 headlines",
                        "RELEASE    openai/o3-mini", "1 headlines");
    }

    @Test
    void aMakerOfOnesOwnTableHasStories() throws IOException {
        append(line("d", "2025-01-21T07:00:00Z", "TIME", "Examplelab releases Quokka-2"));
        Path tables = Files.createDirectory(directory.resolve("tables"));
        Files.writeString(tables.resolve("vendors.csv"), "examplelab,lab,examplelab\n");
        Files.writeString(tables.resolve("models.csv"), "examplelab,quokka-*,model,plain,quokka\n");

        assertThat(runOn()).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("quokka");
        assertThat(runOn("--lexicon", tables.toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("RELEASE    examplelab/quokka-2");
        assertThat(runOn("--lexicon", directory.toString())).isEqualTo(2);
    }

    private void append(String line) throws IOException {
        Files.writeString(directory.resolve("headlines.jsonl"), line, StandardOpenOption.APPEND);
    }

    private void releases(String rows) throws IOException {
        Files.writeString(directory.resolve("model_releases.csv"), COLUMNS + rows);
    }

    private static String line(String id, String at, String precision, String title) {
        return """
                {"id":"%s","publishedAt":"%s","datePrecision":"%s","source":"wire","lang":"en","title":"%s","action":"CREATED"}
                """.formatted(id, at, precision, title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"headlines.jsonl", "model_releases.csv"})
    void theArchiveIsNotOverwritten(String input) throws IOException {
        releases("DeepSeek-R1,DeepSeek,2025-01-20T16:30:00Z,second,,wire\n");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve(input));
        String before = Files.readString(link);

        assertThat(runOn("--out", link.toString())).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("is read by this command").containsOnlyOnce("\n");
        assertThat(Files.readString(link)).isEqualTo(before);
    }

    @Test
    void whatCannotBeToldIsAFailure() {
        PrintStream full = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        Terminal terminal = new Terminal(full, new PrintStream(err, true, UTF_8), false, Palette.PLAIN);

        assertThat(Main.run(terminal, new Stop(), "stories", "--dataset", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("standard output cannot be written")
                .containsOnlyOnce("\n");
    }

    private int runOn(String... more) {
        out.reset();
        err.reset();
        List<String> args = new ArrayList<>(List.of("stories", "--dataset", directory.toString()));
        args.addAll(List.of(more));
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, Palette.PLAIN);
        return Main.run(terminal, new Stop(), args.toArray(String[]::new));
    }
}
