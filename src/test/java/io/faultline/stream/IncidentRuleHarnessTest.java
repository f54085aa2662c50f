package io.faultline.stream;

import static io.faultline.stream.IncidentSignals.ONSET;
import static io.faultline.stream.IncidentSignals.closes;
import static io.faultline.stream.IncidentSignals.course;
import static io.faultline.stream.IncidentSignals.precedingMatch;
import static io.faultline.stream.IncidentSignals.withdrawal;
import static io.faultline.testkit.Market.withState;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.rules.RuleState;
import io.faultline.shock.AlertState;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Verdict;
import io.faultline.testkit.SmallMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the incident stage does for rules that are in the shadow, paused or removed. */
class IncidentRuleHarnessTest extends IncidentStage {

    @ParameterizedTest
    @EnumSource(
            value = RuleState.class,
            names = {"SHADOW", "PAUSED"})
    void aRuleThatIsNotActiveOpensNothing(RuleState state) throws Exception {
        incidents.rule(withState(SmallMarket.rule(), state));
        course().forEach(this::send);

        incidents.time(AFTER_ALL);

        assertThat(incidents.output()).isEmpty();
    }

    @Test
    void aShadowRuleOpensNothingWhateverItRemembersOfTheNews() throws Exception {
        send(withdrawal("2025-01-26T18:00:00Z"));
        incidents.time("2025-01-26T18:00:00Z");
        incidents.rule(withState(SmallMarket.rule(), RuleState.SHADOW));
        course().forEach(this::send);

        incidents.time(AFTER_ALL);

        assertThat(incidents.output()).isEmpty();
    }

    @Test
    void newsHeardWhileInTheShadowCountsOnceTheRuleIsActive() throws Exception {
        incidents.rule(withState(SmallMarket.rule(), RuleState.SHADOW));
        ShockMatch match = precedingMatch();
        send(withdrawal("2025-01-26T18:00:00Z", match.release()));
        send(withdrawal("2025-01-26T18:00:01Z", match.amplification()));
        incidents.time("2025-01-26T19:00:00Z");
        incidents.rule(SmallMarket.rule());

        incidents.element(IncidentInput.of(match), ONSET.at());
        send(ONSET);
        incidents.time(ONSET.at());

        assertThat(incidents.output())
                .singleElement()
                .satisfies(alert -> assertThat(alert.verdict()).isEqualTo(Verdict.UNEXPLAINED));
    }

    @ParameterizedTest
    @EnumSource(
            value = RuleState.class,
            names = {"SHADOW", "PAUSED"})
    void anOpenIncidentIsBroughtToItsEndWhenItsRuleIsTakenOut(RuleState state) throws Exception {
        send(ONSET);
        incidents.time(ONSET.at());
        incidents.rule(withState(SmallMarket.rule(), state));
        closes().forEach(this::send);

        incidents.time(AFTER_ALL);

        assertThat(states()).startsWith(AlertState.OPEN).endsWith(AlertState.RESOLVE);
    }

    @Test
    void anOpenIncidentOutlivesTheRemovalOfItsRuleAndARestart() throws Exception {
        send(ONSET);
        incidents.time(ONSET.at());
        incidents.ruleRemoved("chips");
        closes().forEach(this::send);
        incidents = incidents.restored();

        incidents.time(AFTER_ALL);

        assertThat(states()).doesNotContain(AlertState.OPEN).endsWith(AlertState.RESOLVE);
    }
}
