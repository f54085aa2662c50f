package io.faultline.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JobManager and TaskManagers, each a JVM of its own, started as the image starts them. */
final class FlinkCluster {

    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";
    private static final Duration ASKING = Duration.ofSeconds(60);

    private final Processes processes;
    private final ClusterConfig config;
    private final Map<String, Integer> metricsPorts;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Map<String, List<String>> resources = new LinkedHashMap<>();

    /** @param metricsPorts port of the metrics reporter by name of the process */
    FlinkCluster(Processes processes, ClusterConfig config, Map<String, Integer> metricsPorts) {
        this.processes = processes;
        this.config = config;
        this.metricsPorts = metricsPorts;
    }

    /** Starts a process, for the first time or again. */
    void start(Role role, String name, String... further) {
        List<String> resource = resources.computeIfAbsent(role.resourcesCommand(), this::askForResources);
        List<String> options = new ArrayList<>(Places.jvmOptions());
        options.addAll(config.javaOptions(ClusterConfig.JAVA_OPTIONS));
        options.addAll(config.javaOptions(role.javaOptionsKey()));
        options.addAll(words(resource.get(0)));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--configDir", config.directory().toString()));
        arguments.addAll(words(resource.get(1)));
        arguments.addAll(List.of("-D", "metrics.reporter.prom.port=" + metricsPorts.get(name)));
        if (role == Role.TASK_MANAGER) {
            arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
        }
        arguments.addAll(List.of(further));
        Jvm jvm = new Jvm(Places.FLINK_LIB, options, role.mainClass());
        Map<String, String> environment = role == Role.APPLICATION
                ? Map.of("FLINK_LIB_DIR", Places.home().resolve("lib").toString())
                : Map.of();
        running.put(name, processes.start(name, jvm.command(arguments), environment));
    }

    /** Waits until a process ends by itself; returns its exit code. */
    int awaitEnd(String name) {
        return running.get(name).awaitEnd(ASKING);
    }

    /** SIGKILL. */
    void kill(String name) {
        running.get(name).kill();
    }

    /** Memory as Flink itself shares it out: JVM options on the first line, settings on the second. */
    private List<String> askForResources(String command) {
        Jvm jvm = new Jvm(Places.FLINK_LIB, Places.jvmOptions(), "org.apache.flink.runtime.util.bash.BashJavaUtils");
        List<String> arguments =
                List.of(command, "--configDir", config.directory().toString());
        Running utility = processes.start(command, jvm.command(arguments), Map.of());
        int exit = utility.awaitEnd(ASKING);
        List<String> lines = utility.output()
                .lines()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> line.substring(RESULT.length()))
                .toList();
        if (exit != 0 || lines.size() != 2) {
            throw new CheckFailedException(command + " failed, see its log");
        }
        return lines;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+", -1));
    }
}
