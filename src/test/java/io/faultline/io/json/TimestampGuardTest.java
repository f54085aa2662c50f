package io.faultline.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.shock.RunMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampGuardTest {

    private static final Instant NOW = Instant.parse("2025-01-27T14:30:00Z");
    private static final long NO_TIMESTAMP = -1;

    private final TimestampGuard live = new TimestampGuard(RunMode.LIVE, Clock.fixed(NOW, ZoneOffset.UTC));
    private final TimestampGuard replay = new TimestampGuard(RunMode.REPLAY, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, true",
        "1999-12-31T23:59:59.999Z, false",
        "2025-01-27T14:35:00Z, true",
        "2025-01-27T14:35:00.001Z, false",
        "2100-01-01T00:00:00Z, false",
    })
    void liveTicksMayBeFiveMinutesAheadOfTheClock(Instant ts, boolean accepted) {
        assertThat(accepts(() -> live.checkTick(ts.toEpochMilli(), NO_TIMESTAMP)))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        // tick, its Kafka record, accepted
        "2025-01-28T14:30:00Z, 2025-01-27T14:30:00Z, true",
        "2025-01-28T14:30:00.001Z, 2025-01-27T14:30:00Z, false",
        "2099-12-31T23:59:59.999Z, 1970-01-01T00:00:00Z, true",
        "2100-01-01T00:00:00Z, 1970-01-01T00:00:00Z, false",
        "2024-01-27T14:30:00Z, 2025-01-27T14:30:00Z, true",
    })
    void replayedTicksMayBeADayAheadOfTheirRecord(Instant ts, Instant kafka, boolean accepted) {
        assertThat(accepts(() -> replay.checkTick(ts.toEpochMilli(), kafka.toEpochMilli())))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-27T14:35:00Z, TIME, true",
        "2025-01-27T14:36:00Z, TIME, false",
        "2025-01-27T23:59:59Z, DAY, true",
        "2025-01-28T00:00:00Z, DAY, false",
    })
    void headlinesDatedByDayMayLieUpToTheEndOfTheirDay(Instant published, DatePrecision precision, boolean accepted) {
        Headline headline = headline(published, precision, null);

        assertThat(accepts(() -> live.checkHeadline(headline, NOW.toEpochMilli())))
                .isEqualTo(accepted);
        assertThat(accepts(() -> replay.checkHeadline(headline, NOW.toEpochMilli())))
                .isTrue();
    }

    @Test
    void aLiveRecordFromTheFutureWouldPoisonKnowledgeTime() {
        Headline headline = headline(NOW, DatePrecision.TIME, null);

        assertThat(accepts(
                        () -> live.checkHeadline(headline, NOW.plusSeconds(301).toEpochMilli())))
                .isFalse();
        assertThat(accepts(() -> live.checkHeadline(
                        headline(NOW, DatePrecision.TIME, NOW.plusSeconds(301)), NOW.toEpochMilli())))
                .isFalse();
    }

    @Test
    void knowledgeTimeIsNeverBeforeTheRecordWhenLive() {
        Headline headline = headline(NOW, DatePrecision.TIME, NOW.plusSeconds(10));

        assertThat(live.knownAt(headline, NOW.plusSeconds(60).toEpochMilli()))
                .isEqualTo(NOW.plusSeconds(60).toEpochMilli());
        assertThat(live.knownAt(headline, NO_TIMESTAMP))
                .isEqualTo(NOW.plusSeconds(10).toEpochMilli());
        assertThat(replay.knownAt(headline, NOW.plusSeconds(60).toEpochMilli()))
                .isEqualTo(NOW.plusSeconds(10).toEpochMilli());
        assertThat(replay.knownAt(headline(NOW, DatePrecision.DAY, null), NO_TIMESTAMP))
                .isEqualTo(Instant.parse("2025-01-27T23:59:59.999Z").toEpochMilli());
    }

    private static Headline headline(Instant published, DatePrecision precision, Instant received) {
        return new Headline(
                "h", published, precision, received, null, null, "t", null, List.of(), HeadlineAction.CREATED);
    }

    private interface Check {
        void run() throws RejectedRecordException;
    }

    private static boolean accepts(Check check) {
        try {
            check.run();
            return true;
        } catch (RejectedRecordException e) {
            assertThat(e.errorClass()).isEqualTo(ErrorClass.ABSURD_TIMESTAMP);
            return false;
        }
    }
}
