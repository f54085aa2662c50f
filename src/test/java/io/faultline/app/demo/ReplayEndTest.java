package io.faultline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayEndTest {

    private static final Instant CLOSE = Instant.parse("2025-01-29T21:00:00Z");
    private static final Instant LAST_SAMPLE = CLOSE.minusSeconds(60);

    private final SettableClock wall = new SettableClock(Instant.EPOCH);
    private final ReplayEnd end = new ReplayEnd(wall, CLOSE);

    @Test
    void theReplayIsOverWhenAllIsSentSampledAndResolvedForAMoment() {
        assertThat(end.reached(true, LAST_SAMPLE, 0)).isFalse();
        wall.advance(Duration.ofSeconds(2));
        assertThat(end.reached(true, LAST_SAMPLE, 0)).isTrue();
    }

    @Test
    void nothingEndsWhileAnythingIsMissing() {
        wall.advance(Duration.ofSeconds(10));
        assertThat(end.reached(false, LAST_SAMPLE, 0)).isFalse();
        assertThat(end.reached(true, CLOSE.minusSeconds(3600), 0)).isFalse();
        assertThat(end.reached(true, LAST_SAMPLE, 1)).isFalse();
        wall.advance(Duration.ofSeconds(10));
        assertThat(end.reached(true, LAST_SAMPLE, 0)).isFalse();
    }

    @Test
    void aLateIncidentStartsTheMomentAnew() {
        end.reached(true, LAST_SAMPLE, 0);
        wall.advance(Duration.ofSeconds(1));
        end.reached(true, LAST_SAMPLE, 1);
        wall.advance(Duration.ofSeconds(1));
        assertThat(end.reached(true, LAST_SAMPLE, 0)).isFalse();
    }

    @Test
    void waitingEndsTwoMinutesAfterTheLastWordOfTheJob() {
        wall.advance(Duration.ofSeconds(1000));
        end.reached(false, CLOSE, 1);
        assertThat(end.overdue()).isFalse();
        wall.advance(Duration.ofSeconds(100));
        end.reached(true, CLOSE, 1);
        end.heard();
        wall.advance(Duration.ofMinutes(2));
        assertThat(end.overdue()).isFalse();
        wall.advance(Duration.ofSeconds(1));
        assertThat(end.overdue()).isTrue();
    }
}
