package io.faultline.io.dataset;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataSetErrorsTest {

    private static final String BARS = "ts,symbol,open,high,low,close,volume\n";
    private static final String ANCHORS = "ts,symbol,price\n";
    private static final String RULE = """
            {"ruleId":"r","sector":"r","version":1,"state":"ACTIVE","homeMic":"XNAS","benchmark":"SPY@ARCX",
            "members":["AAA@XNAS"],"exposure":{"terms":["chip"],"aiSensitivity":0.5}}""";

    @TempDir
    private Path directory;

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                file(
                        "bars.csv",
                        "date,close\n",
                        "bars.csv:1: no column ts, symbol, open, high, low: the header must be ts,symbol,open,high,low,close"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1\n", "bars.csv:2: 4 fields where the header has 7"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,NaN,1\n", "bars.csv:2: close 'NaN' is not a number"),
                file("bars.csv", "", "bars.csv:1: the file is empty, the header must be ts,symbol,open,high,low,close"),
                file("bars.csv", "ts,ts,symbol,open,high,low,close\n", "bars.csv:1: column ts appears twice"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,0x1p3,1\n", "bars.csv:2: close '0x1p3' is not a number"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,1d,1\n", "bars.csv:2: close '1d' is not a number"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1, 1 ,1\n", "bars.csv:2: close ' 1 ' is not a number"),
                file(
                        "bars.csv",
                        BARS + "2025-01-27,AAA,1,1,Infinity,1,1\n",
                        "bars.csv:2: low 'Infinity' is not a number"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,1e400,1\n", "bars.csv:2: close '1e400' is no price"),
                file(
                        "bars.csv",
                        BARS + "1970-01-01,AAA,1,1,1,1,1\n",
                        "bars.csv:2: ts '1970-01-01' is not between 2000"),
                file(
                        "bars.csv",
                        BARS + "9999-12-31,AAA,1,1,1,1,1\n",
                        "bars.csv:2: ts '9999-12-31' is not between 2000"),
                file("bars.csv", BARS + "+999999999-01-01T00:00:00Z,AAA,1,1,1,1,1\n", "bars.csv:2: ts '+999999999-"),
                file("bars.csv", BARS + "2025-01-27,\"AAA,1,1,1,1,1\n", "bars.csv:2: a quote is not closed"),
                file("bars.csv", "\"ts\n", "bars.csv:1: a quote is not closed"),
                file(
                        "bars.csv",
                        BARS + "2025-01-27,AAA,1,1,1,1,1\n2025-01-28,AAA,1,1,1,1,1\n2025-01-27,AAA,1,1,1,1,1\n",
                        "bars.csv:4: a second bar for AAA@XNAS of session 2025-01-27, see line 2"),
                file(
                        "bars.csv",
                        BARS + "2025-01-27T14:30:00Z,AAA,1,1,1,1,1\n2025-01-27T14:30:00Z,AAA@XNAS,1,1,1,2,1\n",
                        "bars.csv:3: a second bar for AAA@XNAS of 2025-01-27T14:30:00Z, see line 2"),
                file(
                        "bars.csv",
                        BARS + "2025-01-27T15:30:00Z,AAA,1,1,1,1,1\n2025-01-27,AAA,1,1,1,2,1\n",
                        "bars.csv:3: daily and intraday bars for AAA@XNAS of session 2025-01-27, see line 2"),
                file("labels.csv", "date,sector,verdict\n+999999999-01-01,a,EITHER\n", "labels.csv:2: date '+999"),
                file(
                        "listings.jsonl",
                        DataSetFolder.listing("AAA", "XNAS") + "\n" + DataSetFolder.listing("AAA", "XNAS"),
                        "listings.jsonl:2: listing AAA@XNAS as of 2025-01-21 appears twice"),
                file(
                        "calendars.jsonl",
                        "{\"mic\":\"XXXX\",\"date\":\"2024-06-05\",\"closed\":true}",
                        "calendars.jsonl:1: "),
                file("dataset.json", "{\"mic\":\"QQQQ\"}", "dataset.json:1: no trading calendar for venue 'QQQQ'"),
                file("dataset.json", "{\"end\":\"9999-01-01T00:00:00Z\"}", "dataset.json:1: end '9999-"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,-2,1\n", "bars.csv:2: close '-2' is no price"),
                file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,,1\n", "bars.csv:2: close is empty"),
                file("bars.csv", BARS + "2025-01-27,AAA,x,1,1,1,1\n", "bars.csv:2: open 'x' is not a number"),
                file("bars.csv", BARS + "2025-13-26,AAA,1,1,1,1,1\n", "bars.csv:2: ts '2025-13-26' is no date"),
                file("anchors.csv", ANCHORS + "now,AAA,1\n", "anchors.csv:2: ts 'now' is no instant such as"),
                file(
                        "anchors.csv",
                        ANCHORS + "2025-01-27T14:30:00Z,AAA,1\n2025-01-27T14:30:00Z,AAA,2\n",
                        "anchors.csv:3: a second price for the same symbol and instant"),
                file("ticks.jsonl", "{\"symbol\":\"AAA\"\n", "ticks.jsonl:1: "),
                file(
                        "ticks.jsonl",
                        tick(2_000) + "\n" + tick(1_000) + "\n",
                        "ticks.jsonl:2: ts 1600000001000 is before"),
                file("headlines.jsonl", "\nnews\n", "headlines.jsonl:2: "),
                file(
                        "headlines.jsonl",
                        DataSetFolder.headline("a", "2025-01-26T20:00:00Z", "TIME")
                                + "\n"
                                + DataSetFolder.headline("a", "2025-01-26T20:00:00Z", "TIME"),
                        "headlines.jsonl:2: headline a appears twice"),
                file("listings.jsonl", "{}\n", "listings.jsonl:1: "),
                file("dataset.json", "{\"strt\":1}", "dataset.json:1: unknown field 'strt'"),
                file("dataset.json", "{} {}", "dataset.json:1: "),
                file("rules.json", "{}", "rules.json:1: a JSON array of rules is needed"),
                file("rules.json", "[\n{\"ruleId\":", "rules.json:2: "),
                file("rules.json", "[\n\n{\"ruleId\":\"r\"}]", "rules.json:3: rule r: "),
                file("rules.json", "[" + RULE + ",\n" + RULE + "]", "rules.json:3: rule r appears twice"),
                file("rules.json", "[" + RULE + "]\n[]", "rules.json:3: something follows the array"),
                file("dataset.json", "{\"start\":\"monday\"}", "dataset.json:1: start 'monday' is no instant"),
                file("dataset.json", "{\"pace\":{\"default\":0}}", "dataset.json:1: pace 0 is not a whole number"),
                file("dataset.json", "{\"rules\":\"chips\"}", "dataset.json:1: rules is no array of rule ids"),
                file("dataset.json", "{\"rules\":[\"chips\"]}", "dataset.json: no rule 'chips' comes with the product"),
                file("dataset.json", "{", "dataset.json:"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void brokenFileIsSaidInOneLineWithItsPlace(String name, String content, String complaint) {
        DataSetFolder folder = new DataSetFolder(directory);
        if (!name.startsWith("bars") && !name.startsWith("anchors") && !name.startsWith("ticks")) {
            folder.file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,1,1\n");
        }
        folder.file(name, content);
        assertThatThrownBy(() -> readAll(folder))
                .isInstanceOf(DataSetException.class)
                .hasMessageStartingWith(complaint)
                .extracting(Throwable::getMessage)
                .satisfies(message -> checkOneLine(message));
    }

    @Test
    void pricesMustBeThereOnce() {
        DataSetFolder folder = new DataSetFolder(directory);
        assertThatThrownBy(folder::open).isInstanceOf(DataSetException.class).hasMessageEndingWith("this one has 0");
        folder.file("bars.csv", BARS).zipped("ticks.jsonl.gz", "");
        assertThatThrownBy(folder::open).isInstanceOf(DataSetException.class).hasMessageEndingWith("this one has 2");
    }

    @Test
    void barsAndTheirZipTogetherAreRefused() {
        DataSetFolder folder =
                new DataSetFolder(directory).file("bars.csv", BARS).zipped("bars.csv.gz", BARS);
        refused(folder, "bars.csv and bars.csv.gz are both there: keep one of them");
    }

    @Test
    void rulesInTwoPlacesAreRefused() {
        DataSetFolder folder = new DataSetFolder(directory)
                .file("bars.csv", BARS + "2025-01-27,AAA,1,1,1,1,1\n")
                .file("rules.json", "[" + RULE + "]")
                .file("dataset.json", "{\"rules\":[\"semiconductors\"]}");
        refused(folder, "rules in dataset.json and in rules.json: keep one of them");
    }

    @Test
    void directoryInPlaceOfAFileIsRefused() throws IOException {
        Files.createDirectory(directory.resolve("bars.csv"));
        refused(new DataSetFolder(directory), "bars.csv: is a directory");
    }

    @Test
    void fileThatIsNotUtf8IsRefusedWithItsPlace() throws IOException {
        DataSetFolder folder = new DataSetFolder(directory).file("bars.csv", BARS);
        Files.write(directory.resolve("headlines.jsonl"), new byte[] {'\n', '{', (byte) 0xff, '\n'});
        refused(folder, "headlines.jsonl:2: bytes that are no UTF-8 after byte 1");
    }

    @Test
    void lineWithoutAnEndIsRefused() throws IOException {
        DataSetFolder folder = new DataSetFolder(directory).file("bars.csv", BARS);
        Files.write(directory.resolve("headlines.jsonl"), new byte[(16 << 20) + 1]);
        refused(folder, "headlines.jsonl:1: a line of more than 16777216 bytes");
    }

    @Test
    void zipThatIsNoneIsRefused() throws IOException {
        refused(new DataSetFolder(directory).file("bars.csv.gz", BARS), "bars.csv.gz: is no gzip file");
        Files.write(directory.resolve("bars.csv.gz"), new byte[0]);
        refused(new DataSetFolder(directory), "bars.csv.gz: is no gzip file");
    }

    @Test
    void zipThatIsCutOffIsRefused() throws IOException {
        DataSetFolder folder = new DataSetFolder(directory).zipped("bars.csv.gz", BARS);
        byte[] whole = Files.readAllBytes(directory.resolve("bars.csv.gz"));
        Files.write(directory.resolve("bars.csv.gz"), Arrays.copyOf(whole, whole.length - 12));
        refused(folder, "bars.csv.gz:1: ends too early: the gzip file is cut off");
    }

    private static void refused(DataSetFolder folder, String complaint) {
        assertThatThrownBy(() -> readAll(folder))
                .isInstanceOf(DataSetException.class)
                .hasMessage(complaint);
    }

    private static void readAll(DataSetFolder folder) {
        try (TickStream ticks = folder.open().ticks()) {
            ticks.forEachRemaining(tick -> {});
        }
    }

    private static void checkOneLine(String message) {
        org.assertj.core.api.Assertions.assertThat(message.lines()).hasSize(1);
    }

    private static Arguments file(String name, String content, String complaint) {
        return Arguments.of(name, content, complaint);
    }

    private static String tick(long afterMillis) {
        return """
                {"symbol":"AAA","mic":"XNAS","ts":%d,"price":10,"size":1,"action":"NEW"}""".formatted(1_600_000_000_000L + afterMillis);
    }
}
