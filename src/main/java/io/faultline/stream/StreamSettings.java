package io.faultline.stream;

import io.faultline.shock.RunMode;
import java.time.Clock;
import java.time.Duration;

/**
 * What the job graph needs to know besides its ends. Filled from {@code FaultlineOptions}.
 *
 * @param mode where time comes from
 * @param clock the only wall clock; must be serializable
 * @param lateness how far records of one partition may be out of order
 * @param quietAfter LIVE: a partition without records for this long follows the clock
 * @param minMove change of session return (fraction, above 0) from which a listing's move is reported at once
 * @param confirmEvery a listing that prints without moving is reported once per this time
 * @param deadLettersPerReason dead letters written per reason, parallel task and minute; the rest is only counted
 * @param maxReleaseAge calendar upper bound on the time from release to collapse in the CEP pattern
 * @param maxAttributionAge calendar upper bound on the time from collapse to its attribution
 */
public record StreamSettings(
        RunMode mode,
        Clock clock,
        Duration lateness,
        Duration quietAfter,
        double minMove,
        Duration confirmEvery,
        int deadLettersPerReason,
        Duration maxReleaseAge,
        Duration maxAttributionAge) {

    /** The documented defaults. */
    public static StreamSettings defaults(RunMode mode, Clock clock) {
        return new StreamSettings(
                mode,
                clock,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                0.001,
                Duration.ofMinutes(1),
                100,
                Duration.ofDays(21),
                Duration.ofDays(4));
    }
}
