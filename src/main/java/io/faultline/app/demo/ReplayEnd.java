package io.faultline.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells when a replay is over for those who read the job's output: all data are sent, the job has sampled the last
 * trading minute, no incident is open, and it has stayed so for a moment.
 */
final class ReplayEnd {

    /** Samples come once a minute when nothing happens. */
    private static final Duration SAMPLE_EVERY = Duration.ofMinutes(2);

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock wall;
    private final Instant lastSample;
    private Instant heardAt;
    private Instant quietSince;

    /** @param lastTrading end of the last trading hours in the data */
    ReplayEnd(Clock wall, Instant lastTrading) {
        this.wall = wall;
        this.heardAt = wall.instant();
        this.lastSample = lastTrading.minus(SAMPLE_EVERY);
    }

    /** The job has published something: it is still at work. */
    void heard() {
        heardAt = wall.instant();
    }

    /**
     * Looks at the state of things; to be called every now and then.
     *
     * @param sent the replay has sent everything
     * @param newestSample event time of the newest sample read
     * @param openIncidents incidents read that are not resolved
     */
    boolean reached(boolean sent, Instant newestSample, long openIncidents) {
        Instant now = wall.instant();
        if (!sent) {
            heardAt = now;
        }
        boolean quiet = sent && !newestSample.isBefore(lastSample) && openIncidents == 0;
        if (!quiet) {
            quietSince = null;
            return false;
        }
        quietSince = quietSince == null ? now : quietSince;
        return !now.isBefore(quietSince.plus(MOMENT));
    }

    /** Whether waiting longer makes no sense: all is sent, and the job has been silent for long. */
    boolean overdue() {
        return wall.instant().isAfter(heardAt.plus(PATIENCE));
    }
}
