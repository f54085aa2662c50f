package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What a sector hears and usually hears, as values. */
class SectorAttentionTest {

    private static final long MONDAY = millis("2025-01-06T00:00:00Z");
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final double STORY = 0.8;

    @Example
    void talkThatTheSectorHearsAllTheTimeMakesNoStoryHot() {
        SectorAttention steady = steady(1.0, 90);

        assertThat(steady.heat(STORY, 0.0, steady.at())).isLessThan(0.1);
        assertThat(steady.perDay()).isCloseTo(steady.usuallyPerDay(), within(2.0));
    }

    @Example
    void aStormOverAQuietSectorLeavesAStoryAsHotAsItIs() {
        SectorAttention storm = steady(0.1, 90);
        for (int hour = 0; hour < 12; hour++) {
            storm = storm.plus(1.5, storm.at() + HOUR);
        }

        assertThat(storm.heat(STORY, 0.0, storm.at())).isEqualTo(STORY);
    }

    @Example
    void theSameStormIsLessHotInASectorThatHearsMore() {
        assertThat(stormOver(steady(1.0, 90))).isLessThan(stormOver(steady(0.3, 90)));
        assertThat(stormOver(steady(0.3, 90))).isLessThan(stormOver(steady(0.1, 90)));
    }

    @Example
    void aStoryBringsItsAttentionAlongIntoASectorThatHardlyHearsOfIt() {
        SectorAttention quiet = SectorAttention.from(MONDAY).plus(1.0, MONDAY);

        assertThat(quiet.heat(STORY, 0.0, MONDAY)).isLessThan(0.3);
        assertThat(quiet.heat(STORY, 20.0, MONDAY)).isEqualTo(STORY);
    }

    @Example
    void aSectorOfWhichNothingIsKnownCoolsNoStoryThatHasTheAttention() {
        // A story whose heat is 0.9 against a chain that was silent.
        double attention = 7.64;
        double heat = StoryHeat.of(attention, 0.0);
        assertThat(heat).isCloseTo(0.9, within(0.01));

        assertThat(SectorAttention.from(MONDAY).heat(heat, attention, MONDAY)).isEqualTo(heat);
    }

    @Example
    void bothSumsFadeInTradingTime() {
        SectorAttention friday = new SectorAttention(8.0, 8.0, millis("2025-01-11T00:00:00Z"));

        // A Saturday and a Sunday make half a day.
        SectorAttention monday = friday.plus(0.0, millis("2025-01-13T00:00:00Z"));
        assertThat(monday.attention()).isCloseTo(8.0 * Math.pow(0.5, 0.5), within(1e-9));
        assertThat(monday.baseline()).isCloseTo(8.0 * Math.pow(0.5, 0.5 / 11), within(1e-9));

        SectorAttention tuesday = monday.plus(0.0, millis("2025-01-14T00:00:00Z"));
        assertThat(tuesday.attention()).isCloseTo(monday.attention() / 2, within(1e-9));
    }

    @Example
    void timeThatRunsBackwardsLeavesTheSumsAsTheyAre() {
        SectorAttention now = new SectorAttention(2.0, 3.0, MONDAY + HOUR);

        assertThat(now.plus(1.0, MONDAY)).isEqualTo(new SectorAttention(3.0, 4.0, MONDAY + HOUR));
    }

    @Property
    void heatIsNeverRaised(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 200) int headlines,
            @ForAll @DoubleRange(min = 0, max = 1) double ofStory,
            @ForAll @DoubleRange(min = 0, max = 100) double itsAttention) {
        Random random = new Random(seed);
        SectorAttention sector = SectorAttention.from(MONDAY);
        for (int i = 0; i < headlines; i++) {
            sector = sector.plus(1.5 * random.nextDouble(), sector.at() + random.nextInt(12) * HOUR);
        }

        assertThat(sector.heat(ofStory, itsAttention, sector.at() + random.nextInt(100) * HOUR))
                .isBetween(0.0, ofStory);
    }

    @Property
    void talkOfEarlierWeeksNeverRaisesHeat(
            @ForAll @DoubleRange(min = 0, max = 100) double attention,
            @ForAll @DoubleRange(min = 0, max = 100) double older,
            @ForAll @DoubleRange(min = 0, max = 100) double ofStory) {
        SectorAttention busy = new SectorAttention(attention, attention + older, MONDAY);
        SectorAttention quiet = new SectorAttention(attention, attention, MONDAY);

        assertThat(busy.heat(STORY, ofStory, MONDAY)).isLessThanOrEqualTo(quiet.heat(STORY, ofStory, MONDAY));
    }

    @Property
    void aMomentCountsTheSameInOneSumOrInMany(@ForAll @IntRange(min = 1, max = 50) int parts) {
        SectorAttention before = steady(0.5, 10);
        long now = before.at() + 5 * HOUR;
        SectorAttention bit = before;
        for (int i = 0; i < parts; i++) {
            bit = bit.plus(0.25, now);
        }
        SectorAttention sum = before.plus(0.25 * parts, now);

        assertThat(bit.attention()).isCloseTo(sum.attention(), within(1e-9));
        assertThat(bit.baseline()).isCloseTo(sum.baseline(), within(1e-9));
    }

    private static double stormOver(SectorAttention sector) {
        SectorAttention storm = sector;
        for (int hour = 0; hour < 12; hour++) {
            storm = storm.plus(0.75, storm.at() + HOUR);
        }
        return storm.heat(1.0, 0.0, storm.at());
    }

    /** So many days of a headline of this weight every hour on weekdays, and every fourth hour on weekends. */
    private static SectorAttention steady(double weight, int days) {
        SectorAttention sector = SectorAttention.from(MONDAY);
        for (int hour = 0; hour < 24 * days; hour++) {
            boolean weekend = hour / 24 % 7 >= 5;
            if (!weekend || hour % 4 == 0) {
                sector = sector.plus(weight, MONDAY + hour * HOUR);
            }
        }
        return sector;
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
