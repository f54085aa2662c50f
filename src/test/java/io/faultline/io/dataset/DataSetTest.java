package io.faultline.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.faultline.market.Tick;
import io.faultline.news.Headline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {

    private static final String BARS = "ts,symbol,open,high,low,close,volume\n";

    @TempDir
    private Path directory;

    private DataSetFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new DataSetFolder(directory);
    }

    @Test
    void dailyBarsPrintOpenAndCloseOnly() {
        folder.file("bars.csv", BARS + "2025-01-27,AAA,10,12,8,11,5000\n");
        assertThat(prints()).containsExactly("2025-01-27T14:30:00Z AAA 10.0", "2025-01-27T20:59:59Z AAA 11.0");
    }

    @Test
    void dailyBarWithoutAnOpenPrintsTheCloseOnly() {
        folder.file("bars.csv", BARS + "2025-01-27,AAA,,,,11,\n");
        assertThat(prints()).containsExactly("2025-01-27T20:59:59Z AAA 11.0");
    }

    @Test
    void dailyBarsFollowTheHoursOfTheirVenue() {
        folder.file(
                "bars.csv",
                BARS + "2025-01-27,AAA,10,12,8,11,1\n2025-01-27,6857,20,20,18,19,1\n2024-11-29,AAA,9,9,9,9,1\n");
        assertThat(prints())
                .containsExactly(
                        "2024-11-29T14:30:00Z AAA 9.0",
                        "2024-11-29T17:59:59Z AAA 9.0",
                        "2025-01-27T00:00:00Z 6857 20.0",
                        "2025-01-27T06:29:59Z 6857 19.0",
                        "2025-01-27T14:30:00Z AAA 10.0",
                        "2025-01-27T20:59:59Z AAA 11.0");
    }

    @Test
    void intradayBarsPrintOpenExtremesAndCloseInsideTheBar() {
        folder.file(
                "bars.csv",
                BARS
                        + "2025-01-27T14:35:00Z,AAA,11,12,9,10,1\n"
                        + "2025-01-27T14:30:00Z,AAA,10,13,8,11,1\n"
                        + "2025-01-27T14:30:00Z,BBB,20,,,21,1\n");
        assertThat(prints())
                .containsExactly(
                        "2025-01-27T14:30:00Z AAA 10.0",
                        "2025-01-27T14:30:00Z BBB 20.0",
                        "2025-01-27T14:31:39.999Z AAA 8.0",
                        "2025-01-27T14:33:19.998Z AAA 13.0",
                        "2025-01-27T14:34:59.999Z AAA 11.0",
                        "2025-01-27T14:34:59.999Z BBB 21.0",
                        "2025-01-27T14:35:00Z AAA 11.0",
                        "2025-01-27T14:36:39.999Z AAA 12.0",
                        "2025-01-27T14:38:19.998Z AAA 9.0",
                        "2025-01-27T14:39:59.999Z AAA 10.0");
    }

    @Test
    void aStrayBarDoesNotSetTheLengthOfTheOthers() {
        folder.file(
                "bars.csv",
                BARS
                        + "2025-01-27T14:30:00Z,AAA,,,,10,1\n"
                        + "2025-01-27T14:35:00Z,AAA,,,,11,1\n"
                        + "2025-01-27T14:40:00Z,AAA,,,,12,1\n"
                        + "2025-01-27T14:42:00Z,AAA,,,,13,1\n"
                        + "2025-01-27T14:30:00Z,BBB,,,,20,1\n");
        assertThat(prints())
                .containsExactly(
                        "2025-01-27T14:34:59.999Z AAA 10.0",
                        "2025-01-27T14:34:59.999Z BBB 20.0",
                        "2025-01-27T14:39:59.999Z AAA 11.0",
                        "2025-01-27T14:41:59.999Z AAA 12.0",
                        "2025-01-27T14:46:59.999Z AAA 13.0");
    }

    @Test
    void everyRowIsDailyOrIntradayByItsOwnTime() {
        folder.file(
                "bars.csv",
                BARS
                        + "2025-01-24,AAA,,,,9,1\n"
                        + "2025-01-27T14:30:00Z,AAA,,,,10,1\n"
                        + "2025-01-27T14:35:00Z,AAA,,,,11,1\n"
                        + "2025-01-27,BBB,,,,20,1\n");
        assertThat(prints())
                .containsExactly(
                        "2025-01-24T20:59:59Z AAA 9.0",
                        "2025-01-27T14:34:59.999Z AAA 10.0",
                        "2025-01-27T14:39:59.999Z AAA 11.0",
                        "2025-01-27T20:59:59Z BBB 20.0");
    }

    @Test
    void aSymbolOnTwoVenuesIsToldApartByItsVenue() {
        folder.file(
                "listings.jsonl",
                DataSetFolder.listing("AAA", "XNAS") + "\n" + DataSetFolder.listing("AAA", "XTKS") + "\n");
        folder.file("bars.csv", BARS + "2025-01-27,AAA@XTKS,,,,19,1\n2025-01-27,AAA@XNAS,,,,11,1\n");
        assertThat(ticks())
                .extracting(Tick::listingKey, Tick::price)
                .containsExactly(tuple("AAA@XTKS", 19.0), tuple("AAA@XNAS", 11.0));

        String complaint = ":2: symbol 'AAA' has several listings: write AAA@XNAS or AAA@XTKS";
        folder.file("bars.csv", BARS + "2025-01-27,AAA,,,,11,1\n");
        assertThatThrownBy(this::ticks).hasMessage("bars.csv" + complaint);
        folder.remove("bars.csv").file("anchors.csv", "ts,symbol,price\n2025-01-27T15:00:00Z,AAA,11\n");
        assertThatThrownBy(this::ticks).hasMessage("anchors.csv" + complaint);
        folder.file("anchors.csv", "ts,symbol,price\n2025-01-27T15:00:00Z,AAA@XTKS,11\n");
        assertThat(ticks()).extracting(Tick::listingKey).containsOnly("AAA@XTKS");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreRead() {
        folder.file("bars.csv", "\uFEFF" + (BARS + "2025-01-27, AAA ,,,,1.1e1,\n").replace("\n", "\r\n"));
        assertThat(prints()).containsExactly("2025-01-27T20:59:59Z AAA 11.0");
    }

    @Test
    void tradeIdsOfASymbolAreUniqueWithinADay() {
        folder.file(
                "bars.csv", BARS + "2025-01-27T14:30:00Z,AAA,10,13,8,11,1\n2025-01-27T14:35:00Z,AAA,11,12,9,10,1\n");
        List<String> ids = ticks().stream().map(Tick::tradeId).toList();
        assertThat(ids).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void symbolsWithoutAListingAreLeftOut() {
        folder.file("bars.csv", BARS + "2025-01-27,ZZZ,10,12,8,11,1\n2025-01-27,AAA,,,,11,\n");
        assertThat(prints()).containsExactly("2025-01-27T20:59:59Z AAA 11.0");
    }

    @Test
    void zippedTicksAreReadInTheirOrder() {
        folder.zipped("ticks.jsonl.gz", tick(1_737_988_200_000L, 10) + "\n\n" + tick(1_737_988_200_000L, 11) + "\n");
        assertThat(prints()).containsExactly("2025-01-27T14:30:00Z AAA 10.0", "2025-01-27T14:30:00Z AAA 11.0");
    }

    @Test
    void headlinesComeInTheOrderInWhichTheyCouldBeKnown() {
        folder.file("bars.csv", BARS)
                .file(
                        "headlines.jsonl",
                        String.join(
                                "\n",
                                DataSetFolder.headline("day", "2025-01-27T08:00:00Z", "DAY"),
                                DataSetFolder.headline("late", "2025-01-27T20:00:00Z", "TIME"),
                                DataSetFolder.headline("early", "2025-01-26T20:00:00Z", "TIME")));
        assertThat(folder.open().headlines()).extracting(Headline::id).containsExactly("early", "late", "day");
    }

    @Test
    void spanIsThatOfTheRecordsUnlessStated() {
        folder.file("bars.csv", BARS + "2025-01-27,AAA,10,12,8,11,1\n")
                .file("headlines.jsonl", DataSetFolder.headline("h", "2025-01-26T20:00:00Z", "TIME"));
        DataSet unstated = folder.open();
        assertThat(unstated.start()).isEqualTo(Instant.parse("2025-01-26T20:00:00Z"));
        assertThat(unstated.end()).isEqualTo(Instant.parse("2025-01-27T20:59:59Z"));
        assertThat(unstated.name()).isEqualTo(directory.getFileName().toString());
        folder.file("dataset.json", """
                {"name":"n","title":"t","start":"2025-01-20T00:00:00Z","end":"2025-01-30T00:00:00Z","mic":"XNYS"}""");
        DataSet stated = folder.open();
        assertThat(stated.start()).isEqualTo(Instant.parse("2025-01-20T00:00:00Z"));
        assertThat(stated.end()).isEqualTo(Instant.parse("2025-01-30T00:00:00Z"));
        assertThat(stated.mic()).isEqualTo("XNYS");
    }

    @Test
    void unknownNameIsSaidInOneLine() {
        assertThatThrownBy(() -> DataSet.find("jan-2035"))
                .isInstanceOf(DataSetException.class)
                .hasMessage("no data set 'jan-2035': neither a directory nor one of [jan-2025]");
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        try (TickStream stream = folder.open().ticks()) {
            stream.forEachRemaining(ticks::add);
        }
        return ticks;
    }

    private List<String> prints() {
        return ticks().stream()
                .map(tick -> Instant.ofEpochMilli(tick.ts()) + " " + tick.symbol() + " " + tick.price())
                .toList();
    }

    private static String tick(long ts, double price) {
        return """
                {"symbol":"AAA","mic":"XNAS","ts":%d,"price":%s,"size":1,"action":"NEW"}""".formatted(ts, price);
    }
}
