package io.faultline.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The job as the compose stack runs it: with a JobManager of its own, told by an argument where to begin. */
final class ApplicationMode {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Testbed bed;
    private final Report report;
    private final JobWatch watch;

    ApplicationMode(Testbed bed, Report report, JobWatch watch) {
        this.bed = bed;
        this.report = report;
        this.watch = watch;
    }

    /** Starts it from a savepoint, kills its JobManager, and stops it. */
    void goOnFrom(String savepoint) throws Exception {
        report.step("application mode, --fromSavepoint=" + savepoint);
        install();
        bed.cluster().kill(Testbed.JOB_MANAGER);
        Instant startedAt = Instant.now();
        start(savepoint);
        Await.until("the job is there", PATIENCE, () -> !bed.rest().onlyJob().isEmpty());
        String job = bed.rest().onlyJob();
        watch.awaitRestored(job, startedAt, "a start from a savepoint");
        boolean saved = bed.rest().checkpoints(job).fromSavepoint();
        report.check("an application begins from the savepoint that is named", saved, "job " + job);

        watch.awaitCheckpoint(job);
        Instant killedAt = Instant.now();
        bed.cluster().kill(Testbed.JOB_MANAGER);
        start(savepoint);
        watch.awaitRestored(job, killedAt, "the loss of its JobManager");
        boolean remembered = !bed.rest().checkpoints(job).fromSavepoint();
        report.check("what ZooKeeper remembers comes before the savepoint", remembered, "same command");

        bed.cli().stop(job);
        int code = bed.cluster().awaitEnd(Testbed.JOB_MANAGER);
        report.check(
                "a stopped job ends its JobManager, which a restart on failure leaves down", code == 0, "code " + code);
    }

    private static void install() throws IOException {
        Path jars = Files.createDirectories(Places.home().resolve("usrlib"));
        Files.createDirectories(Places.home().resolve("lib"));
        Files.copy(Places.JOB_JAR, jars.resolve("faultline-job.jar"));
    }

    private void start(String savepoint) {
        bed.cluster()
                .start(
                        Role.APPLICATION,
                        Testbed.JOB_MANAGER,
                        "--job-classname",
                        "io.faultline.FaultlineJob",
                        "--fromSavepoint=" + savepoint,
                        "--",
                        "--config",
                        Places.jobConfig().toString());
    }
}
