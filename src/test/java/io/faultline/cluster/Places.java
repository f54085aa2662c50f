package io.faultline.cluster;

import java.nio.file.Path;
import java.util.List;

/** Where things are: what the build made, what is shipped, where the test writes. All from the project's directory. */
final class Places {

    static final Path SHIPPED_CONFIG = Path.of("docker/config");
    static final Path SHIPPED_RULES = Path.of("docker/prometheus/rules");
    static final Path JOB_JAR = Path.of("target/faultline-job.jar");
    static final Path REVIEWED_ALERTS = Path.of("src/test/resources/golden/jan-2025-alerts.jsonl");

    /** What a Flink distribution holds in its lib directory: nothing of the project, so that the job jar must be whole. */
    static final String FLINK_LIB = "target/flink-lib/*";

    static final String PROJECT_LIB = "target/lib/*";

    private static final Path WORK = Path.of("target/cluster-test");

    private Places() {}

    /** Logs, kept. */
    static Path logs() {
        return WORK.resolve("logs");
    }

    /** Configuration as the processes read it, kept. */
    static Path conf() {
        return WORK.resolve("conf").toAbsolutePath();
    }

    /** A Flink installation as the image has it, beside {@link #FLINK_LIB}: the job's jar in {@code usrlib}. */
    static Path home() {
        return state().resolve("flink");
    }

    /** The job's properties file. */
    static Path jobConfig() {
        return conf().resolve("faultline.properties");
    }

    /** State of all kinds, removed at the end. */
    static Path state() {
        return WORK.resolve("state").toAbsolutePath();
    }

    /** JVM options that send logs to standard output and temporary files to a place that is removed. */
    static List<String> jvmOptions() {
        return List.of(
                "-Dlog4j.configurationFile=src/test/resources/cluster/log4j2.properties",
                "-Djava.io.tmpdir=" + state().resolve("tmp"));
    }
}
