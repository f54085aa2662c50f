package io.faultline.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code flink}, the command line of a Flink distribution. */
final class FlinkCli {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");
    private static final Pattern SAVED = Pattern.compile("Savepoint completed. Path: (\\S+)");

    private final Processes processes;
    private final ClusterConfig config;
    private final Path jobConfig;
    private int runs;

    /** @param jobConfig the job's properties file */
    FlinkCli(Processes processes, ClusterConfig config, Path jobConfig) {
        this.processes = processes;
        this.config = config;
        this.jobConfig = jobConfig;
    }

    /** {@code flink run -d}; returns the job's id. */
    String run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "-d"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(Places.JOB_JAR.toString(), "--config", jobConfig.toString()));
        return found(SUBMITTED, call(arguments));
    }

    /** {@code flink stop}; returns the savepoint. */
    String stop(String job) {
        return found(SAVED, call(List.of("stop", job)));
    }

    private String call(List<String> arguments) {
        List<String> options = new ArrayList<>(Places.jvmOptions());
        options.add("-Xmx256m");
        options.addAll(config.javaOptions(ClusterConfig.JAVA_OPTIONS));
        Jvm jvm = new Jvm(Places.FLINK_LIB, options, "org.apache.flink.client.cli.CliFrontend");
        runs++;
        Running command = processes.start(
                "cli-" + runs + "-" + arguments.get(0),
                jvm.command(arguments),
                Map.of("FLINK_CONF_DIR", config.directory().toString()));
        if (command.awaitEnd(PATIENCE) != 0) {
            throw new CheckFailedException("flink " + String.join(" ", arguments) + " failed, see its log");
        }
        return command.output();
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new CheckFailedException("no \"" + pattern + "\" in what flink wrote, see its log");
        }
        return matcher.group(1);
    }
}
