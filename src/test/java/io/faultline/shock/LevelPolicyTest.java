package io.faultline.shock;

import static io.faultline.shock.ShockLevel.COLLAPSE;
import static io.faultline.shock.ShockLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import io.faultline.rules.Thresholds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LevelPolicyTest {

    private static final Thresholds DEFAULTS = Thresholds.defaults();
    private static final int MEMBERS = 10;

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "unknown", textBlock = """
            # case,                       cap,    equal, breadth, excess,  coverage, phase,      level,    opening
            a quiet day,                  -0.017, -0.010, 0.0,    -0.003,  1.0,      REGULAR,    NONE,     false
            worth a look,                 -0.03,  -0.01,  0.0,    -0.02,   1.0,      REGULAR,    WATCH,    false
            exactly at every limit,       -0.05,  -0.01,  0.4,    -0.03,   0.7,      REGULAR,    COLLAPSE, true
            equal weights decide too,     -0.01,  -0.06,  0.4,    -0.05,   0.9,      REGULAR,    COLLAPSE, true
            a hair above the limit,       -0.0499,-0.01,  1.0,    -0.04,   1.0,      REGULAR,    WATCH,    false
            two of five carry it,         -0.052, -0.04,  0.4,    -0.04,   1.0,      REGULAR,    COLLAPSE, true
            one giant is no sector,       -0.09,  -0.03,  0.2,    -0.08,   1.0,      REGULAR,    WATCH,    false
            the market fell with it,      -0.06,  -0.055, 0.7,    -0.02,   1.0,      REGULAR,    WATCH,    false
            the market is not known,      -0.12,  -0.12,  1.0,    unknown, 1.0,      REGULAR,    WATCH,    false
            few prices are fresh,         -0.12,  -0.12,  1.0,    -0.10,   0.69,     REGULAR,    WATCH,    false
            exactly at the watch limit,   -0.01,  -0.03,  0.0,    -0.01,   0.1,      REGULAR,    WATCH,    false
            a hair above the watch limit, -0.0299,-0.0299,1.0,    -0.02,   1.0,      REGULAR,    NONE,     false
            breadth a hair too small,     -0.06,  -0.06,  0.399,  -0.05,   1.0,      REGULAR,    WATCH,    false
            excess a hair too small,      -0.06,  -0.06,  1.0,    -0.0299, 1.0,      REGULAR,    WATCH,    false
            exactly the coverage floor,   -0.06,  -0.06,  1.0,    -0.05,   0.7,      REGULAR,    COLLAPSE, true
            exactly a crash,              -0.15,  -0.14,  1.0,    -0.13,   1.0,      REGULAR,    CRASH,    true
            a hair above a crash,         -0.1499,-0.14,  1.0,    -0.13,   1.0,      REGULAR,    COLLAPSE, true
            thin and exactly covered,     -0.05,  -0.01,  0.4,    -0.03,   0.8,      PRE_MARKET, COLLAPSE, true
            thin and not quite covered,   -0.12,  -0.12,  1.0,    -0.10,   0.799,    PRE_MARKET, WATCH,    false
            thin and covered as by day,   -0.20,  -0.20,  1.0,    -0.18,   0.7,      PRE_MARKET, WATCH,    false
            thin and a crash,             -0.15,  -0.14,  1.0,    -0.13,   0.9,      PRE_MARKET, CRASH,    true
            thin and narrow,              -0.12,  -0.12,  0.3,    -0.10,   1.0,      PRE_MARKET, WATCH,    false
            thin and with the market,     -0.12,  -0.12,  1.0,    -0.02,   1.0,      PRE_MARKET, WATCH,    false
            thin and quiet,               -0.01,  -0.01,  0.0,    0.0,     1.0,      PRE_MARKET, NONE,     false
            in a break,                   -0.12,  -0.12,  1.0,    -0.10,   1.0,      CLOSED,     WATCH,    false
            at night a crash too,         -0.20,  -0.20,  1.0,    -0.20,   1.0,      CLOSED,     WATCH,    false
            a deep fall without breadth,  -0.20,  -0.02,  0.1,    -0.19,   1.0,      REGULAR,    WATCH,    false
            """)
    void levelsFollowTheConditions(
            String name,
            double cap,
            double equal,
            double breadth,
            Double excess,
            double coverage,
            SessionPhase phase,
            ShockLevel level,
            boolean opening) {
        LevelAssessment assessment =
                LevelPolicy.assess(NONE, drawdown(cap, equal, breadth, excess, coverage, phase), DEFAULTS);

        assertThat(assessment.level()).isEqualTo(level);
        assertThat(assessment.opening()).isEqualTo(opening);
        assertThat(assessment.reason()).isNotBlank().doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0} at {1} becomes {2}")
    @CsvSource({
        "CRASH,    -0.145, CRASH",
        "CRASH,    -0.14,  CRASH",
        "CRASH,    -0.139, COLLAPSE",
        "COLLAPSE, -0.045, COLLAPSE",
        "COLLAPSE, -0.04,  COLLAPSE",
        "COLLAPSE, -0.039, WATCH",
        "CRASH,    -0.039, WATCH",
        "WATCH,    -0.02,  WATCH",
        "WATCH,    -0.019, NONE",
        "CRASH,    0.01,   NONE",
        "NONE,     -0.029, NONE"
    })
    void aLevelIsLeftOnlyWellAboveItsThreshold(ShockLevel current, double sectorReturn, ShockLevel expected) {
        SectorDrawdown drawdown = drawdown(sectorReturn, sectorReturn, 0.0, -0.01, 1.0, SessionPhase.REGULAR);

        assertThat(LevelPolicy.assess(current, drawdown, DEFAULTS).level()).isEqualTo(expected);
    }

    @Test
    void silenceIsNoRecovery() {
        SectorDrawdown halted = drawdown(-0.12, -0.12, 1.0, -0.1, 0.2, SessionPhase.REGULAR);

        LevelAssessment assessment = LevelPolicy.assess(COLLAPSE, halted, DEFAULTS);

        assertThat(assessment.level()).isEqualTo(COLLAPSE);
        assertThat(assessment.opening()).isFalse();
        assertThat(assessment.reason())
                .isEqualTo("collapse holds until back above -4.0 %, would not open now: coverage 20 % (needs 70 %)");
    }

    @Test
    void thinTradingNeverNeedsLessCoverageThanRegularHours() {
        Thresholds careless = withCoverage(0.9, 0.5);

        assertThat(LevelPolicy.assess(NONE, thin(0.89), careless).opening()).isFalse();
        assertThat(LevelPolicy.assess(NONE, thin(0.9), careless).opening()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SessionPhase.class)
    void aLevelOnceReachedOutlastsCoverageAndHours(SessionPhase phase) {
        SectorDrawdown silent = drawdown(-0.12, -0.12, 1.0, -0.1, 0.1, phase);

        LevelAssessment assessment = LevelPolicy.assess(COLLAPSE, silent, DEFAULTS);

        assertThat(assessment.level()).isEqualTo(COLLAPSE);
        assertThat(assessment.opening()).isFalse();
    }

    @Test
    void theReasonSaysThatThinTradingNeedsMore() {
        assertThat(LevelPolicy.assess(NONE, thin(0.85), DEFAULTS).reason())
                .isEqualTo("collapse: -12.0 % against -5.0 %, breadth 10 of 10 (needs 4),"
                        + " -10.0 points against the market (needs -3.0), coverage 85 % (thin trading needs 80 %)");
        assertThat(LevelPolicy.assess(NONE, thin(0.75), DEFAULTS).reason())
                .isEqualTo("no collapse: coverage 75 % (thin trading needs 80 %)");
        assertThat(LevelPolicy.assess(NONE, drawdown(-0.12, -0.12, 1.0, -0.1, 1.0, SessionPhase.CLOSED), DEFAULTS)
                        .reason())
                .isEqualTo("no collapse: outside trading hours");
    }

    @Test
    void theReasonNamesEachMissingConditionWithItsFigure() {
        SectorDrawdown quiet = drawdown(-0.017, -0.01, 0.0, -0.003, 0.65, SessionPhase.PRE_MARKET);
        SectorDrawdown blind = drawdown(-0.12, -0.1, 1.0, null, 1.0, SessionPhase.REGULAR);

        assertThat(LevelPolicy.assess(NONE, quiet, DEFAULTS).reason())
                .isEqualTo("no collapse: -1.7 % against -5.0 %, breadth 0 of 10 (needs 4),"
                        + " -0.3 points against the market (needs -3.0), coverage 65 % (thin trading needs 80 %)");
        assertThat(LevelPolicy.assess(NONE, blind, DEFAULTS).reason())
                .isEqualTo("no collapse: market return not known (needs -3.0)");
    }

    @Test
    void theReasonOfAnOpeningTellsAllFigures() {
        SectorDrawdown fallen = drawdown(-0.121, -0.164, 0.9, -0.15, 1.0, SessionPhase.REGULAR);

        assertThat(LevelPolicy.assess(NONE, fallen, DEFAULTS).reason())
                .isEqualTo("crash: -16.4 % against -15.0 %, breadth 9 of 10 (needs 4),"
                        + " -19.3 points against the market (needs -3.0), coverage 100 % (needs 70 %)");
    }

    @ParameterizedTest(name = "{0} of hysteresis: at {1} {2}")
    @CsvSource({"0.01, -0.04, COLLAPSE", "0.01, -0.0399, WATCH", "0.02, -0.03, COLLAPSE", "0.02, -0.0299, WATCH"})
    void hysteresisIsTheRules(double hysteresis, double sectorReturn, ShockLevel expected) {
        SectorDrawdown drawdown = drawdown(sectorReturn, sectorReturn, 0.0, 0.0, 1.0, SessionPhase.REGULAR);

        assertThat(LevelPolicy.assess(COLLAPSE, drawdown, withHysteresis(hysteresis))
                        .level())
                .isEqualTo(expected);
    }

    private static SectorDrawdown thin(double coverage) {
        return drawdown(-0.12, -0.12, 1.0, -0.1, coverage, SessionPhase.PRE_MARKET);
    }

    private static Thresholds withHysteresis(double hysteresis) {
        return thresholds(hysteresis, DEFAULTS.coverageFloor(), DEFAULTS.thinCoverage());
    }

    private static Thresholds withCoverage(double floor, double thin) {
        return thresholds(DEFAULTS.hysteresis(), floor, thin);
    }

    private static Thresholds thresholds(double hysteresis, double coverage, double thin) {
        return new Thresholds(
                -0.03,
                -0.05,
                -0.15,
                hysteresis,
                -0.05,
                0.4,
                -0.03,
                coverage,
                300,
                1.0,
                2,
                0.8,
                10,
                0.3,
                0.5,
                0.02,
                thin,
                3);
    }

    private static SectorDrawdown drawdown(
            double cap, double equal, double breadth, Double excess, double coverage, SessionPhase phase) {
        DrawdownFigures figures = new DrawdownFigures(
                cap,
                equal,
                excess,
                null,
                null,
                excess == null ? null : cap - excess,
                null,
                breadth,
                breadth,
                coverage,
                0,
                null,
                null,
                0);
        List<MemberDrawdown> members = new ArrayList<>(Collections.nCopies((int) (breadth * MEMBERS), member(-0.05)));
        members.addAll(Collections.nCopies(MEMBERS - members.size(), member(-0.0499)));
        return new SectorDrawdown("chips", TradingDay.parse("2025-01-27"), 0, phase, figures, members, List.of());
    }

    private static MemberDrawdown member(double sessionReturn) {
        return new MemberDrawdown("M", 100, 100 * (1 + sessionReturn), sessionReturn, 0, true, false);
    }
}
