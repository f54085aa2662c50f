package io.faultline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleValidationTest {

    private static final ExposureTerms EXPOSURE = new ExposureTerms(List.of("gpu"), 0.8);
    private static final List<String> MEMBERS = List.of("NVDA@XNAS", "AVGO@XNAS");

    @Test
    void aSoundRuleHasNoProblems() {
        assertThat(RuleValidation.problems(rule("chips", 1, MEMBERS, "SPY@ARCX", EXPOSURE)))
                .isEmpty();
    }

    static Stream<Arguments> badRules() {
        return Stream.of(
                Arguments.of("ruleId 'Chips!'", rule("Chips!", 1, MEMBERS, "SPY@ARCX", EXPOSURE)),
                Arguments.of("ruleId 'null'", rule(null, 1, MEMBERS, "SPY@ARCX", EXPOSURE)),
                Arguments.of("version 0 is below 1", rule("chips", 0, MEMBERS, "SPY@ARCX", EXPOSURE)),
                Arguments.of("members are missing", rule("chips", 1, List.of(), "SPY@ARCX", EXPOSURE)),
                Arguments.of("members are missing", rule("chips", 1, null, "SPY@ARCX", EXPOSURE)),
                Arguments.of("member 'NVDA'", rule("chips", 1, List.of("NVDA"), "SPY@ARCX", EXPOSURE)),
                Arguments.of(
                        "member NVDA@XNAS appears twice",
                        rule("chips", 1, List.of("NVDA@XNAS", "NVDA@XNAS"), "SPY@ARCX", EXPOSURE)),
                Arguments.of("benchmark 'SPY'", rule("chips", 1, MEMBERS, "SPY", EXPOSURE)),
                Arguments.of("is a member of its own sector", rule("chips", 1, MEMBERS, "NVDA@XNAS", EXPOSURE)),
                Arguments.of("exposure is missing", rule("chips", 1, MEMBERS, "SPY@ARCX", null)),
                Arguments.of(
                        "aiSensitivity NaN",
                        rule("chips", 1, MEMBERS, "SPY@ARCX", new ExposureTerms(List.of(), Double.NaN))),
                Arguments.of(
                        "empty term", rule("chips", 1, MEMBERS, "SPY@ARCX", new ExposureTerms(List.of(" "), 0.5))));
    }

    @ParameterizedTest
    @MethodSource("badRules")
    void tellsTheProblem(String problem, SectorRule rule) {
        assertThat(RuleValidation.problems(rule)).singleElement().asString().contains(problem);
    }

    static Stream<Arguments> badThresholds() {
        return Stream.of(
                Arguments.of("deeper fall", levels(-0.05, -0.05, -0.15, 0.01)),
                Arguments.of("deeper fall", levels(-0.03, -0.15, -0.05, 0.01)),
                Arguments.of("watchReturn 0.03 is not a fall", levels(0.03, -0.05, -0.15, 0.01)),
                Arguments.of("crashReturn -15.0 is not a fall", levels(-0.03, -0.05, -15, 0.01)),
                Arguments.of("collapseReturn NaN is not a fall", levels(-0.03, Double.NaN, -0.15, 0.01)),
                Arguments.of("hysteresis 0.0", levels(-0.03, -0.05, -0.15, 0)),
                Arguments.of("hysteresis 0.03", levels(-0.03, -0.05, -0.15, 0.03)),
                Arguments.of("memberDrop 0.05", conditions(0.05, 0.4, -0.03, 0.7, 300)),
                Arguments.of("collapseBreadth 40.0", conditions(-0.05, 40, -0.03, 0.7, 300)),
                Arguments.of("collapseExcess 0.03", conditions(-0.05, 0.4, 0.03, 0.7, 300)),
                Arguments.of("coverageFloor -0.1", conditions(-0.05, 0.4, -0.03, -0.1, 300)),
                Arguments.of("freshForSeconds 0", conditions(-0.05, 0.4, -0.03, 0.7, 0)),
                Arguments.of("resolveAfterSessions 0", incident(0, 0.8, 10, 0.3, 0.5)),
                Arguments.of("recoveredShare 0.0", incident(2, 0, 10, 0.3, 0.5)),
                Arguments.of("maxReleaseAgeSessions 61", incident(2, 0.8, 61, 0.3, 0.5)),
                Arguments.of("minExposure 1.1", incident(2, 0.8, 10, 1.1, 0.5)),
                Arguments.of("minHeat NaN", incident(2, 0.8, 10, 0.3, Double.NaN)),
                Arguments.of("worsenedStep 0.0 is not above 0", steps(0, 0.8, 3)),
                Arguments.of("worsenedStep NaN", steps(Double.NaN, 0.8, 3)),
                Arguments.of("thinCoverage 80.0", steps(0.02, 80, 3)),
                Arguments.of("thinPrints 0", steps(0.02, 0.8, 0)),
                Arguments.of("thinPrints 11", steps(0.02, 0.8, 11)));
    }

    @ParameterizedTest
    @MethodSource("badThresholds")
    void tellsTheThresholdAtFault(String problem, Thresholds thresholds) {
        SectorRule rule = rule(thresholds);

        assertThat(RuleValidation.problems(rule))
                .anySatisfy(line -> assertThat(line).contains(problem));
        assertThat(RuleValidation.problems(rule(Thresholds.defaults()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2,   10, 2,   estimation.sessions 2 is not between 3 and 504",
        "505, 10, 60,  estimation.sessions 505",
        "120, -1, 60,  estimation.gapSessions -1 is not between 0 and 60",
        "120, 61, 60,  estimation.gapSessions 61",
        "120, 10, 2,   estimation.minSessions 2 is not between 3 and 120",
        "120, 10, 121, estimation.minSessions 121"
    })
    void tellsThePartOfTheEstimationWindowAtFault(int sessions, int gap, int min, String problem) {
        SectorRule rule = rule(Thresholds.defaults(), new EstimationWindow(sessions, gap, min));

        assertThat(RuleValidation.problems(rule))
                .anySatisfy(line -> assertThat(line).contains(problem));
    }

    @Test
    void theWidestEstimationWindowIsSound() {
        assertThat(RuleValidation.problems(rule(Thresholds.defaults(), new EstimationWindow(504, 60, 504))))
                .isEmpty();
        assertThat(RuleValidation.problems(rule(Thresholds.defaults(), null))).containsExactly("estimation is missing");
    }

    private static SectorRule rule(
            String ruleId, int version, List<String> members, String benchmark, ExposureTerms exposure) {
        Thresholds usual = Thresholds.defaults();
        return new SectorRule(
                ruleId,
                "chips",
                "Chips",
                version,
                RuleState.ACTIVE,
                null,
                "XNAS",
                benchmark,
                members,
                usual,
                EstimationWindow.defaults(),
                exposure);
    }

    private static SectorRule rule(Thresholds thresholds) {
        return rule(thresholds, EstimationWindow.defaults());
    }

    private static SectorRule rule(Thresholds thresholds, EstimationWindow estimation) {
        return new SectorRule(
                "chips",
                "chips",
                "Chips",
                1,
                RuleState.ACTIVE,
                null,
                "XNAS",
                "SPY@ARCX",
                MEMBERS,
                thresholds,
                estimation,
                EXPOSURE);
    }

    private static Thresholds levels(double watch, double collapse, double crash, double hysteresis) {
        return new Thresholds(
                watch,
                collapse,
                crash,
                hysteresis,
                -0.05,
                0.4,
                -0.03,
                0.7,
                300,
                1.0,
                2,
                0.8,
                10,
                0.3,
                0.5,
                0.02,
                0.8,
                3);
    }

    private static Thresholds conditions(double drop, double breadth, double excess, double coverage, int fresh) {
        return new Thresholds(
                -0.03, -0.05, -0.15, 0.01, drop, breadth, excess, coverage, fresh, 1.0, 2, 0.8, 10, 0.3, 0.5, 0.02, 0.8,
                3);
    }

    private static Thresholds incident(int sessions, double recovered, int age, double exposure, double heat) {
        return new Thresholds(
                -0.03, -0.05, -0.15, 0.01, -0.05, 0.4, -0.03, 0.7, 300, 1.0, sessions, recovered, age, exposure, heat,
                0.02, 0.8, 3);
    }

    private static Thresholds steps(double worsened, double thinCoverage, int thinPrints) {
        return new Thresholds(
                -0.03,
                -0.05,
                -0.15,
                0.01,
                -0.05,
                0.4,
                -0.03,
                0.7,
                300,
                1.0,
                2,
                0.8,
                10,
                0.3,
                0.5,
                worsened,
                thinCoverage,
                thinPrints);
    }
}
