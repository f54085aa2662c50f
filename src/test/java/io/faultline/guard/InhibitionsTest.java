package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which alert holds which others back, by name: only those that follow from it, and only within its namespace. */
class InhibitionsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern MATCHER = Pattern.compile("alertname (=~|!~|!=|=) \"([^\"]*)\"");

    private static Set<String> alerts;
    private static JsonNode inhibitions;

    @BeforeAll
    static void reads() throws IOException {
        alerts = new TreeSet<>();
        try (Stream<Path> rules = Files.list(Path.of("docker", "prometheus", "rules"))) {
            for (Path file : rules.toList()) {
                YAML.readTree(file.toFile()).findValues("alert").forEach(name -> alerts.add(name.asText()));
            }
        }
        inhibitions = YAML.readTree(
                        Path.of("docker", "prometheus", "alertmanager.yml").toFile())
                .path("inhibit_rules");
    }

    @Test
    void eachHoldsBackWhatFollowsFromIt() {
        Map<String, Set<String>> held = new TreeMap<>();
        for (JsonNode rule : inhibitions) {
            for (String source : matching(rule.path("source_matchers"))) {
                held.computeIfAbsent(source, name -> new TreeSet<>()).addAll(matching(rule.path("target_matchers")));
            }
        }

        Set<String> late = Set.of("BackPressure", "CheckpointSlow", "CheckpointTooOld", "CheckpointsFailing");
        assertThat(held)
                .isEqualTo(Map.of(
                        "FaultlineJobNotRunning",
                        named(
                                late,
                                "RestartLoop",
                                "WatermarkLag",
                                "FeedBacklog",
                                "DetectionSlow",
                                "SectorBlind",
                                "FeedStale",
                                "HeadlinesStale",
                                "NoRuleInForce",
                                "NothingListed"),
                        "FaultlineRestartLoop",
                        named(late, "WatermarkLag", "FeedBacklog"),
                        "FaultlineWatermarkLag",
                        named(Set.of(), "DetectionSlow", "FeedBacklog"),
                        "FaultlineNothingListed",
                        named(Set.of(), "SectorBlind")));
    }

    @Test
    void noneReachesIntoAnotherNamespace() {
        for (JsonNode rule : inhibitions) {
            assertThat(rule.path("equal").toString()).as(rule.toString()).isEqualTo("[\"namespace\"]");
        }
    }

    private static Set<String> named(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>();
        Stream.concat(some.stream(), Stream.of(more)).forEach(name -> all.add("Faultline" + name));
        return all;
    }

    /** Alerts that go by all matchers, which ask for names only; Alertmanager's expressions are for the whole name. */
    private static List<String> matching(JsonNode matchers) {
        Predicate<String> all = alert -> true;
        for (JsonNode text : matchers) {
            Matcher matcher = MATCHER.matcher(text.asText());
            assertThat(matcher.matches()).as(text.asText()).isTrue();
            boolean is = !matcher.group(1).startsWith("!");
            String value = matcher.group(1).endsWith("~") ? matcher.group(2) : Pattern.quote(matcher.group(2));
            all = all.and(alert -> alert.matches(value) == is);
        }
        return alerts.stream().filter(all).toList();
    }
}
