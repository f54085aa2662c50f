package io.faultline.app.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faultline.app.stories.ReleaseComparison.Match;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A report for machines: one story per line; docs/stories.md tells the fields. */
public final class StoryJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double ROUNDING = 1e4;

    private StoryJson() {}

    /**
     * Writes the stories, replacing the file.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(StoryReport report, Path file) throws IOException {
        Map<FoundStory, String> listed = new HashMap<>();
        if (report.comparison() != null) {
            for (Match match : matches(report.comparison())) {
                listed.merge(match.story(), match.listed().model(), (one, other) -> one + ", " + other);
            }
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            for (FoundStory story : report.stories()) {
                out.write(line(story, listed.get(story)));
                out.write('\n');
            }
        }
    }

    private static List<Match> matches(ReleaseComparison comparison) {
        return Stream.concat(comparison.found().stream(), comparison.early().stream())
                .toList();
    }

    private static String line(FoundStory story, String listedAs) {
        ObjectNode node = JSON.createObjectNode();
        node.put("story", story.id());
        node.put("kind", story.kind().name());
        node.put("firstSeen", time(story.firstSeen()));
        node.put("lastSeen", time(story.lastAt()));
        if (story.releaseSource() != null) {
            node.put("releaseSource", story.releaseSource());
            node.put("releaseTitle", story.releases().get(0).title());
        }
        ArrayNode releases = node.putArray("releases");
        story.releases().forEach(telling -> releases.add(time(telling.at())));
        node.put("headlines", story.headlines());
        ArrayNode sources = node.putArray("sources");
        story.sources().forEach(sources::add);
        node.put("peakHeat", Math.round(story.peakHeat() * ROUNDING) / ROUNDING);
        node.put("peakAt", time(story.peakAt()));
        if (listedAs != null) {
            node.put("listedAs", listedAs);
        }
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of values is always written", e);
        }
    }

    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString();
    }
}
