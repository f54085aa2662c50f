package io.faultline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.FaultlineConfig;
import io.faultline.app.feed.TopicFollower;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts as a consumer with {@code read_committed} sees them, compared but for {@code emittedAt}. */
final class CommittedAlerts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<ObjectNode> ORDER = Comparator.<ObjectNode, String>comparing(
                    alert -> alert.path("sector").asText())
            .thenComparing(alert -> alert.path("revision").asInt());

    private final TopicFollower follower;
    private final List<ObjectNode> read = new ArrayList<>();

    CommittedAlerts(FaultlineConfig config, String topic) {
        follower = new TopicFollower(config.kafkaClient(), List.of(topic), true);
    }

    /** Number of alerts committed so far. */
    int count() {
        follower.poll(POLL).forEach(entry -> read.add(parsed(entry.value())));
        return read.size();
    }

    /** What was read, by sector and revision, one alert per line. */
    List<String> lines() {
        return read.stream().sorted(ORDER).map(ObjectNode::toString).toList();
    }

    /** Alerts of a file in the same form. */
    static List<String> linesOf(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> parsed(line))
                .sorted(ORDER)
                .map(ObjectNode::toString)
                .toList();
    }

    /** The last line of each sector. */
    static List<String> latestOf(List<String> lines) {
        Map<String, String> latest = new TreeMap<>();
        lines.forEach(line -> latest.put(parsed(line).path("sector").asText(), line));
        return List.copyOf(latest.values());
    }

    /** Event time of the revision. */
    static Instant detectedAt(String line) {
        return Instant.parse(parsed(line).path("detectedAt").asText());
    }

    private static ObjectNode parsed(String line) {
        return parsed(line.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode parsed(byte[] value) {
        try {
            JsonNode tree = JSON.readTree(value);
            ObjectNode alert = (ObjectNode) tree;
            alert.remove("emittedAt");
            return alert;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
