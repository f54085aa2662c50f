package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted a day: starts anew with the next one, and never because a headline of an earlier one comes late. */
class ToldCountsTest {

    private static final long DAY = Instant.parse("2025-01-27T12:00:00Z").toEpochMilli();
    private static final long DAY_BEFORE = Instant.parse("2025-01-26T23:00:00Z").toEpochMilli();
    private static final long DAY_AFTER = Instant.parse("2025-01-28T00:00:00Z").toEpochMilli();

    @Test
    void releasesOfADay() {
        ReleasesToday releases = ReleasesToday.NONE;
        for (int i = 0; i < ReleasesToday.MAX; i++) {
            assertThat(releases.isFull(DAY)).isFalse();
            releases = releases.plusOne(DAY);
        }

        assertThat(releases.isFull(DAY)).isTrue();
        for (int i = 0; i < ReleasesToday.MAX; i++) {
            assertThat(releases.isFull(DAY_BEFORE)).as("places of its own").isFalse();
            releases = releases.plusOne(DAY_BEFORE);
        }
        assertThat(releases.isFull(DAY_BEFORE)).isTrue();
        assertThat(releases.isFull(DAY)).isTrue();
        assertThat(releases.isFull(DAY_AFTER)).isFalse();
        assertThat(releases.plusOne(DAY_AFTER).told()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AMPLIFIER", "RECAP", "RIVAL"})
    void transitionsOfAStory(HeadlineKind kind) {
        ToldToday told = ToldToday.NOTHING.on(DAY);
        while (told.allows(kind)) {
            told = told.plus(kind);
        }

        assertThat(told.on(DAY_BEFORE)).isEqualTo(told);
        assertThat(told.on(DAY)).isEqualTo(told);
        assertThat(told.on(DAY_AFTER)).isNotEqualTo(told);
        assertThat(Arrays.stream(HeadlineKind.values())
                        .filter(one -> one != HeadlineKind.OTHER)
                        .allMatch(told.on(DAY_AFTER)::allows))
                .isTrue();
    }
}
