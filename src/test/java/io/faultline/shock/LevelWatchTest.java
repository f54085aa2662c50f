package io.faultline.shock;

import static io.faultline.testkit.Market.benchmarkMove;
import static io.faultline.testkit.Market.millis;
import static io.faultline.testkit.Market.move;
import static io.faultline.testkit.Market.takingBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.MarketSensitivity;
import io.faultline.market.MemberMove;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingSession;
import io.faultline.testkit.SmallMarket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Levels that rest on prints which are taken back: two of three members carry the opening. */
class LevelWatchTest {

    private static final String OPEN = "2025-01-27T14:30:05Z";
    private static final String LATER = "2025-01-27T14:31:00Z";
    private static final String LAST = "2025-01-27T14:32:00Z";
    private static final TradingCalendars CALENDARS = TradingCalendars.shipped();
    private static final TradingSession MONDAY = CALENDARS.of("XNAS").sessionFor(millis(OPEN));

    private final SectorGauge gauge = new SectorGauge(SmallMarket.rule(), CALENDARS, MarketSensitivity.byDefault(1.0));
    private final LevelWatch watch = new LevelWatch(gauge, MONDAY);
    private final Map<String, MemberMove> latest = new TreeMap<>();
    private SectorStatus status = SectorStatus.fresh(MONDAY.date(), 0);

    @Test
    void anOpeningWithoutItsPrintsFalls() {
        observe(move("AAA", OPEN, 85), move("BBB", OPEN, 94), move("CCC", OPEN, 99), benchmarkMove(OPEN, 99));
        assertThat(status.opened()).isTrue();

        LevelWatch.Correction correction =
                corrected(takingBack(move("AAA", OPEN, 85), LATER, 99)).orElseThrow();

        assertThat(correction.stands()).isFalse();
        assertThat(correction.status().opened()).isFalse();
        assertThat(correction.status().level()).isEqualTo(ShockLevel.NONE);
    }

    @Test
    void anOpeningStandsWhenTheOtherMembersCarryIt() {
        observe(move("AAA", OPEN, 85), move("BBB", OPEN, 90), move("CCC", OPEN, 90), benchmarkMove(OPEN, 99));

        LevelWatch.Correction correction =
                corrected(takingBack(move("AAA", OPEN, 85), LATER, 96)).orElseThrow();

        assertThat(correction.stands()).isTrue();
        assertThat(correction.status().level()).isEqualTo(ShockLevel.COLLAPSE);
        assertThat(correction.status().triggers())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.at()).isEqualTo(millis(OPEN)));
    }

    @Test
    void anOpeningStandsWhenTheSectorHasFallenSince() {
        observe(move("AAA", OPEN, 85), move("BBB", OPEN, 94), move("CCC", OPEN, 99), benchmarkMove(OPEN, 99));
        observe(move("BBB", LATER, 88), move("CCC", LATER, 88));

        LevelWatch.Correction correction =
                corrected(takingBack(move("AAA", OPEN, 85), LATER, 99)).orElseThrow();

        assertThat(correction.stands()).isTrue();
        assertThat(correction.status().triggers())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.at()).isEqualTo(millis(LATER)));
    }

    @Test
    void aCrashWithoutItsPrintIsACollapseAgain() {
        observe(move("AAA", OPEN, 93), move("BBB", OPEN, 93), move("CCC", OPEN, 93), benchmarkMove(OPEN, 99));
        observe(move("CCC", LATER, 60));
        assertThat(status.level()).isEqualTo(ShockLevel.CRASH);

        LevelWatch.Correction correction =
                corrected(takingBack(move("CCC", LATER, 60), LATER, 93)).orElseThrow();

        assertThat(correction.stands()).isTrue();
        assertThat(correction.status().level()).isEqualTo(ShockLevel.COLLAPSE);
    }

    @Test
    void printsThatCarryNoLevelMayGo() {
        observe(move("AAA", OPEN, 90), move("BBB", OPEN, 90), move("CCC", OPEN, 90), benchmarkMove(OPEN, 99));
        observe(move("AAA", LATER, 89));

        assertThat(corrected(takingBack(move("AAA", LATER, 89), LATER, 90))).isEmpty();
    }

    @Test
    void aLowWithoutItsPrintIsMeasuredAgain() {
        observe(move("AAA", OPEN, 93), move("BBB", OPEN, 93), move("CCC", OPEN, 93), benchmarkMove(OPEN, 99));
        observe(move("AAA", LATER, 90), move("BBB", LATER, 90), move("CCC", LATER, 80));
        observe(move("AAA", LAST, 92), move("BBB", LAST, 92), move("CCC", LAST, 92));

        LevelWatch.Correction correction =
                corrected(takingBack(move("CCC", LATER, 80), LAST, 92)).orElseThrow();

        assertThat(correction.stands()).isTrue();
        assertThat(correction.status().level()).isEqualTo(ShockLevel.COLLAPSE);
        assertThat(correction.low().at()).isEqualTo(millis(LATER));
        assertThat(correction.low().figures().worseReturn()).isGreaterThan(-0.1).isLessThan(-0.09);
    }

    @Test
    void theLowIsNeverAboveTheOpeningThatStands() {
        observe(move("AAA", OPEN, 90), move("BBB", OPEN, 90), move("CCC", OPEN, 90), benchmarkMove(OPEN, 99));
        observe(move("AAA", LATER, 88), move("BBB", LATER, 88), move("CCC", LATER, 70));

        LevelWatch.Correction correction = null;
        for (String symbol : List.of("AAA", "BBB", "CCC")) {
            correction =
                    corrected(takingBack(move(symbol, LATER, 88), LAST, 99)).orElseThrow();
            status = correction.status();
        }

        assertThat(correction.stands()).isTrue();
        assertThat(correction.low().figures().worseReturn()).isEqualTo(-0.1, within(1e-12));
    }

    @Test
    void theLowStandsWhenOnlyTheOpeningIsTakenBack() {
        observe(move("AAA", OPEN, 85), move("BBB", OPEN, 94), move("CCC", OPEN, 99), benchmarkMove(OPEN, 99));
        observe(move("AAA", LATER, 80), move("BBB", LATER, 80), move("CCC", LATER, 80));

        LevelWatch.Correction correction =
                corrected(takingBack(move("AAA", OPEN, 85), LAST, 80)).orElseThrow();

        assertThat(correction.low().figures().worseReturn()).isEqualTo(-0.2, within(1e-12));
    }

    @Test
    void aSessionWithoutAnOpeningHasALowToo() {
        observe(move("AAA", OPEN, 90), move("BBB", OPEN, 99), move("CCC", OPEN, 99), benchmarkMove(OPEN, 99));
        assertThat(status.level()).isEqualTo(ShockLevel.WATCH);

        LevelWatch.Correction correction =
                corrected(takingBack(move("AAA", OPEN, 90), LATER, 99)).orElseThrow();

        assertThat(correction.stands()).isFalse();
        assertThat(correction.low().figures().worseReturn()).isEqualTo(-0.01, within(1e-12));
    }

    @Test
    void aWatchOfTheEveningIsToldAgainWhenRegularHoursBearItOut() {
        String evening = "2025-01-24T22:30:00Z";
        observe(move("AAA", evening, 96), move("BBB", evening, 96), move("CCC", evening, 96));
        assertThat(status.level()).isEqualTo(ShockLevel.WATCH);
        assertThat(status.thin()).isTrue();
        for (MemberMove move : List.of(move("AAA", OPEN, 96), move("BBB", OPEN, 96), move("CCC", OPEN, 96))) {
            latest.put(move.listingKey(), move);
        }

        assertThat(watch.observe(status, measured(millis(OPEN)), latest).told()).isTrue();
        observe(move("AAA", OPEN, 96));
        assertThat(watch.observe(status, measured(millis(LATER)), latest).told())
                .isFalse();
    }

    private void observe(MemberMove... moves) {
        for (MemberMove move : moves) {
            latest.put(move.listingKey(), move);
        }
        status = watch.observe(status, measured(moves[0].at()), latest).status();
    }

    private Optional<LevelWatch.Correction> corrected(MemberMove taken) {
        latest.put(taken.listingKey(), taken);
        return watch.correct(status, List.of(taken), latest, gauge.measure(latest, MONDAY, taken.at()), taken.at());
    }

    private SectorDrawdown measured(long at) {
        return gauge.measure(latest, MONDAY, at).orElseThrow();
    }
}
