package io.faultline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.faultline.app.broker.LoopbackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A Prometheus that scrapes the cluster and judges it by the shipped alert rules. */
final class Prometheus {

    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private Prometheus(int port) {
        this.port = port;
    }

    /** @param targets ports of the metrics reporters */
    static Prometheus start(Processes processes, Collection<Integer> targets) throws IOException {
        int port = LoopbackPorts.free();
        Path config = Files.writeString(Places.conf().resolve("prometheus.yml"), config(targets));
        processes.start(
                "prometheus",
                List.of(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + Places.state().resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of());
        Prometheus prometheus = new Prometheus(port);
        Await.until("Prometheus with rules of " + Places.SHIPPED_RULES, STARTING, () -> prometheus.rules() > 0);
        return prometheus;
    }

    /** Number of alert rules loaded. */
    int rules() throws Exception {
        int rules = 0;
        for (JsonNode group : get("/api/v1/rules?type=alert").path("groups")) {
            rules += group.path("rules").size();
        }
        return rules;
    }

    /** Names of the alerts that fire. */
    Set<String> firing() throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : get("/api/v1/alerts").path("alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                names.add(alert.path("labels").path("alertname").asText());
            }
        }
        return names;
    }

    /** Number of series that a query finds. */
    int series(String query) throws Exception {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return get("/api/v1/query?query=" + encoded).path("result").size();
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (!answer.path("status").asText().equals("success")) {
            throw new IOException(path + ": " + response.body());
        }
        return answer.path("data");
    }

    private static String config(Collection<Integer> targets) {
        String addresses =
                targets.stream().map(each -> "\"127.0.0.1:" + each + "\"").collect(Collectors.joining(", "));
        return """
                global:
                  scrape_interval: 1s
                  evaluation_interval: 1s
                rule_files:
                  - %s
                scrape_configs:
                  - job_name: flink
                    static_configs:
                      - targets: [%s]
                """.formatted(Places.SHIPPED_RULES.toAbsolutePath().resolve("*.yml"), addresses);
    }
}
