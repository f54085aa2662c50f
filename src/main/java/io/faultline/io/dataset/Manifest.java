package io.faultline.io.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.faultline.io.json.JsonReason;
import io.faultline.io.json.TimestampGuard;
import io.faultline.market.TradingCalendars;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code dataset.json} says about a set. A set without the file has the defaults.
 *
 * @param name id
 * @param title for people
 * @param start first instant, or null: that of the first record
 * @param end last instant, or null: that of the last record
 * @param mic venue whose regular hours the set is about
 * @param seed of the reconstructed paths
 * @param pace of the reconstructed paths
 * @param rules ids of the product's own rules that the set is about; empty if it brings rules or none
 */
record Manifest(
        String name, String title, Instant start, Instant end, String mic, long seed, Pace pace, List<String> rules) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> FIELDS = Set.of("name", "title", "start", "end", "mic", "seed", "rules", "pace");

    static Manifest absent(String name) {
        return new Manifest(name, name, null, null, "XNAS", 1, Pace.DEFAULT, List.of());
    }

    static Manifest read(DataSetFile file, String fallbackName) {
        try (file) {
            JsonNode root = JSON.readTree(file.rest());
            if (!root.isObject()) {
                throw file.wrongAt(1, "a JSON object is needed");
            }
            root.fieldNames().forEachRemaining(field -> {
                if (!FIELDS.contains(field)) {
                    throw file.wrongAt(1, "unknown field '" + CsvRows.shown(field) + "'");
                }
            });
            String name = root.path("name").asText(fallbackName);
            Manifest manifest = new Manifest(
                    name,
                    root.path("title").asText(name),
                    instant(file, root, "start"),
                    instant(file, root, "end"),
                    mic(file, root),
                    root.path("seed").asLong(1),
                    pace(file, root.path("pace")),
                    rules(file, root.path("rules")));
            if (manifest.start != null && manifest.end != null && !manifest.start.isBefore(manifest.end)) {
                throw file.wrongAt(1, "start is not before end");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw file.wrongAt(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), JsonReason.of(e));
        }
    }

    private static String mic(DataSetFile file, JsonNode root) {
        String mic = root.path("mic").asText("XNAS");
        if (!TradingCalendars.shipped().knows(mic)) {
            throw file.wrongAt(1, "no trading calendar for venue '" + mic + "'");
        }
        return mic;
    }

    private static Instant instant(DataSetFile file, JsonNode root, String field) {
        JsonNode value = root.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(value.asText());
            if (TimestampGuard.plausible(instant.toEpochMilli())) {
                return instant;
            }
            throw file.wrongAt(1, field + " '" + value.asText() + "' is not between 2000 and 2100");
        } catch (DateTimeParseException | ArithmeticException e) {
            throw file.wrongAt(1, field + " '" + value.asText() + "' is no instant such as 2025-01-20T00:00:00Z");
        }
    }

    private static List<String> rules(DataSetFile file, JsonNode rules) {
        if (!rules.isMissingNode() && !rules.isArray()) {
            throw file.wrongAt(1, "rules is no array of rule ids");
        }
        List<String> ids = new ArrayList<>();
        rules.forEach(id -> ids.add(id.asText()));
        return List.copyOf(ids);
    }

    private static Pace pace(DataSetFile file, JsonNode pace) {
        Map<String, Integer> bySymbol = new HashMap<>();
        pace.path("symbols")
                .fields()
                .forEachRemaining(each -> bySymbol.put(each.getKey(), seconds(file, each.getValue())));
        int usual = pace.has("default") ? seconds(file, pace.get("default")) : Pace.DEFAULT.usual();
        return new Pace(usual, Map.copyOf(bySymbol));
    }

    private static int seconds(DataSetFile file, JsonNode value) {
        if (!value.isInt() || value.intValue() < 1) {
            throw file.wrongAt(1, "pace " + value + " is not a whole number of seconds, 1 or more");
        }
        return value.intValue();
    }
}
