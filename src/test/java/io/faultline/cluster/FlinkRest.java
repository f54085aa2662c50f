package io.faultline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** The JobManager's REST interface. */
final class FlinkRest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;

    FlinkRest(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Number of TaskManagers that have registered and are not given up. */
    int taskManagers() throws Exception {
        return get("/taskmanagers").path("taskmanagers").size();
    }

    /** Id of the only job there is, empty while there is none. */
    String onlyJob() throws Exception {
        JsonNode jobs = get("/jobs/overview").path("jobs");
        return jobs.size() == 1 ? jobs.path(0).path("jid").asText() : "";
    }

    /** RUNNING, RESTARTING ... */
    String state(String job) throws Exception {
        return get("/jobs/" + job).path("state").asText();
    }

    /** Whether the job runs and each of its tasks does. */
    boolean allRunning(String job) throws Exception {
        JsonNode tree = get("/jobs/" + job);
        boolean running = tree.path("state").asText().equals("RUNNING");
        for (JsonNode vertex : tree.path("vertices")) {
            running &= vertex.path("tasks").path("RUNNING").asInt()
                    == vertex.path("parallelism").asInt();
        }
        return running && tree.path("vertices").size() > 0;
    }

    /** The most parallel task's parallelism. */
    int parallelism(String job) throws Exception {
        int most = 0;
        for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
            most = Math.max(most, vertex.path("parallelism").asInt());
        }
        return most;
    }

    /** Names of the TaskManagers that run tasks of the job. */
    Set<String> hosts(String job) throws Exception {
        Set<String> hosts = new TreeSet<>();
        for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
            String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
            for (JsonNode task : get(path).path("subtasks")) {
                hosts.add(task.path("taskmanager-id").asText());
            }
        }
        return hosts;
    }

    /** What the job knows of its checkpoints. */
    Checkpoints checkpoints(String job) throws Exception {
        JsonNode tree = get("/jobs/" + job + "/checkpoints");
        JsonNode restored = tree.path("latest").path("restored");
        JsonNode completed = tree.path("latest").path("completed");
        return new Checkpoints(
                tree.path("counts").path("completed").asInt(),
                tree.path("counts").path("failed").asInt(),
                completed.path("state_size").asLong(),
                completed.path("end_to_end_duration").asLong(),
                restored.path("id").asLong(0),
                restored.path("restore_timestamp").asLong(0),
                restored.path("is_savepoint").asBoolean());
    }

    /** A metric of the job; 0 if it has none. */
    double metric(String job, String name) throws Exception {
        return get("/jobs/" + job + "/metrics?get=" + name)
                .path(0)
                .path("value")
                .asDouble(0);
    }

    /** Status code of a request without a body. */
    int status(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": status " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    /**
     * Checkpoints of a job since the JobManager runs it.
     *
     * @param size bytes of the newest complete one
     * @param durationMillis of the newest complete one
     * @param restoredId checkpoint that the job was last restored from; 0 for none
     * @param restoredAt when, epoch milliseconds; 0 for never
     */
    record Checkpoints(
            int completed,
            int failed,
            long size,
            long durationMillis,
            long restoredId,
            long restoredAt,
            boolean fromSavepoint) {}
}
