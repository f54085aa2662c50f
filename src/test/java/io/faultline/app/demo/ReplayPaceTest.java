package io.faultline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayPaceTest {

    private static final Instant NINE = Instant.parse("2025-01-27T14:00:00Z");

    private final SettableClock wall = new SettableClock(Instant.EPOCH);
    private final ReplayPace pace = new ReplayPace(wall, 4500);

    @Test
    void theReplayWaitsForAJobThatIsTwoSecondsBehind() {
        assertThat(pace.waits(9000, NINE)).isFalse();
        assertThat(pace.waits(9001, NINE)).isTrue();
    }

    @Test
    void aSlowReplayDoesNotWaitForTheNextMinutesSample() {
        assertThat(new ReplayPace(wall, 1).waits(120, NINE)).isFalse();
    }

    @Test
    void aDayWithoutSamplesIsNotWaitedForForEver() {
        assertThat(pace.waits(20_000, NINE)).isTrue();
        wall.advance(Duration.ofSeconds(10));
        assertThat(pace.waits(20_000, NINE)).isFalse();
        assertThat(pace.waits(20_000, NINE.plusSeconds(1))).isTrue();
    }

    @Test
    void aHeldClockStandsAndGoesOnFromThere() {
        HeldClock clock = new HeldClock(wall);
        wall.advance(Duration.ofSeconds(5));
        clock.hold(true);
        wall.advance(Duration.ofSeconds(7));
        assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(5));
        clock.hold(true);
        clock.hold(false);
        wall.advance(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(6));
    }
}
