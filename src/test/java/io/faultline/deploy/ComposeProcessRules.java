package io.faultline.deploy;

import static io.faultline.deploy.ComposeRules.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.MemorySize;

/** How processes of the compose stack are held: their heap, their user, and what they may write to. */
final class ComposeProcessRules {

    /** Where images that run Java read how large their heap may be; they take more than their limit without. */
    private static final Map<String, String> HEAPS = Map.of("kafka", "KAFKA_HEAP_OPTS", "zookeeper", "JVMFLAGS");

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+[mg])");

    /** Services that write to a volume or to nothing. */
    private static final Set<String> WRITE_NOTHING_ELSE =
            Set.of("topics", "rules", "replay", "prometheus", "alertmanager");

    private static final int LONGEST = 30;

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("heaps leave room for the rest of the process", each(ComposeProcessRules::heap)),
            new Rule<>("no entry point starts as root without the rights of root", each(ComposeProcessRules::user)),
            new Rule<>("what need not write to its container cannot", each(ComposeProcessRules::readOnly)),
            new Rule<>("logs end somewhere", each(ComposeProcessRules::logs)),
            new Rule<>("a service that is not well is seen within a minute or two", each(ComposeProcessRules::health)),
            new Rule<>("the JobManager is well while its job runs", ComposeProcessRules::job));

    private ComposeProcessRules() {}

    /** Threads, classes and buffers take half as much again. */
    private static List<String> heap(String name, JsonNode service) {
        if (!HEAPS.containsKey(name)) {
            return List.of();
        }
        String options = service.path("environment").path(HEAPS.get(name)).asText();
        Matcher heap = HEAP.matcher(options);
        long limit = MemorySize.parse(
                        service.at("/deploy/resources/limits/memory").asText("0"))
                .getBytes();
        boolean fits = heap.find() && MemorySize.parse(heap.group(1)).getBytes() * 3 / 2 <= limit;
        return fits ? List.of() : List.of("heap \"" + options + "\" in " + limit + " bytes");
    }

    /** ZooKeeper's would change owners and then its user, which takes capabilities that are dropped. */
    private static List<String> user(String name, JsonNode service) {
        String user = service.path("user").asText();
        return name.equals("zookeeper") && !user.equals("zookeeper") ? List.of("user \"" + user + "\"") : List.of();
    }

    private static List<String> readOnly(String name, JsonNode service) {
        if (!WRITE_NOTHING_ELSE.contains(name)) {
            return List.of();
        }
        boolean readOnly = service.path("read_only").asBoolean();
        // Java unpacks native libraries there.
        boolean scratch = service.path("tmpfs").path(0).asText().equals("/tmp");
        boolean java = service.path("image").asText().startsWith("faultline-");
        return readOnly && (scratch || !java) ? List.of() : List.of("read-only " + readOnly + ", scratch " + scratch);
    }

    private static List<String> logs(String name, JsonNode service) {
        JsonNode options = service.at("/logging/options");
        boolean bounded = options.path("max-size").asText().matches("\\d+[km]")
                && options.path("max-file").asText().matches("\\d");
        return bounded ? List.of() : List.of("logging " + service.path("logging"));
    }

    private static List<String> health(String name, JsonNode service) {
        JsonNode check = service.path("healthcheck");
        boolean soon = Stream.of("interval", "timeout")
                        .map(field -> check.path(field).asText())
                        .allMatch(time -> time.matches("\\d+s") && Integer.parseInt(time.replace("s", "")) <= LONGEST)
                && check.path("retries").asInt() <= LONGEST / 2;
        return soon || check.isMissingNode() ? List.of() : List.of("health check " + check);
    }

    /** The replay waits for this; one without a running job answers too. */
    private static List<String> job(JsonNode file) {
        String test = file.at("/services/jobmanager/healthcheck/test/1").asText();
        return test.endsWith("/jobs/overview | grep -q RUNNING") ? List.of() : List.of(test);
    }
}
