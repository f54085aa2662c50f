package io.faultline.app.cluster;

import io.faultline.app.FailureReason;
import io.faultline.app.OperationException;
import io.faultline.app.broker.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A Flink cluster of one task manager in this process, with its web UI on loopback, running one job. */
public final class LocalCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOPPING = Duration.ofSeconds(4);

    private final TemporaryDirectory directory;
    private final MiniCluster cluster;
    private final int uiPort;
    private JobID job;

    private LocalCluster(TemporaryDirectory directory, MiniCluster cluster, int uiPort) {
        this.directory = directory;
        this.cluster = cluster;
        this.uiPort = uiPort;
    }

    /**
     * Starts the cluster and the job.
     *
     * @param wanted Flink's configuration; wins over the defaults here
     * @param uiPort TCP port of the web UI
     * @param jobName shown in the web UI
     * @param graph builds the job
     * @throws OperationException if either does not start
     */
    public static LocalCluster start(
            Configuration wanted, int uiPort, String jobName, Consumer<StreamExecutionEnvironment> graph) {
        LocalCluster local = null;
        try {
            TemporaryDirectory directory = new TemporaryDirectory("faultline-flink-");
            Configuration settings = settings(directory.path().toString(), uiPort);
            settings.addAll(wanted);
            StreamExecutionEnvironment env = new StreamExecutionEnvironment(settings);
            graph.accept(env);
            StreamGraph stream = env.getStreamGraph();
            stream.setJobName(jobName);
            MiniClusterConfiguration mini = new MiniClusterConfiguration.Builder()
                    .setConfiguration(settings)
                    .setNumTaskManagers(1)
                    .setNumSlotsPerTaskManager(env.getParallelism())
                    .setCommonBindAddress(LOOPBACK)
                    .build();
            local = new LocalCluster(directory, new MiniCluster(mini), settings.get(RestOptions.PORT));
            local.cluster.start();
            local.job = local.cluster
                    .submitJob(stream)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .getJobID();
            return local;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closeQuietly(local);
            throw new OperationException("interrupted", e);
        } catch (Exception e) {
            closeQuietly(local);
            throw new OperationException("Flink did not start: " + FailureReason.of(e), e);
        }
    }

    /** Address of the web UI. */
    public String uiAddress() {
        return "http://" + LOOPBACK + ":" + uiPort + "/#/job/running/" + job + "/overview";
    }

    /**
     * Fails if the job has ended.
     *
     * @throws OperationException with the reason if it failed
     */
    public void checkRunning() {
        CompletableFuture<JobStatus> asked = cluster.getJobStatus(job);
        JobStatus status = await(asked);
        if (status.isGloballyTerminalState()) {
            String reason = await(cluster.requestJobResult(job))
                    .getSerializedThrowable()
                    .map(failure -> FailureReason.of(failure.deserializeError(LocalCluster.class.getClassLoader())))
                    .orElse("");
            throw new OperationException("the job has ended: " + status + " " + reason);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (job != null) {
                cluster.cancelJob(job).get(STOPPING.toSeconds(), TimeUnit.SECONDS);
            }
            cluster.closeAsync().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Nothing of it survives this process.
        }
        directory.close();
    }

    private static Configuration settings(String directory, int uiPort) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.set(CoreOptions.TMP_DIRS, directory);
        settings.set(WebOptions.TMP_DIR, directory);
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(RestOptions.PORT, uiPort);
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(WebOptions.CANCEL_ENABLE, false);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(5));
        // The default keeps checkpoints in memory and refuses state above 5 MiB.
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, Path.of(directory).toUri() + "checkpoints");
        return settings;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new OperationException("Flink does not answer: " + FailureReason.of(e), e);
        }
    }

    private static void closeQuietly(LocalCluster local) {
        if (local != null) {
            try {
                local.close();
            } catch (IOException e) {
                // The reason why it did not start is what matters.
            }
        }
    }
}
