package io.faultline.shock;

import static io.faultline.shock.Scenario.amplification;
import static io.faultline.shock.Scenario.attributed;
import static io.faultline.shock.Scenario.close;
import static io.faultline.shock.Scenario.closeAgain;
import static io.faultline.shock.Scenario.closeTakenBack;
import static io.faultline.shock.Scenario.closeWithoutPrices;
import static io.faultline.shock.Scenario.correction;
import static io.faultline.shock.Scenario.level;
import static io.faultline.shock.Scenario.lowest;
import static io.faultline.shock.Scenario.preceding;
import static io.faultline.shock.Scenario.recap;
import static io.faultline.shock.Scenario.release;
import static io.faultline.shock.ShockLevel.COLLAPSE;
import static io.faultline.shock.ShockLevel.CRASH;
import static io.faultline.shock.ShockLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TradingDay;
import org.junit.jupiter.api.Test;

/** Corrected prints and closes: what they revise, withdraw or retract. */
class IncidentCorrectionsTest {

    private static final Signal ONSET = level("2025-01-27T14:30:01Z", COLLAPSE, true, -0.12);
    private static final Signal LEG = level("2025-01-28T15:00:00Z", COLLAPSE, true, -0.07);

    private final Scenario scenario = new Scenario();

    @Test
    void aFallThatStandsIsRevised() {
        scenario.take(ONSET, correction("2025-01-27T14:32:00Z", COLLAPSE, true, -0.08));

        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().drawdown().capWeightedReturn()).isEqualTo(-0.08);
        assertThat(scenario.last().onsetAt()).isEqualTo(scenario.alerts().get(0).onsetAt());
        assertThat(scenario.last().explanation())
                .contains(
                        "prints behind the figures were cancelled or corrected; the fall meets the opening condition");
    }

    @Test
    void aLowThatDoesNotStandIsSetBackThoughTheFiguresHaveMovedOn() {
        scenario.take(
                ONSET,
                level("2025-01-27T15:00:00Z", COLLAPSE, false, -0.14),
                level("2025-01-27T15:30:00Z", COLLAPSE, false, -0.10),
                lowest(correction("2025-01-27T15:31:00Z", COLLAPSE, true, -0.10), -0.12));

        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().explanation())
                .contains("The deepest fall of the session is set back from -14.0 % to -12.0 %.");
        scenario.take(close("2025-01-27", -0.10), level("2025-01-28T15:00:00Z", NONE, false, 0.085));
        assertThat(scenario.state().course().toll().recoveredShare()).isEqualTo(0.8, within(0.01));
    }

    @Test
    void aLowThatStandsIsNotToldAgain() {
        scenario.take(ONSET, lowest(correction("2025-01-27T14:32:00Z", COLLAPSE, true, -0.12), -0.12));

        assertThat(scenario.alerts()).hasSize(1);
    }

    @Test
    void aLowTakenBackAfterTheCloseIsSetBack() {
        scenario.take(
                ONSET,
                level("2025-01-27T15:00:00Z", COLLAPSE, false, -0.14),
                close("2025-01-27", -0.10),
                lowest(closeAgain("2025-01-27", "2025-01-27T21:05:00Z", COLLAPSE, -0.10), -0.12));

        assertThat(scenario.last().explanation())
                .contains("The deepest fall of the session is set back from -14.0 % to -12.0 %.");
    }

    @Test
    void aFallThatDoesNotStandIsRetractedInPlainWords() {
        scenario.take(
                level("2025-01-27T14:30:01Z", CRASH, true, -0.18),
                correction("2025-01-27T14:32:00Z", NONE, false, -0.01));

        Alert retracted = scenario.last();
        assertThat(retracted.state()).isEqualTo(AlertState.RETRACT);
        assertThat(retracted.revision()).isEqualTo(2);
        assertThat(retracted.severity()).isEqualTo(CRASH);
        assertThat(retracted.drawdown().capWeightedReturn()).isEqualTo(-0.01);
        assertThat(retracted.explanation())
                .startsWith("Chips: taken back, the incident should not have been opened. It was opened at"
                        + " 09:30:01 New York (14:30:01 UTC) on 27 Jan 2025 by a fall of -18.0 %; prints behind it were"
                        + " cancelled or corrected, and without them the opening condition is not met."
                        + " On 2025-01-27 the sector is at -1.0 %")
                .contains("The severity CRASH and the verdict UNEXPLAINED that were told are void.")
                .endsWith("No further revision is expected unless the sector opens again in this session.");
    }

    @Test
    void withoutAnyPriceLeftTheIncidentIsRetractedWithTheFiguresToldLast() {
        scenario.take(ONSET, Scenario.with(correction("2025-01-27T14:32:00Z", NONE, false, 0), null));

        assertThat(scenario.last().state()).isEqualTo(AlertState.RETRACT);
        assertThat(scenario.last().drawdown().capWeightedReturn()).isEqualTo(-0.12);
        assertThat(scenario.last().explanation()).contains("No price of the session is left");
    }

    @Test
    void theSameSessionOpensAgainUnderItsIdWithTheNewsOfItsOwnOnset() {
        Signal r1 = release("2025-01-20T16:00:00Z", "deepseek/r1");
        Signal talk = amplification("2025-01-26T18:00:00Z", "deepseek/r1", 0.9);
        Signal again = level("2025-01-27T14:32:00Z", COLLAPSE, true, -0.06);
        scenario.take(ONSET)
                .take(preceding(r1, talk, again))
                .take(correction("2025-01-27T14:32:00Z", NONE, false, -0.04), again);

        assertThat(scenario.alerts())
                .extracting(Alert::state)
                .containsExactly(AlertState.OPEN, AlertState.RETRACT, AlertState.OPEN);
        assertThat(scenario.alerts()).extracting(Alert::revision).containsExactly(1, 2, 3);
        assertThat(scenario.alerts())
                .extracting(Alert::incidentId)
                .containsOnly(scenario.last().incidentId());
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(scenario.last().onsetAt().toEpochMilli()).isEqualTo(again.at());
    }

    @Test
    void printsTakenBackAfterTheCloseRetractWhateverTheHourOfTheOnset() {
        scenario.take(ONSET, close("2025-01-27", -0.09), closeTakenBack("2025-01-27", "2025-01-27T21:05:00Z", -0.01));

        assertThat(scenario.last().state()).isEqualTo(AlertState.RETRACT);
        assertThat(scenario.state()).isNotNull();
    }

    @Test
    void anIncidentWithoutAnyPriceLeftIsRetracted() {
        scenario.take(ONSET, close("2025-01-27", -0.09), closeWithoutPrices("2025-01-27", "2025-01-27T21:05:00Z"));

        assertThat(scenario.last().state()).isEqualTo(AlertState.RETRACT);
        assertThat(scenario.last().explanation()).contains("No price of the session is left");
    }

    @Test
    void aLegThatGoesWithItsCloseTakesItsSeverityWithIt() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.12),
                level("2025-01-28T15:00:00Z", CRASH, true, -0.4),
                close("2025-01-28", -0.02),
                closeTakenBack("2025-01-28", "2025-01-28T21:05:00Z", -0.02));

        assertThat(scenario.last().legs()).hasSize(1);
        assertThat(scenario.last().severity()).isEqualTo(COLLAPSE);
        assertThat(scenario.last().explanation()).contains("the leg of 2025-01-28 is withdrawn");
    }

    @Test
    void aLegWithoutAnyPriceLeftCountsAsUnchangedInTheSum() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.12),
                LEG,
                Scenario.with(correction("2025-01-28T15:05:00Z", NONE, false, 0), null));
        assertThat(scenario.last().legs()).hasSize(1);
        assertThat(scenario.last().cumulative().capWeightedReturn()).isCloseTo(-0.12, within(1e-12));
        assertThat(scenario.last().explanation()).contains("No price of the session is left");
    }

    @Test
    void anOnsetWithLaterLegsThatDoesNotStandIsToldOnce() {
        Signal gone = closeTakenBack("2025-01-27", "2025-01-28T15:30:00Z", -0.01);
        scenario.take(ONSET, close("2025-01-27", -0.12), LEG, gone, gone);

        assertThat(scenario.alerts()).hasSize(4);
        assertThat(scenario.last().explanation()).contains("the incident goes on with its later legs");
        assertThat(scenario.last().legs()).hasSize(2);
    }

    @Test
    void aSessionThatOpensByItsCloseGoesOnCountingThoughTheNextOneTrades() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.09),
                closeTakenBack("2025-01-27", "2025-01-27T21:01:00Z", -0.01),
                level("2025-01-27T21:01:30Z", NONE, false, 0.0),
                Scenario.openedByItsClose("2025-01-27", "2025-01-27T21:02:00Z", -0.06));

        assertThat(scenario.last().state()).isEqualTo(AlertState.OPEN);
        assertThat(scenario.last().revision()).isEqualTo(4);
        assertThat(scenario.last().stage()).isEqualTo(AlertStage.CLOSE);
    }

    @Test
    void aCorrectionOpensNothing() {
        scenario.take(
                correction("2025-01-27T14:32:00Z", CRASH, true, -0.2),
                closeAgain("2025-01-27", "2025-01-27T21:05:00Z", CRASH, -0.2));

        assertThat(scenario.alerts()).isEmpty();
        assertThat(scenario.state()).isNull();
    }

    @Test
    void aSeverityThatRestedOnThePrintsIsSetBackAndCanBeReachedAgain() {
        scenario.take(
                ONSET,
                level("2025-01-27T15:10:00Z", CRASH, false, -0.3),
                correction("2025-01-27T15:12:00Z", COLLAPSE, true, -0.11));
        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().severity()).isEqualTo(COLLAPSE);
        assertThat(scenario.last().explanation()).contains("The severity is set back from CRASH to COLLAPSE");

        scenario.take(level("2025-01-27T16:00:00Z", CRASH, false, -0.16));
        assertThat(scenario.last().state()).isEqualTo(AlertState.ESCALATE);
    }

    @Test
    void aSeverityThatIsSetBackIsToldThoughTheFiguresHaveMovedOn() {
        Scenario scenario = new Scenario()
                .take(Scenario.level("2025-01-27T14:30:01Z", CRASH, true, -0.16))
                .take(Scenario.level("2025-01-27T14:30:05Z", COLLAPSE, false, -0.08))
                .take(Scenario.correction("2025-01-27T14:30:09Z", COLLAPSE, true, -0.08));

        assertThat(scenario.last().severity()).isEqualTo(COLLAPSE);
        assertThat(scenario.last().explanation()).contains("The severity is set back from CRASH to COLLAPSE");
    }

    @Test
    void aLowThatNeverWasResolvesNothingEarly() {
        scenario.take(
                level("2025-01-27T14:30:01Z", CRASH, true, -0.5),
                correction("2025-01-27T14:40:00Z", COLLAPSE, true, -0.1),
                close("2025-01-27", -0.08));

        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        scenario.take(close("2025-01-28", 0.075));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
    }

    @Test
    void aLegThatDoesNotStandLeavesAndTheIncidentResolvesByTheLegBefore() {
        scenario.take(ONSET, close("2025-01-27", -0.12), LEG, correction("2025-01-28T15:05:00Z", NONE, false, -0.01));
        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().legs()).extracting(Leg::sessionDate).containsExactly(TradingDay.parse("2025-01-27"));
        assertThat(scenario.last().explanation()).contains("the leg of 2025-01-28 is withdrawn");
        assertThat(scenario.last().cumulative().capWeightedReturn()).isCloseTo(0.88 * 0.99 - 1, within(1e-12));

        scenario.take(close("2025-01-28", -0.01), close("2025-01-29", -0.01));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
    }

    @Test
    void theEvidenceOfAWithdrawnLegGoesWithIt() {
        Signal r1 = release("2025-01-27T18:00:00Z", "deepseek/r1");
        Signal talk = amplification("2025-01-28T12:00:00Z", "deepseek/r1", 0.9);
        scenario.take(ONSET, close("2025-01-27", -0.12))
                .take(preceding(r1, talk, LEG))
                .take(LEG);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);

        scenario.take(correction("2025-01-28T15:05:00Z", NONE, false, -0.01));
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
    }

    @Test
    void theCloseOfTheSessionBeforeTheRunningOneIsCorrectedInItsLegAndTheSum() {
        scenario.take(
                ONSET,
                close("2025-01-27", -0.12),
                LEG,
                closeAgain("2025-01-27", "2025-01-28T15:30:00Z", COLLAPSE, -0.10));

        Alert corrected = scenario.last();
        assertThat(corrected.sessionDate()).isEqualTo(TradingDay.parse("2025-01-28"));
        assertThat(corrected.legs()).extracting(Leg::capWeightedReturn).containsExactly(-0.10, -0.07);
        assertThat(corrected.cumulative().capWeightedReturn()).isCloseTo(0.9 * 0.93 - 1, within(1e-12));
        assertThat(corrected.explanation())
                .contains("corrected closing figures of 2025-01-27: -10.0 % instead of -12.0 %");
        scenario.take(closeAgain("2025-01-27", "2025-01-28T15:31:00Z", COLLAPSE, -0.10));
        assertThat(scenario.last()).isSameAs(corrected);
    }

    @Test
    void anIncidentThatOpenedAtACorrectedCloseIsRetracted() {
        scenario.take(
                openingAtTheClose(),
                close("2025-01-27", -0.08),
                closeTakenBack("2025-01-27", "2025-01-27T21:03:00Z", -0.03));

        assertThat(scenario.alerts())
                .extracting(Alert::state)
                .containsExactly(AlertState.OPEN, AlertState.UPDATE, AlertState.RETRACT);
    }

    @Test
    void whatIsCorrectedAfterTheEndChangesNothing() {
        scenario.take(ONSET, close("2025-01-27", -0.12), close("2025-01-28", 0.0), close("2025-01-29", 0.0));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);

        scenario.take(closeTakenBack("2025-01-29", "2025-01-29T21:05:00Z", -0.02));
        assertThat(scenario.last().state()).isEqualTo(AlertState.RESOLVE);
    }

    @Test
    void headlinesAfterAFurtherLegAttributeThatLeg() {
        scenario.take(ONSET, close("2025-01-27", -0.12), LEG)
                .take(attributed(LEG, recap("2025-01-28T17:00:00Z", "a/b")));

        assertThat(scenario.last().legs())
                .extracting(Leg::verdict)
                .containsExactly(Verdict.UNEXPLAINED, Verdict.AI_LINKED);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);
        scenario.take(attributed(ONSET, recap("2025-01-28T18:00:00Z", "a/b")));
        assertThat(scenario.last().legs()).extracting(Leg::basis).containsOnly(Basis.ATTRIBUTED);
        assertThat(scenario.last().legs())
                .extracting(Leg::confidence)
                .allSatisfy(sure -> assertThat(sure).isBetween(0.1, Attribution.ATTRIBUTED_CEILING));
    }

    private static Signal openingAtTheClose() {
        Signal close = closeAgain("2025-01-27", "2025-01-27T21:00:00Z", COLLAPSE, -0.08);
        return new Signal(
                SignalKind.LEVEL,
                close.sector(),
                close.ruleId(),
                close.ruleVersion(),
                close.at(),
                close.sessionDate(),
                close.sessionIndex(),
                COLLAPSE,
                true,
                close.drawdown(),
                null,
                null,
                null);
    }
}
