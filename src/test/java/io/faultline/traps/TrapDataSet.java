package io.faultline.traps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.io.json.CalendarCodec;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.market.CalendarEntry;
import io.faultline.market.TradingCalendars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of {@code datasets/traps}, written from the traps' own classes. */
final class TrapDataSet {

    static final Path DIRECTORY = Path.of("src", "test", "resources", "datasets", "traps");

    private static final ObjectMapper JSON = new ObjectMapper();

    private TrapDataSet() {}

    /** Name and content of each file. */
    static Map<String, String> files() {
        TrapTape tape = new TrapTape();
        CorporateActionTrapsITCase.write(tape);
        PrintTrapsITCase.write(tape);
        CalendarTrapsITCase.write(tape);
        CoverageTrapsITCase.write(tape);
        VenueTrapsITCase.write(tape);
        CloseTrapsITCase.write(tape);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("listings.jsonl", lines(tape.listings()));
        files.put("ticks.jsonl", lines(tape.ticks()));
        return files;
    }

    /** The shipped calendars with the days that the set publishes in {@code calendars.jsonl}. */
    static TradingCalendars calendars() {
        TradingCalendars calendars = TradingCalendars.shipped();
        try {
            for (String line : Files.readAllLines(DIRECTORY.resolve("calendars.jsonl"))) {
                CalendarEntry entry = new CalendarCodec().read(line.getBytes(StandardCharsets.UTF_8));
                calendars = calendars.with(entry);
            }
        } catch (IOException | RejectedRecordException e) {
            throw new AssertionError(e);
        }
        return calendars;
    }

    private static String lines(List<Map<String, Object>> records) {
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> each : records) {
            try {
                lines.append(JSON.writeValueAsString(each)).append('\n');
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return lines.toString();
    }
}
