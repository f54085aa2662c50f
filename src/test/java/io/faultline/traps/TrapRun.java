package io.faultline.traps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faultline.app.Stop;
import io.faultline.app.Terminal;
import io.faultline.app.backtest.Backtest;
import io.faultline.app.backtest.OutFiles;
import io.faultline.app.console.Palette;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.Codec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.SectorSampleCodec;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.TradingDay;
import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A back-test of the whole set, made once and shared by all tests of the traps. */
final class TrapRun {

    private static final Path OUT = Path.of("target", "traps");

    private static TrapRun done;

    private final List<Alert> alerts;
    private final List<SectorSample> closes;

    private TrapRun() throws IOException, RejectedRecordException {
        alerts = read("alerts.jsonl", new AlertCodec());
        closes = read("closes.jsonl", new SectorSampleCodec());
    }

    /** The run; the first caller waits for it. */
    static synchronized TrapRun result() {
        if (done == null) {
            try {
                backtest();
                done = new TrapRun();
            } catch (IOException | RejectedRecordException e) {
                throw new AssertionError("the traps did not run through", e);
            }
        }
        return done;
    }

    /** All revisions of a sector, oldest first. */
    List<Alert> alerts(String sector) {
        return alerts.stream().filter(alert -> alert.sector().equals(sector)).toList();
    }

    /** A sector's figures at a close. */
    SectorSample closing(String sector, String day) {
        return closes.stream()
                .filter(sample -> sample.sector().equals(sector))
                .filter(sample -> sample.sessionDate().equals(TradingDay.parse(day)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no close of " + sector + " on " + day));
    }

    /** One of the worst members of a sector. */
    static MemberDrawdown member(SectorSample sample, String symbol) {
        return member(sample.worst(), symbol);
    }

    /** One of the members of a revision. */
    static MemberDrawdown member(Alert alert, String symbol) {
        return member(alert.members(), symbol);
    }

    /** A file that the back-test wrote. */
    static String written(String file) throws IOException {
        return Files.readString(OUT.resolve(file));
    }

    private static MemberDrawdown member(List<MemberDrawdown> members, String symbol) {
        return members.stream()
                .filter(member -> member.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no member " + symbol + " in " + members));
    }

    private static void backtest() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, Palette.PLAIN);
        new Backtest(terminal, new Stop(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .run(new Backtest.DataFiles(TrapDataSet.DIRECTORY, null), OutFiles.in(OUT), null);
    }

    private static <T> List<T> read(String file, Codec<T> codec) throws IOException, RejectedRecordException {
        List<T> records = new ArrayList<>();
        for (String line : Files.readAllLines(OUT.resolve(file))) {
            records.add(codec.read(line.getBytes(UTF_8)));
        }
        return records;
    }
}
