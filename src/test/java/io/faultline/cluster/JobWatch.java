package io.faultline.cluster;

import java.time.Duration;
import java.time.Instant;

/** Waits for what the JobManager tells of a job, and reports it. */
final class JobWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final FlinkRest rest;
    private final Report report;

    JobWatch(FlinkRest rest, Report report) {
        this.rest = rest;
        this.report = report;
    }

    /** Waits until every task runs. */
    void awaitRunning(String job) throws Exception {
        Await.until("all tasks running", PATIENCE, () -> rest.allRunning(job));
        int parallelism = rest.parallelism(job);
        report.check("job runs", parallelism > 0, "parallelism " + parallelism + " on " + rest.hosts(job));
    }

    /** Waits for a checkpoint, so that what follows has something to restore. */
    void awaitCheckpoint(String job) throws Exception {
        Await.until(
                "a completed checkpoint", PATIENCE, () -> rest.checkpoints(job).completed() > 0);
    }

    /** Waits until the job runs again from state, restored after an instant. */
    void awaitRestored(String job, Instant since, String after) throws Exception {
        Await.until(
                "job restored after " + after,
                PATIENCE,
                () -> rest.checkpoints(job).restoredAt() >= since.toEpochMilli());
        Await.until("all tasks running", PATIENCE, () -> rest.allRunning(job));
        FlinkRest.Checkpoints state = rest.checkpoints(job);
        Duration away = Duration.between(since, Instant.now());
        report.check(
                "job goes on from its state after " + after,
                state.restoredId() > 0,
                "%s %d, all tasks running after %d s, parallelism %d on %s"
                        .formatted(
                                state.fromSavepoint() ? "savepoint" : "checkpoint",
                                state.restoredId(),
                                away.toSeconds(),
                                rest.parallelism(job),
                                rest.hosts(job)));
    }

    /** Tells how large and slow checkpoints are. */
    void tellCheckpoints(String job) throws Exception {
        FlinkRest.Checkpoints state = rest.checkpoints(job);
        report.step("checkpoints: %d complete, %d failed, the newest %,d bytes in %d ms"
                .formatted(state.completed(), state.failed(), state.size(), state.durationMillis()));
    }
}
