package io.faultline.io.dataset;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.faultline.io.json.JsonReason;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.io.json.RuleCodec;
import io.faultline.rules.SectorRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file with a JSON array of sector rules in wire format; the rules that come with the product are one. */
public final class RuleFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String SHIPPED = "/rules/default-rules.json";

    private RuleFile() {}

    /** The rules that come with the product, in the order of docs/sectors.md. */
    public static List<SectorRule> shipped() {
        return read(new DataSetFile("default-rules.json", shippedBytes()));
    }

    /** The shipped file as it is, UTF-8: what a rule author starts from. Closed by the caller. */
    public static InputStream shippedBytes() {
        InputStream bytes = RuleFile.class.getResourceAsStream(SHIPPED);
        if (bytes == null) {
            throw new IllegalStateException(SHIPPED + " is missing in the build");
        }
        return bytes;
    }

    /**
     * Reads and checks all rules of a file.
     *
     * @throws DataSetException naming the line at which the first bad rule begins
     */
    public static List<SectorRule> read(Path file) {
        return read(DataSetFile.open(file));
    }

    static List<SectorRule> read(DataSetFile file) {
        try (file;
                JsonParser parser = JSON.createParser(file.rest())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw file.wrongAt(1, "a JSON array of rules is needed");
            }
            return readArray(file, parser);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw file.wrongAt(at == null ? 1 : at.getLineNr(), JsonReason.of(e));
        } catch (IOException e) {
            throw new DataSetException(file.name() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<SectorRule> readArray(DataSetFile file, JsonParser parser) throws IOException {
        List<SectorRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            SectorRule rule = readOne(file, line, JSON.readTree(parser));
            if (!ids.add(rule.ruleId())) {
                throw file.wrongAt(line, "rule " + rule.ruleId() + " appears twice");
            }
            rules.add(rule);
        }
        if (parser.nextToken() != null) {
            throw file.wrongAt(parser.currentTokenLocation().getLineNr(), "something follows the array");
        }
        return rules;
    }

    private static SectorRule readOne(DataSetFile file, long line, JsonNode rule) throws IOException {
        try {
            return new RuleCodec().read(JSON.writeValueAsBytes(rule));
        } catch (RejectedRecordException e) {
            String id = rule.path("ruleId").asText("");
            throw file.wrongAt(line, (id.isEmpty() ? "rule" : "rule " + id) + ": " + e.reason());
        }
    }
}
