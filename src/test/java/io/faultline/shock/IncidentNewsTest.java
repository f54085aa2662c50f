package io.faultline.shock;

import static io.faultline.shock.Scenario.amplification;
import static io.faultline.shock.Scenario.attributed;
import static io.faultline.shock.Scenario.close;
import static io.faultline.shock.Scenario.level;
import static io.faultline.shock.Scenario.preceding;
import static io.faultline.shock.Scenario.recap;
import static io.faultline.shock.Scenario.release;
import static io.faultline.shock.Scenario.reworded;
import static io.faultline.shock.Scenario.rival;
import static io.faultline.shock.Scenario.withdrawn;
import static io.faultline.shock.ShockLevel.COLLAPSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What news does to an incident's verdict, and when that is told. */
class IncidentNewsTest {

    private static final Signal R1 = release("2025-01-20T16:00:00Z", "deepseek/r1");
    private static final Signal APP_STORE = amplification("2025-01-26T18:00:00Z", "deepseek/r1", 0.9);
    private static final Signal COSTS = amplification("2025-01-25T16:00:00Z", "deepseek/r1", 0.7);
    private static final Signal ONSET = level("2025-01-27T14:30:01Z", COLLAPSE, true, -0.12);
    private static final Signal SAME_DAY_RECAP = recap("2025-01-27T15:00:00Z", "deepseek/r1");

    private final Scenario scenario = new Scenario();

    @Test
    void withoutAMatchNothingIsLinkedWhateverTheNews() {
        scenario.take(R1, COSTS, APP_STORE, ONSET);

        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
        assertThat(scenario.last().basis()).isNull();
        assertThat(scenario.last().confidence()).isZero();
        assertThat(scenario.last().evidence()).isEmpty();
    }

    @Test
    void recapsAfterTheFallAttributeAnUnexplainedIncidentOnce() {
        scenario.take(ONSET)
                .take(attributed(ONSET, SAME_DAY_RECAP))
                .take(attributed(ONSET, recap("2025-01-27T16:00:00Z", "deepseek/r1")));

        assertThat(scenario.alerts()).extracting(Alert::state).containsExactly(AlertState.OPEN, AlertState.UPDATE);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(scenario.last().basis()).isEqualTo(Basis.ATTRIBUTED);
        assertThat(scenario.last().confidence()).isBetween(0.4, Attribution.ATTRIBUTED_CEILING);
        assertThat(scenario.last().explanation()).contains("never more than 0.60 on this basis");
    }

    @Test
    void recapsAddNothingToEvidenceFromBeforeTheFall() {
        scenario.take(preceding(R1, APP_STORE, ONSET)).take(ONSET).take(attributed(ONSET, SAME_DAY_RECAP));

        assertThat(scenario.alerts()).hasSize(1);
        scenario.take(close("2025-01-27", -0.16));
        assertThat(scenario.last().basis()).isEqualTo(Basis.PRECEDING);
        assertThat(scenario.last().evidence())
                .allSatisfy(one ->
                        assertThat(one.publishedAt()).isBefore(scenario.last().onsetAt()));
    }

    @Test
    void anAttributionWithoutAnIncidentIsNothing() {
        scenario.take(attributed(ONSET, SAME_DAY_RECAP));

        assertThat(scenario.alerts()).isEmpty();
        assertThat(scenario.state()).isNull();
    }

    @Test
    void theOrderOfMatchesDoesNotMatter() {
        List<ShockMatch> matches = List.of(
                preceding(R1, COSTS, ONSET),
                preceding(R1, APP_STORE, ONSET),
                preceding(release("2025-01-23T16:00:00Z", "openai/operator"), COSTS, ONSET));
        Scenario other = new Scenario();
        matches.forEach(scenario::take);
        for (int i = matches.size() - 1; i >= 0; i--) {
            other.take(matches.get(i));
        }

        assertThat(scenario.take(ONSET).alerts()).isEqualTo(other.take(ONSET).alerts());
    }

    @Test
    void theReleaseStaysAmongTheEvidenceHoweverManyHeadlinesFollow() {
        for (int hour = 0; hour < 24; hour++) {
            scenario.take(
                    preceding(R1, amplification("2025-01-26T%02d:00:00Z".formatted(hour), "deepseek/r1", 0.9), ONSET));
        }
        scenario.take(ONSET);

        assertThat(scenario.last().evidence()).hasSize(8);
        assertThat(scenario.last().evidence().get(0).kind().name()).isEqualTo("RELEASE");
        assertThat(scenario.last().evidence().get(1).headlineId()).isEqualTo("deepseek/r1@2025-01-26T23:00:00Z");
    }

    @Test
    void aLateMatchLinksAnOpenIncidentInOneRevision() {
        scenario.take(ONSET).take(preceding(R1, COSTS, ONSET)).take(preceding(R1, APP_STORE, ONSET));

        assertThat(scenario.alerts()).hasSize(2);
        assertThat(scenario.last().basis()).isEqualTo(Basis.PRECEDING);
    }

    @Test
    void newsBetweenOnsetAndEscalationIsNoEvidence() {
        Signal later = level("2025-01-27T17:00:00Z", ShockLevel.CRASH, true, -0.16);
        Signal talk = amplification("2025-01-27T15:00:00Z", "deepseek/r1", 0.9);
        scenario.take(ONSET).take(preceding(R1, talk, later)).take(later);

        assertThat(scenario.last().state()).isEqualTo(AlertState.ESCALATE);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
    }

    @Test
    void aReleaseOlderThanTheRuleAllowsExplainsNothing() {
        Signal old = release("2025-01-10T13:00:00Z", "deepseek/r1");
        scenario.take(preceding(old, APP_STORE, ONSET)).take(ONSET);
        assertThat(Scenario.age(old.at(), ONSET.sessionDate())).isEqualTo(11);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);

        Scenario younger = new Scenario();
        Signal inTime = release("2025-01-10T15:00:00Z", "deepseek/r1");
        younger.take(preceding(inTime, APP_STORE, ONSET)).take(ONSET);
        assertThat(younger.last().verdict()).isEqualTo(Verdict.AI_LINKED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutItsReleaseOrItsOnlyAmplificationTheLinkIsGone(boolean release) {
        scenario.take(preceding(R1, APP_STORE, ONSET)).take(ONSET);
        scenario.take(withdrawn("2025-01-27T16:00:00Z", release ? R1 : APP_STORE));

        assertThat(scenario.alerts()).hasSize(2);
        assertThat(scenario.last().state()).isEqualTo(AlertState.UPDATE);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
        assertThat(scenario.last().evidence()).isEmpty();
        assertThat(scenario.last().confidence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-26T20:00:00Z", "2025-01-27T16:00:00Z"})
    void aHeadlineThatSaysSomethingElseNowIsNoEvidence(String reworded) {
        Signal correction = reworded(reworded, APP_STORE);
        if (correction.at() < ONSET.at()) {
            scenario.take(correction).take(preceding(R1, APP_STORE, ONSET)).take(ONSET);
        } else {
            scenario.take(preceding(R1, APP_STORE, ONSET)).take(ONSET).take(correction);
        }

        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
        assertThat(scenario.last().evidence()).isEmpty();
    }

    @Test
    void whatARewordedHeadlineSaysLaterIsEvidence() {
        Signal again = amplification("2025-01-26T21:00:00Z", "deepseek/r1", 0.9);
        scenario.take(reworded("2025-01-26T21:00:00Z", again))
                .take(preceding(R1, again, ONSET))
                .take(ONSET);

        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(scenario.last().basis()).isEqualTo(Basis.PRECEDING);
    }

    @Test
    void headlinesWithdrawnBeforeTheFallAreNoEvidence() {
        scenario.take(withdrawn("2025-01-27T12:00:00Z", APP_STORE))
                .take(preceding(R1, APP_STORE, ONSET))
                .take(ONSET);

        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
        assertThat(scenario.last().evidence()).isEmpty();
    }

    @Test
    void aHeadlineWithdrawnBetweenMatchAndCollapseIsNoEvidence() {
        scenario.take(preceding(R1, APP_STORE, ONSET))
                .take(withdrawn("2025-01-27T14:30:01Z", APP_STORE), withdrawn("2025-01-27T14:30:01Z", R1))
                .take(ONSET);

        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
    }

    @Test
    void aStrongRivalThatPrecedesIsTheOtherCause() {
        Signal curbs = rival("2025-01-27T13:00:00Z", "POLICY", 0.9);
        scenario.take(curbs, ONSET);

        assertThat(scenario.last().verdict()).isEqualTo(Verdict.OTHER_CAUSE);
        assertThat(scenario.last().basis()).isNull();
        assertThat(scenario.last().confidence()).isPositive();
        assertThat(scenario.last().rivals())
                .singleElement()
                .satisfies(one -> assertThat(one.story()).isEqualTo("rival/POLICY"));

        scenario.take(withdrawn("2025-01-27T15:00:00Z", curbs));
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.UNEXPLAINED);
        assertThat(scenario.last().revision()).isEqualTo(2);
    }

    @Test
    void weakOldOrLaterRivalsAreNoOtherCause() {
        scenario.take(
                rival("2025-01-21T13:00:00Z", "POLICY", 1.0),
                rival("2025-01-27T13:00:00Z", "EARNINGS", 0.2),
                ONSET,
                rival("2025-01-27T15:00:00Z", "MACRO", 1.0),
                close("2025-01-27", -0.12));

        assertThat(scenario.alerts()).extracting(Alert::verdict).containsOnly(Verdict.UNEXPLAINED);
        assertThat(scenario.last().rivals())
                .extracting(Evidence::story)
                .containsExactly("rival/EARNINGS", "rival/MACRO");
        assertThat(scenario.last().rivals().get(1).weight()).isZero();
    }

    @Test
    void rivalsLowerTheConfidenceAndOutrankAWeakLink() {
        Scenario alone = new Scenario();
        alone.take(preceding(R1, APP_STORE, ONSET)).take(ONSET);
        scenario.take(rival("2025-01-27T13:00:00Z", "POLICY", 0.6))
                .take(preceding(R1, APP_STORE, ONSET))
                .take(ONSET);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(scenario.last().confidence()).isLessThan(alone.last().confidence() - 0.1);

        Scenario outranked = new Scenario();
        Signal lukewarm = amplification("2025-01-26T18:00:00Z", "deepseek/r1", 0.5);
        outranked
                .take(rival("2025-01-27T13:00:00Z", "EARNINGS", 0.9))
                .take(preceding(R1, lukewarm, ONSET))
                .take(ONSET);
        assertThat(outranked.last().verdict()).isEqualTo(Verdict.OTHER_CAUSE);
        assertThat(outranked.last().evidence()).isEmpty();
    }

    @Test
    void aFurtherLegBringsItsOwnEvidence() {
        Signal leg = level("2025-01-28T15:00:00Z", COLLAPSE, true, -0.07);
        Signal janus = release("2025-01-27T18:05:00Z", "deepseek/janus-pro");
        Signal talk = amplification("2025-01-28T12:00:00Z", "deepseek/janus-pro", 0.8);
        scenario.take(ONSET, close("2025-01-27", -0.12))
                .take(preceding(janus, talk, leg))
                .take(leg);

        assertThat(scenario.alerts()).extracting(Alert::verdict).startsWith(Verdict.UNEXPLAINED);
        assertThat(scenario.last().verdict()).isEqualTo(Verdict.AI_LINKED);
        assertThat(scenario.last().basis()).isEqualTo(Basis.PRECEDING);
        assertThat(scenario.last().evidence()).extracting(Evidence::story).containsOnly("deepseek/janus-pro");
    }

    @Test
    void aReboundMakesTheFindingNoLessSure() {
        scenario.take(preceding(R1, APP_STORE, ONSET))
                .take(ONSET, close("2025-01-27", -0.16), close("2025-01-28", 0.06));

        assertThat(scenario.last().confidence())
                .isEqualTo(scenario.alerts().get(1).confidence());
    }

    @Test
    void whatIsRememberedOfTheNewsIsForgottenInTime() {
        scenario.take(rival("2025-01-06T13:00:00Z", "POLICY", 0.9), withdrawn("2025-01-06T14:00:00Z", R1));
        assertThat(scenario.state()).isNotNull();

        scenario.take(close("2025-01-10", 0.0));
        assertThat(scenario.state().news().rivals()).isEmpty();
        scenario.take(close("2025-01-24", 0.0));
        assertThat(scenario.state()).isNull();
    }
}
