package io.faultline.stream;

import io.faultline.news.LexiconTable;
import io.faultline.shock.RunMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What the job graph needs to know besides its ends. Filled from {@code FaultlineOptions}.
 *
 * @param mode where time comes from
 * @param clock the only wall clock; must be serializable
 * @param lateness how far records of one partition may be out of order
 * @param quietAfter LIVE: a partition without records for this long follows the clock
 * @param minMove change of session return (fraction, above 0) from which a listing's move is reported at once
 * @param confirmEvery a listing that prints without moving is reported once per this time
 * @param corroborateBeyond a print farther than this from the last accepted price (fraction, above 0) needs a second one
 * @param staleAfter a price feed that says nothing for this long while its exchange is open is stale
 * @param sampleEvery a sector that is not in stress is sampled once per this time, 1 s or more
 * @param deadLettersPerReason dead letters written per reason, parallel task and minute; the rest is only counted
 * @param maxReleaseAge calendar upper bound on the time from release to collapse in the CEP pattern
 * @param maxAttributionAge calendar upper bound on the time from collapse to its attribution
 * @param lexicon tables of words that add to the shipped ones; they travel with the job
 */
public record StreamSettings(
        RunMode mode,
        Clock clock,
        Duration lateness,
        Duration quietAfter,
        double minMove,
        Duration confirmEvery,
        double corroborateBeyond,
        Duration staleAfter,
        Duration sampleEvery,
        int deadLettersPerReason,
        Duration maxReleaseAge,
        Duration maxAttributionAge,
        List<LexiconTable> lexicon) {

    /** The documented defaults. */
    public static StreamSettings defaults(RunMode mode, Clock clock) {
        return new StreamSettings(
                mode,
                clock,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                0.001,
                Duration.ofMinutes(1),
                0.02,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                100,
                Duration.ofDays(21),
                Duration.ofDays(4),
                List.of());
    }

    /** The same, but sectors that are not in stress are sampled at this pace. */
    public StreamSettings sampledEvery(Duration pace) {
        return new StreamSettings(
                mode,
                clock,
                lateness,
                quietAfter,
                minMove,
                confirmEvery,
                corroborateBeyond,
                staleAfter,
                pace,
                deadLettersPerReason,
                maxReleaseAge,
                maxAttributionAge,
                lexicon);
    }
}
