package io.faultline.io.json;

import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.shock.RunMode;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Refuses times that no record of this feed can have. One absurd time would move event time for all.
 *
 * <p>Always: before 2000-01-01 or from 2100-01-01 on. LIVE: more than 5 minutes ahead of the clock; a headline dated by
 * day may lie up to the end of its UTC day. REPLAY: a tick more than a day ahead of its Kafka timestamp, if that is
 * itself within the bounds (a replayer stamps records with simulated time).
 */
public final class TimestampGuard implements Serializable {

    private static final long serialVersionUID = 1L;

    /** 2000-01-01T00:00:00Z, epoch milliseconds. */
    public static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /** 2100-01-01T00:00:00Z, epoch milliseconds, exclusive. */
    public static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private static final long LIVE_LEAD = Duration.ofMinutes(5).toMillis();
    private static final long REPLAY_LEAD = Duration.ofDays(1).toMillis();

    private final RunMode mode;
    private final Clock clock;

    /** @param clock serializable; read in LIVE mode only */
    public TimestampGuard(RunMode mode, Clock clock) {
        this.mode = mode;
        this.clock = clock;
    }

    /** Whether an instant lies within the bounds that always hold. */
    public static boolean plausible(long epochMilli) {
        return epochMilli >= EARLIEST && epochMilli < LATEST;
    }

    static void checkBounds(String field, long epochMilli) throws RejectedRecordException {
        checkBounds(field, epochMilli, shown(epochMilli));
    }

    /** @param given the time as the sender wrote it */
    static void checkBounds(String field, long epochMilli, String given) throws RejectedRecordException {
        if (!plausible(epochMilli)) {
            throw absurd(field + " " + given + " is not between 2000 and 2100");
        }
    }

    /**
     * Checks a tick's time.
     *
     * @param kafkaTimestamp of its record, epoch milliseconds, -1 if it has none
     */
    public void checkTick(long ts, long kafkaTimestamp) throws RejectedRecordException {
        checkBounds("ts", ts);
        if (mode == RunMode.LIVE) {
            checkAgainstClock("ts", ts);
        } else if (plausible(kafkaTimestamp) && ts - kafkaTimestamp > REPLAY_LEAD) {
            throw absurd("ts " + shown(ts) + " is over a day ahead of its record's " + shown(kafkaTimestamp));
        }
    }

    /**
     * Checks a headline's times, and in LIVE mode that of its Kafka record, since it becomes knowledge time.
     *
     * @param kafkaTimestamp epoch milliseconds, -1 if the record has none
     */
    public void checkHeadline(Headline headline, long kafkaTimestamp) throws RejectedRecordException {
        long published = headline.publishedAt().toEpochMilli();
        checkBounds("publishedAt", published);
        if (headline.receivedAt() != null) {
            checkBounds("receivedAt", headline.receivedAt().toEpochMilli());
        }
        boolean byDay = headline.datePrecision() == DatePrecision.DAY;
        Instant earliest = byDay ? headline.publishedAt().truncatedTo(ChronoUnit.DAYS) : headline.publishedAt();
        if (mode == RunMode.REPLAY) {
            if (plausible(kafkaTimestamp) && earliest.toEpochMilli() - kafkaTimestamp > REPLAY_LEAD) {
                throw absurd(
                        "publishedAt " + earliest + " is over a day ahead of its record's " + shown(kafkaTimestamp));
            }
            return;
        }
        checkAgainstClock("publishedAt", earliest.toEpochMilli());
        if (headline.receivedAt() != null) {
            checkAgainstClock("receivedAt", headline.receivedAt().toEpochMilli());
        }
        checkAgainstClock("Kafka timestamp", kafkaTimestamp);
    }

    /**
     * When a headline could be known here, epoch milliseconds. LIVE: not before its Kafka record was made. REPLAY: the
     * same for a change that does not say when it was received, since {@code publishedAt} is that of the original.
     */
    public long knownAt(Headline headline, long kafkaTimestamp) {
        long earliest = headline.earliestKnownAt().toEpochMilli();
        boolean change = headline.action() == HeadlineAction.UPDATED || headline.action() == HeadlineAction.DELETED;
        boolean undated = change && headline.receivedAt() == null && plausible(kafkaTimestamp);
        return mode == RunMode.LIVE || undated ? Math.max(earliest, kafkaTimestamp) : earliest;
    }

    private void checkAgainstClock(String field, long epochMilli) throws RejectedRecordException {
        if (epochMilli - clock.millis() > LIVE_LEAD) {
            throw absurd(field + " " + shown(epochMilli) + " is more than 5 minutes ahead of the clock");
        }
    }

    private static RejectedRecordException absurd(String reason) {
        return new RejectedRecordException(ErrorClass.ABSURD_TIMESTAMP, reason);
    }

    private static String shown(long epochMilli) {
        return plausible(epochMilli) ? Instant.ofEpochMilli(epochMilli).toString() : Long.toString(epochMilli);
    }
}
