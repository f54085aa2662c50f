package io.faultline.shock;

import static io.faultline.shock.ShockLevel.COLLAPSE;
import static io.faultline.shock.ShockLevel.CRASH;
import static io.faultline.shock.ShockLevel.NONE;
import static io.faultline.shock.ShockLevel.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import io.faultline.rules.Thresholds;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelPolicyTest {

    private static final Thresholds DEFAULTS = Thresholds.defaults();

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
            before the open,              -0.12,  -0.12,  1.0,    -0.10,   1.0,      PRE_MARKET, WATCH,    false
            in a break,                   -0.12,  -0.12,  1.0,    -0.10,   1.0,      CLOSED,     WATCH,    false
            exactly a crash,              -0.15,  -0.14,  1.0,    -0.13,   1.0,      REGULAR,    CRASH,    true
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
    void extendedHoursNeverShowMoreThanWatch() {
        SectorDrawdown early = drawdown(-0.2, -0.2, 1.0, -0.2, 1.0, SessionPhase.PRE_MARKET);

        assertThat(LevelPolicy.assess(CRASH, early, DEFAULTS).level()).isEqualTo(WATCH);
    }

    @Test
    void theReasonNamesEachMissingConditionWithItsFigure() {
        SectorDrawdown quiet = drawdown(-0.017, -0.01, 0.0, -0.003, 0.65, SessionPhase.PRE_MARKET);
        SectorDrawdown blind = drawdown(-0.12, -0.1, 1.0, null, 1.0, SessionPhase.REGULAR);

        assertThat(LevelPolicy.assess(NONE, quiet, DEFAULTS).reason())
                .isEqualTo("no collapse: -1.7 % against -5.0 %, breadth 0 of 8 (needs 4),"
                        + " -0.3 points against the market (needs -3.0), coverage 65 % (needs 70 %),"
                        + " before regular hours");
        assertThat(LevelPolicy.assess(NONE, blind, DEFAULTS).reason())
                .isEqualTo("no collapse: market return not known (needs -3.0)");
    }

    @Test
    void theReasonOfAnOpeningTellsAllFigures() {
        SectorDrawdown fallen = drawdown(-0.121, -0.164, 0.875, -0.15, 1.0, SessionPhase.REGULAR);

        assertThat(LevelPolicy.assess(NONE, fallen, DEFAULTS).reason())
                .isEqualTo("crash: -16.4 % against -15.0 %, breadth 7 of 8 (needs 4),"
                        + " -19.3 points against the market (needs -3.0), coverage 100 %");
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
        List<MemberDrawdown> members =
                Collections.nCopies(8, new MemberDrawdown("M", 100, 100 * (1 + cap), cap, 0, true, false));
        return new SectorDrawdown("chips", TradingDay.parse("2025-01-27"), 0, phase, figures, members, List.of());
    }
}
