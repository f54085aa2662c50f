package io.faultline.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The replay beside the alerts that are expected of it: brings the job to a point, and compares at the end. */
final class MidReplay {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    /** Simulated. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final Testbed bed;
    private final Report report;
    private final List<String> expected;

    /** @param expected alerts of an undisturbed run, without {@code emittedAt} */
    MidReplay(Testbed bed, Report report, List<String> expected) {
        this.bed = bed;
        this.report = report;
        this.expected = expected;
    }

    /**
     * Brings the job to a point and returns while it works on what comes after: a fault while nothing is under way, before
     * the first alert or after the last would prove nothing.
     *
     * @param from simulated instant up to which all alerts are to be committed
     * @param to simulated instant at which the replay waits
     */
    void runInto(String fault, String from, String to) {
        Instant start = Instant.parse(from);
        bed.replay().openTo(start);
        bed.replay().awaitSent(start, PATIENCE);
        int before = (int) expected.stream()
                .filter(line -> CommittedAlerts.detectedAt(line).isBefore(start.minus(MOMENT)))
                .count();
        awaitCommitted(before);
        bed.replay().openTo(Instant.parse(to));
        bed.replay().awaitSent(start.plus(MOMENT), PATIENCE);
        Instant at = bed.replay().progress().simulated();
        report.check(
                "in mid-replay: " + fault,
                before > 0 && before < expected.size() && at.isBefore(Instant.parse(to)),
                "%d of %d alerts committed, replay at %s and running".formatted(before, expected.size(), at));
    }

    /** Replays all that is left and waits for its alerts. */
    void finish() {
        report.step("replay to the end");
        bed.replay().openTo(Instant.MAX);
        awaitCommitted(expected.size());
        report.step("replayed " + bed.replay().progress());
    }

    /** Checks all that was committed, after the job has stopped. */
    void compare() {
        bed.alerts().count();
        report.check(
                "committed alerts are those of an undisturbed run, but for emittedAt",
                bed.alerts().lines().equals(expected),
                AlertDifference.between(expected, bed.alerts().lines()));
        List<String> latest = CommittedAlerts.latestOf(expected);
        Await.until("latest revision of each incident", PATIENCE, () -> {
            bed.incidents().count();
            return CommittedAlerts.latestOf(bed.incidents().lines()).equals(latest);
        });
        report.check("incidents end as in an undisturbed run", true, latest.size() + " incidents");
    }

    private void awaitCommitted(int alerts) {
        Await.until(alerts + " alerts committed", PATIENCE, () -> {
            bed.replay().check();
            return bed.alerts().count() >= alerts;
        });
    }
}
