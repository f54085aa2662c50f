package io.faultline.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * January 2025 through a real cluster of which every part is killed or replaced in mid-replay; a reader of committed
 * alerts must see exactly what an undisturbed run gives. Run by {@code scripts/cluster-test}.
 */
public final class ClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String FIRST = "2";
    /** More than partitions of the headlines: tasks without one must not hold event time back. */
    private static final String LATER = "3";

    private static final String LOST = "FaultlineTaskManagerLost";
    /** Pods of an upgrade are given three minutes to come. */
    private static final Duration LOST_AFTER = PATIENCE.plusMinutes(3);

    /** Goes on for 15 minutes once it has fired: at the end it tells of every restore before. */
    private static final String GIVEN_UP = "FaultlineCommitsFailing";

    private final Testbed bed;
    private final Report report;
    private final JobWatch watch;
    private final MidReplay replay;
    private String job;

    private ClusterTest(Testbed bed, Report report) throws Exception {
        this.bed = bed;
        this.report = report;
        this.watch = new JobWatch(bed.rest(), report);
        this.replay = new MidReplay(bed, report, CommittedAlerts.linesOf(Places.REVIEWED_ALERTS));
    }

    /** Ends with exit code 0 if all checks hold, 1 if not. */
    public static void main(String[] args) {
        StateFiles.remove(Places.logs());
        StateFiles.remove(Places.state());
        Report report = new Report(System.out, Clock.systemUTC());
        Processes processes = new Processes(Places.logs());
        int code = 1;
        try (Testbed bed = Testbed.start(processes, report)) {
            new ClusterTest(bed, report).run();
            report.step("cluster test passed: " + report.passed() + " checks");
            code = 0;
        } catch (Exception e) {
            FailureReport.print(e, processes, System.out);
        } finally {
            processes.close();
            StateFiles.remove(Places.state());
        }
        System.exit(code);
    }

    private void run() throws Exception {
        submit();
        killTaskManager();
        savepointAndGoOn();
        killJobManager();
        killBroker();
        replay.finish();
        watch.tellCheckpoints(job);
        Set<String> firing = bed.prometheus().firing();
        report.step("alerts firing: " + firing);
        String savepoint = bed.cli().stop(job);
        replay.compare();
        new ApplicationMode(bed, report, watch).goOnFrom(savepoint);
        report.check(
                "no alert of a lost transaction, since none was lost", !firing.contains(GIVEN_UP), "firing " + firing);
    }

    private void submit() throws Exception {
        report.step("flink run -d -p " + FIRST);
        job = bed.cli().run("-p", FIRST);
        watch.awaitRunning(job);
        int status = bed.rest().status("GET", "/jars");
        report.check("a browser cannot submit jars", status == 404, "status " + status);
        int scraped = Testbed.TASK_MANAGERS.size() + 1;
        Await.until(
                "metrics of " + scraped + " processes",
                PATIENCE,
                () -> bed.prometheus().series("up == 1") == scraped);
        report.check("metrics are scraped", true, scraped + " processes");
        Set<String> firing = bed.prometheus().firing();
        report.check("no alert on a healthy cluster", !firing.contains(LOST), "firing " + firing);
    }

    private void killTaskManager() throws Exception {
        replay.runInto("kill -9 of a TaskManager", "2025-01-27T15:30:00Z", "2025-01-27T22:00:00Z");
        String lost = bed.rest().hosts(job).iterator().next();
        Instant killedAt = Instant.now();
        bed.cluster().kill(lost);
        watch.awaitRestored(job, killedAt, "the loss of " + lost);
        Await.until("restart counted", PATIENCE, () -> bed.rest().metric(job, "numRestarts") > 0);
        Await.until(LOST + " fires", LOST_AFTER, () -> bed.prometheus().firing().contains(LOST));
        report.check(LOST + " fires", true, "after " + since(killedAt) + " s");
        Instant replacedAt = Instant.now();
        bed.cluster().start(Role.TASK_MANAGER, lost);
        Await.until(LOST + " clears", PATIENCE, () -> !bed.prometheus().firing().contains(LOST));
        report.check(LOST + " clears", true, since(replacedAt) + " s after " + lost + " was started again");
    }

    private void savepointAndGoOn() throws Exception {
        replay.runInto("flink stop", "2025-01-28T15:00:00Z", "2025-01-28T20:00:00Z");
        watch.tellCheckpoints(job);
        Instant stoppedAt = Instant.now();
        String savepoint = bed.cli().stop(job);
        String before = job;
        report.step("flink run -d -p " + LATER + " -s " + savepoint);
        job = bed.cli().run("-p", LATER, "-s", savepoint);
        watch.awaitRestored(job, stoppedAt, "a stop with savepoint");
        String parallelism = Integer.toString(bed.rest().parallelism(job));
        report.check(
                "a savepoint fits another parallelism",
                parallelism.equals(LATER),
                FIRST + " before, " + parallelism + " now");
        String state = bed.rest().state(before);
        report.check("the stopped job is finished", state.equals("FINISHED"), state);
    }

    private void killJobManager() throws Exception {
        watch.awaitCheckpoint(job);
        replay.runInto("kill -9 of the JobManager", "2025-01-28T20:30:00Z", "2025-01-29T15:00:00Z");
        Instant killedAt = Instant.now();
        bed.cluster().kill(Testbed.JOB_MANAGER);
        bed.cluster().start(Role.JOB_MANAGER, Testbed.JOB_MANAGER);
        watch.awaitRestored(job, killedAt, "the loss of the JobManager");
    }

    private void killBroker() throws Exception {
        replay.runInto("kill -9 of the broker", "2025-01-29T17:30:00Z", "2025-01-29T20:30:00Z");
        bed.broker().kill();
        bed.broker().start();
        watch.awaitRunning(job);
    }

    private static long since(Instant then) {
        return Duration.between(then, Instant.now()).toSeconds();
    }
}
