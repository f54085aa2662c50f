package io.faultline.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Says when the replay should wait for the job: on a slow machine records would pile up, and what is printed would be
 * hours behind the simulated time shown beside it.
 */
final class ReplayPace {

    /** Never less: samples come once a simulated minute. */
    private static final long LEAST_LAG_SECONDS = 300;

    private static final double LAG_WALL_SECONDS = 2;
    /** Days without prices have no samples: waiting for one must end. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Clock wall;
    private final double bound;
    private Instant newest = Instant.MIN;
    private Instant newestSeenAt;

    /** @param speed simulated seconds per wall second in trading hours */
    ReplayPace(Clock wall, double speed) {
        this.wall = wall;
        this.bound = Math.max(LEAST_LAG_SECONDS, LAG_WALL_SECONDS * speed);
        this.newestSeenAt = wall.instant();
    }

    /**
     * Whether to wait; to be asked every now and then.
     *
     * @param lagSeconds trading time between what is sent and what the job has sampled
     * @param newestSample event time of the newest sample read
     */
    boolean waits(long lagSeconds, Instant newestSample) {
        Instant now = wall.instant();
        if (newestSample.isAfter(newest)) {
            newest = newestSample;
            newestSeenAt = now;
        }
        return lagSeconds > bound && now.isBefore(newestSeenAt.plus(LONGEST_WAIT));
    }
}
