package io.faultline.shock;

import static io.faultline.shock.Scenario.amplification;
import static io.faultline.shock.Scenario.attributed;
import static io.faultline.shock.Scenario.close;
import static io.faultline.shock.Scenario.closeAgain;
import static io.faultline.shock.Scenario.level;
import static io.faultline.shock.Scenario.openedByItsClose;
import static io.faultline.shock.Scenario.preceding;
import static io.faultline.shock.Scenario.recap;
import static io.faultline.shock.Scenario.release;
import static io.faultline.shock.ShockLevel.COLLAPSE;
import static io.faultline.shock.ShockLevel.CRASH;
import static io.faultline.shock.ShockLevel.NONE;
import static io.faultline.shock.ShockLevel.WATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The course of an incident: what is told when. The news of it is in {@link IncidentNewsTest}. */
class IncidentMachineTest {

    private static final Signal R1 = release("2025-01-20T16:00:00Z", "deepseek/r1");
    private static final Signal APP_STORE = amplification("2025-01-26T18:00:00Z", "deepseek/r1", 0.9);
    private static final Signal COSTS = amplification("2025-01-24T16:00:00Z", "deepseek/*", 0.7);
    private static final Signal ONSET = level("2025-01-27T14:30:01Z", COLLAPSE, true, -0.12);
    private static final Signal CRASHED = level("2025-01-27T17:05:00Z", CRASH, false, -0.152);

    private final Scenario scenario = new Scenario();

    @Test
    void theModelCaseIsToldFromOnsetToResolution() {
        scenario.take(R1, COSTS, APP_STORE)
                .take(preceding(R1, COSTS, ONSET), preceding(R1, APP_STORE, ONSET))
                .take(ONSET, CRASHED, close("2025-01-27", -0.16))
                .take(close("2025-01-28", 0.06))
                .take(level("2025-01-29T15:30:00Z", WATCH, false, -0.03), close("2025-01-29", -0.035));

        List<Alert> alerts = scenario.alerts();
        assertThat(alerts)
                .extracting(Alert::state)
                .containsExactly(
                        AlertState.OPEN,
                        AlertState.ESCALATE,
                        AlertState.UPDATE,
                        AlertState.UPDATE,
                        AlertState.UPDATE,
                        AlertState.UPDATE,
                        AlertState.RESOLVE);
        assertThat(alerts)
                .extracting(Alert::stage)
                .containsExactly(
                        AlertStage.OPEN,
                        AlertStage.INTRADAY,
                        AlertStage.CLOSE,
                        AlertStage.AFTERMATH,
                        AlertStage.AFTERMATH,
                        AlertStage.AFTERMATH,
                        AlertStage.AFTERMATH);
        assertThat(alerts)
                .extracting(Alert::revision)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 7).boxed().toList());
        assertThat(alerts).extracting(Alert::incidentId).containsOnly(idOf("2025-01-27"));
        assertThat(alerts).extracting(Alert::tradeDate).containsOnly(TradingDay.parse("2025-01-27"));
        assertThat(alerts)
                .extracting(Alert::severity)
                .startsWith(COLLAPSE, CRASH)
                .endsWith(CRASH);
        assertThat(scenario.state()).isNull();
    }

    @Test
    void theModelCaseOpensLinkedToTheReleaseFiveSessionsBefore() {
        scenario.take(preceding(R1, COSTS, ONSET), preceding(R1, APP_STORE, ONSET))
                .take(ONSET);

        Alert opened = scenario.last();
        assertThat(opened.verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(opened.basis()).isEqualTo(Basis.PRECEDING);
        assertThat(opened.confidence()).isBetween(0.85, 0.95);
        assertThat(opened.evidence())
                .extracting(Evidence::headlineId)
                .containsExactly(
                        "deepseek/r1@2025-01-20T16:00:00Z",
                        "deepseek/r1@2025-01-26T18:00:00Z",
                        "deepseek/*@2025-01-24T16:00:00Z");
        assertThat(opened.evidence()).extracting(Evidence::ageSessions).containsExactly(5, 1, 1);
        assertThat(opened.evidence().stream().mapToDouble(Evidence::weight).sum())
                .isCloseTo(1.0, within(0.02));
        assertThat(opened.emittedAt()).isNull();
        assertThat(opened.ruleVersion()).isEqualTo("chips@3");
        assertThat(opened.onsetAt()).isEqualTo(Instant.parse("2025-01-27T14:30:01Z"));
    }

    @Test
    void sessionsAreCompoundedAndCapChangesSummed() {
        scenario.take(ONSET, close("2025-01-27", -0.16), close("2025-01-28", 0.06), close("2025-01-29", -0.035));

        Cumulative total = scenario.last().cumulative();
        assertThat(total.capWeightedReturn()).isCloseTo(0.84 * 1.06 * 0.965 - 1, within(1e-12));
        assertThat(total.capChangeUsd()).isCloseTo(6e12 * (-0.16 + 0.06 - 0.035), within(1.0));
        assertThat(scenario.alerts().get(1).legs())
                .singleElement()
                .satisfies(leg -> assertThat(leg.capWeightedReturn()).isEqualTo(-0.16));
    }

    @Test
    void nothingOpensBelowTheOpeningCondition() {
        scenario.take(
                level("2025-01-27T14:40:00Z", WATCH, false, -0.04),
                level("2025-01-27T15:40:00Z", NONE, false, -0.01),
                close("2025-01-27", -0.01));

        assertThat(scenario.alerts()).isEmpty();
        assertThat(scenario.state()).isNull();
    }

    @Test
    void aFallThatGoesOnIsToldEveryTwoPoints() {
        scenario.take(
                ONSET,
                level("2025-01-27T15:00:00Z", COLLAPSE, false, -0.135),
                level("2025-01-27T15:10:00Z", COLLAPSE, false, -0.14),
                level("2025-01-27T15:20:00Z", COLLAPSE, false, -0.12),
                level("2025-01-27T15:30:00Z", WATCH, false, -0.035));

        assertThat(scenario.alerts()).extracting(Alert::state).containsExactly(AlertState.OPEN, AlertState.UPDATE);
        assertThat(scenario.last().drawdown().capWeightedReturn()).isEqualTo(-0.14);
    }

    @Test
    void theStageIsOpenForHalfAnHour() {
        scenario.take(
                ONSET,
                level("2025-01-27T14:59:59Z", COLLAPSE, false, -0.14),
                level("2025-01-27T15:00:00Z", CRASH, false, -0.16));

        assertThat(scenario.alerts())
                .extracting(Alert::stage)
                .containsExactly(AlertStage.OPEN, AlertStage.OPEN, AlertStage.INTRADAY);
    }

    @Test
    void fallsOfMembersElsewhereBeforeTheOpenAreStagesOfTheSameIncident() {
        scenario.take(
                beforeHours(level("2025-01-27T07:30:00Z", COLLAPSE, true, -0.08)),
                beforeHours(level("2025-01-27T14:29:59Z", COLLAPSE, false, -0.11)),
                level("2025-01-27T14:30:00Z", COLLAPSE, false, -0.14),
                level("2025-01-27T15:30:00Z", CRASH, false, -0.16),
                close("2025-01-27", -0.16),
                close("2025-01-28", 0.01));

        assertThat(scenario.alerts())
                .extracting(Alert::stage)
                .containsExactly(
                        AlertStage.PRE_MARKET,
                        AlertStage.PRE_MARKET,
                        AlertStage.OPEN,
                        AlertStage.INTRADAY,
                        AlertStage.CLOSE,
                        AlertStage.AFTERMATH);
        assertThat(scenario.alerts()).extracting(Alert::incidentId).containsOnly(idOf("2025-01-27"));
    }

    @Test
    void aFewMembersThatFallInTheEveningAreNoSecondFall() {
        scenario.take(
                level("2025-01-27T15:00:00Z", COLLAPSE, true, -0.10),
                close("2025-01-27", -0.10),
                beforeHours(level("2025-01-27T22:30:00Z", WATCH, false, -0.09)));
        assertThat(scenario.alerts()).hasSize(2);

        scenario.take(level("2025-01-28T15:00:00Z", WATCH, false, -0.03));
        assertThat(scenario.alerts()).hasSize(3);
        assertThat(scenario.last().cumulative().capWeightedReturn()).isCloseTo(0.9 * 0.97 - 1, within(1e-9));
    }

    @Test
    void coveredTradingBeforeTheOpenSetsTheLowThatIsWonBack() {
        scenario.take(
                beforeHours(level("2025-01-27T07:30:00Z", COLLAPSE, true, -0.30)),
                level("2025-01-27T15:00:00Z", COLLAPSE, false, -0.10),
                close("2025-01-27", -0.05));

        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
        assertThat(scenario.last().explanation()).contains("83 % of the deepest loss is won back");
    }

    @Test
    void theVenuesOwnCloseMayOpenItsSession() {
        scenario.take(
                close("2025-01-27", -0.048),
                openedByItsClose("2025-01-27", "2025-01-27T21:01:00Z", -0.06),
                closeAgain("2025-01-27", "2025-01-27T21:01:00Z", COLLAPSE, -0.06));

        assertThat(scenario.alerts())
                .extracting(Alert::state, Alert::revision)
                .containsExactly(tuple(AlertState.OPEN, 1));
        assertThat(scenario.last().stage()).isEqualTo(AlertStage.CLOSE);
        assertThat(scenario.last().tradeDate()).isEqualTo(TradingDay.parse("2025-01-27"));
    }

    @Test
    void theVenuesOwnCloseMayBeALeg() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.12),
                close("2025-01-28", -0.048),
                openedByItsClose("2025-01-28", "2025-01-28T21:01:00Z", -0.06),
                closeAgain("2025-01-28", "2025-01-28T21:01:00Z", COLLAPSE, -0.06),
                close("2025-01-29", 0.0));

        assertThat(scenario.alerts()).hasSize(5);
        assertThat(scenario.last().legs()).hasSize(2);
        assertThat(scenario.last().state())
                .as("two sessions after the leg, not after the onset")
                .isEqualTo(AlertState.UPDATE);
    }

    @Test
    void aSecondFallIsToldOncePerSession() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.12),
                level("2025-01-28T15:00:00Z", WATCH, false, -0.031),
                level("2025-01-28T16:00:00Z", NONE, false, -0.01),
                level("2025-01-28T17:00:00Z", WATCH, false, -0.04));

        assertThat(scenario.alerts()).hasSize(3);
        assertThat(scenario.last().explanation()).contains("falls again, short of the opening condition");
    }

    @Test
    void aLaterSessionThatOpensAgainIsALegAndExtendsTheIncident() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.12),
                level("2025-01-28T15:00:00Z", COLLAPSE, true, -0.06),
                close("2025-01-28", -0.07),
                close("2025-01-29", 0.01));

        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().legs())
                .extracting(Leg::sessionDate)
                .containsExactly(TradingDay.parse("2025-01-27"), TradingDay.parse("2025-01-28"));
        assertThat(scenario.last().legs()).extracting(Leg::capWeightedReturn).containsExactly(-0.12, -0.07);

        scenario.take(close("2025-01-30", 0.01));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
        assertThat(scenario.alerts()).extracting(Alert::incidentId).containsOnly(idOf("2025-01-27"));
    }

    @Test
    void aDeeperLegEscalates() {
        scenario.take(ONSET, close("2025-01-27", -0.12), level("2025-01-28T15:00:00Z", CRASH, true, -0.16));

        assertThat(scenario.last().state()).isEqualTo(AlertState.ESCALATE);
        assertThat(scenario.last().severity()).isEqualTo(CRASH);
        assertThat(scenario.last().legs()).hasSize(2);
    }

    @Test
    void theIncidentResolvesEarlyWhenTheLossIsWonBack() {
        scenario.take(ONSET, close("2025-01-27", -0.10), close("2025-01-28", 0.09));

        assertThat(scenario.alerts())
                .extracting(Alert::state)
                .containsExactly(AlertState.OPEN, AlertState.UPDATE, AlertState.UPDATE, AlertState.RESOLVE);
        assertThat(scenario.state()).isNull();
    }

    @Test
    void aPartialReboundResolvesNothing() {
        scenario.take(ONSET, close("2025-01-27", -0.10), close("2025-01-28", 0.06));

        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().explanation()).contains("rebound at the close");
    }

    @Test
    void openingAgainOnTheSameDateContinuesTheRevisions() {
        scenario.take(ONSET, close("2025-01-27", -0.01));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);

        scenario.take(level("2025-01-27T20:59:00Z", COLLAPSE, true, -0.08));

        assertThat(scenario.last().state()).isEqualTo(AlertState.OPEN);
        assertThat(scenario.last().revision()).isEqualTo(4);
        assertThat(scenario.last().incidentId()).isEqualTo(idOf("2025-01-27"));
    }

    @Test
    void openingOnALaterDateIsAnotherIncident() {
        scenario.take(ONSET, close("2025-01-27", -0.01), level("2025-01-28T15:00:00Z", COLLAPSE, true, -0.08));

        assertThat(scenario.last().revision()).isEqualTo(1);
        assertThat(scenario.last().incidentId()).isEqualTo(idOf("2025-01-28"));
    }

    @Test
    void repeatedSignalsAreToldOnce() {
        scenario.take(ONSET, ONSET, CRASHED, CRASHED, close("2025-01-27", -0.16), close("2025-01-27", -0.16));

        assertThat(scenario.alerts()).hasSize(3);
    }

    @Test
    void aCorrectedCloseRevises() {
        scenario.take(ONSET, close("2025-01-27", -0.16), close("2025-01-27", -0.155), close("2025-01-28", 0.01));

        assertThat(scenario.alerts().get(2).explanation()).contains("corrected closing figures");
        assertThat(scenario.last().cumulative().capWeightedReturn()).isCloseTo(0.845 * 1.01 - 1, within(1e-12));
    }

    @Test
    void anIncidentWhoseClosesWereLostStillResolves() {
        scenario.take(ONSET, level("2025-01-30T15:00:00Z", WATCH, false, -0.03));

        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
        assertThat(scenario.last().sessionDate()).isEqualTo(TradingDay.parse("2025-01-27"));
    }

    @Test
    void aCloseWithoutPricesResolvesInItsTime() {
        scenario.take(ONSET, silent(close("2025-01-27", 0)), silent(close("2025-01-28", 0)));
        assertThat(scenario.alerts()).extracting(Alert::stage).containsExactly(AlertStage.OPEN, AlertStage.CLOSE);

        scenario.take(silent(close("2025-01-29", 0)));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
    }

    @Test
    void newsAtTheInstantOfTheLastCloseDoesNotResolveBeforeIt() {
        scenario.take(ONSET, close("2025-01-27", -0.12), close("2025-01-28", -0.01))
                .take(recap("2025-01-29T21:00:00Z", "deepseek/r1"))
                .take(close("2025-01-29", 0.02));

        assertThat(scenario.alerts()).extracting(Alert::state).endsWith(AlertState.UPDATE, AlertState.RESOLVE);
        assertThat(scenario.last().drawdown().capWeightedReturn()).isEqualTo(0.02);
    }

    @Test
    void nightlyNewsIsToldWithTheFiguresOfTheClose() {
        scenario.take(ONSET, close("2025-01-27", -0.16))
                .take(attributed(ONSET, recap("2025-01-27T22:00:00Z", "deepseek/r1")));

        assertThat(scenario.last().stage()).isEqualTo(AlertStage.CLOSE);
        assertThat(scenario.last().sessionDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(scenario.last().detectedAt()).isEqualTo(Instant.parse("2025-01-27T22:00:00Z"));
    }

    private static Signal beforeHours(Signal signal) {
        SectorDrawdown drawdown = signal.drawdown();
        return Scenario.with(
                signal,
                new SectorDrawdown(
                        drawdown.sector(),
                        drawdown.sessionDate(),
                        drawdown.at(),
                        SessionPhase.PRE_MARKET,
                        drawdown.figures(),
                        drawdown.members(),
                        drawdown.excluded()));
    }

    private static Signal silent(Signal close) {
        return Scenario.with(close, null);
    }

    private static String idOf(String date) {
        return IncidentId.of("chips", TradingDay.parse(date));
    }
}
