package io.faultline.testkit;

import io.faultline.FaultlineJob;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.shock.RunMode;
import io.faultline.stream.StreamSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The job on a cluster of two TaskManagers with one slot each, of which it needs both: the end of either stops the job
 * until another one joins.
 */
public final class RunningJob implements AutoCloseable {

    private static final int TASK_MANAGERS = 2;
    private static final int SECONDS = 60;

    /** Those that have not been closed, for {@link #diagnoses}. */
    private static final Set<RunningJob> RUNNING = ConcurrentHashMap.newKeySet();

    private final MiniCluster cluster;
    private final InMemoryReporter metrics;
    private final Path directory;
    private final JobID id;

    private RunningJob(MiniCluster cluster, InMemoryReporter metrics, Path directory, JobID id) {
        this.cluster = cluster;
        this.metrics = metrics;
        this.directory = directory;
        this.id = id;
    }

    /** Replay settings; a partition that is quiet between two pieces of a test must not be left behind. */
    public static StreamSettings replay() {
        StreamSettings usual = StreamSettings.defaults(RunMode.REPLAY, Clock.systemUTC());
        return new StreamSettings(
                usual.mode(),
                usual.clock(),
                usual.lateness(),
                Duration.ofMinutes(10),
                usual.minMove(),
                usual.confirmEvery(),
                usual.corroborateBeyond(),
                usual.staleAfter(),
                usual.sampleEvery(),
                usual.deadLettersPerReason(),
                usual.maxReleaseAge(),
                usual.maxAttributionAge(),
                usual.lexicon());
    }

    /**
     * Starts a cluster and the job on it.
     *
     * @param directory for checkpoints
     */
    public static RunningJob start(KafkaSettings kafka, Path directory) throws Exception {
        return start(kafka, replay(), directory);
    }

    /** The same with other settings. */
    public static RunningJob start(KafkaSettings kafka, StreamSettings stream, Path directory) throws Exception {
        return start(kafka, stream, directory, new Configuration());
    }

    /** The same with further settings of the cluster. */
    public static RunningJob start(KafkaSettings kafka, StreamSettings stream, Path directory, Configuration further)
            throws Exception {
        InMemoryReporter metrics = InMemoryReporter.create();
        Configuration settings = metrics.addToConfiguration(settings(directory));
        settings.addAll(further);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(TASK_MANAGERS)
                .setNumSlotsPerTaskManager(1)
                .withRandomPorts()
                .build());
        cluster.start();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        FaultlineJob.define(env, stream, kafka);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(FaultlineJob.NAME);
        JobID id = cluster.submitJob(graph).get(SECONDS, TimeUnit.SECONDS).getJobID();
        RunningJob job = new RunningJob(cluster, metrics, directory, id);
        RUNNING.add(job);
        return job;
    }

    private static Configuration settings(Path directory) {
        return new Configuration()
                .set(CoreOptions.DEFAULT_PARALLELISM, TASK_MANAGERS)
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32))
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32))
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32))
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500))
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        directory.toUri().toString())
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3)
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    }

    /** Ends one TaskManager with all that runs in it, then starts another. */
    public void replaceTaskManager() throws Exception {
        cluster.terminateTaskManager(0).get(SECONDS, TimeUnit.SECONDS);
        cluster.startTaskManager();
    }

    /** Stops the job behind a savepoint: what it has written is committed then, and nothing follows. */
    public void stop() throws Exception {
        cluster.stopWithSavepoint(id, directory.toUri().toString(), false, SavepointFormatType.CANONICAL)
                .get(SECONDS, TimeUnit.SECONDS);
    }

    /** What the job is doing now. */
    public JobStatus status() throws Exception {
        return cluster.getJobStatus(id).get(SECONDS, TimeUnit.SECONDS);
    }

    /** How often the task that was restarted most was started again; 0 if none ever was. */
    public int restarts() throws Exception {
        AccessExecutionGraph graph = cluster.getExecutionGraph(id).get(SECONDS, TimeUnit.SECONDS);
        int most = 0;
        for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
            most = Math.max(most, task.getCurrentExecutionAttempt().getAttemptNumber());
        }
        return most;
    }

    /** What every running job is doing, for the message of a wait that was in vain. */
    static String diagnoses() {
        return RUNNING.stream().map(RunningJob::diagnosis).collect(Collectors.joining("\n"));
    }

    private String diagnosis() {
        try {
            return JobDiagnosis.of(cluster.getExecutionGraph(id).get(SECONDS, TimeUnit.SECONDS), metrics);
        } catch (Exception e) {
            return "job is not to be asked: " + e;
        }
    }

    @Override
    public void close() throws IOException {
        RUNNING.remove(this);
        try {
            cluster.close();
            metrics.close();
        } catch (Exception e) {
            throw new IOException("the cluster did not end", e);
        }
    }
}
