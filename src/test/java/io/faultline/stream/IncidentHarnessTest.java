package io.faultline.stream;

import static io.faultline.testkit.Market.withState;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingSession;
import io.faultline.rules.RuleState;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.RunMode;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.shock.Verdict;
import io.faultline.testkit.Market;
import io.faultline.testkit.Signals;
import io.faultline.testkit.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One sector's incidents under event time: order of inputs, restarts, rules that are not active. */
class IncidentHarnessTest {

    private static final TradingCalendar XNAS = TradingCalendars.shipped().of("XNAS");
    private static final Signal ONSET = level("2025-01-27T14:30:05Z", ShockLevel.COLLAPSE, true, -0.10);
    private static final String AFTER_ALL = "2025-01-31T21:00:00Z";

    private OperatorHarness<IncidentInput, Alert> incidents;

    @BeforeEach
    void open() throws Exception {
        incidents = OperatorHarness.keyedBroadcast(
                () -> new IncidentFunction(RunMode.REPLAY, ReferenceSnapshot.EMPTY), IncidentInput::ruleId);
        incidents.rule(SmallMarket.rule());
    }

    @AfterEach
    void close() throws Exception {
        incidents.close();
    }

    @Test
    void anIncidentRunsFromOnsetToResolutionAndLeavesNothingBehind() throws Exception {
        course().forEach(this::send);
        incidents.time("2025-01-27T14:30:04.999Z");
        assertThat(incidents.output()).isEmpty();

        incidents.time(AFTER_ALL);

        assertThat(states())
                .startsWith(AlertState.OPEN)
                .endsWith(AlertState.RESOLVE)
                .contains(AlertState.ESCALATE);
        assertThat(incidents.output())
                .extracting(Alert::incidentId)
                .containsOnly(incidents.output().get(0).incidentId());
        assertThat(incidents.output())
                .extracting(Alert::revision)
                .containsExactlyElementsOf(oneTo(incidents.output().size()));
        assertThat(incidents.output()).allMatch(alert -> alert.mode() == RunMode.REPLAY && alert.emittedAt() == null);
        assertThat(incidents.stateEntries()).isZero();
        assertThat(incidents.timers()).isZero();
    }

    @Test
    void theOrderOfArrivalAtEqualTimesDecidesNothing() throws Exception {
        IncidentInput match = IncidentInput.of(precedingMatch());
        send(ONSET);
        incidents.element(match, ONSET.at());
        incidents.time(ONSET.at());
        List<Alert> signalFirst = incidents.output();

        close();
        open();
        incidents.element(match, ONSET.at());
        send(ONSET);
        incidents.time(ONSET.at());

        assertThat(incidents.output()).isEqualTo(signalFirst).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.OPEN);
            assertThat(alert.verdict()).isEqualTo(Verdict.AI_LINKED);
            assertThat(alert.basis()).isEqualTo(Basis.PRECEDING);
        });
    }

    @Test
    void aRestartAnywhereChangesNothing() throws Exception {
        List<Alert> uninterrupted = run(false);
        assertThat(uninterrupted).hasSizeGreaterThan(4);

        close();
        open();

        assertThat(run(true)).isEqualTo(uninterrupted);
    }

    @Test
    void theEndOfABoundedInputResolvesNothing() throws Exception {
        send(ONSET);

        incidents.time(Long.MAX_VALUE);

        assertThat(states()).containsExactly(AlertState.OPEN);
    }

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

    private List<Alert> run(boolean restarts) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        incidents.element(IncidentInput.of(precedingMatch()), ONSET.at());
        for (Signal signal : course()) {
            send(signal);
            if (restarts) {
                // With the signal waiting for its time.
                alerts.addAll(incidents.output());
                incidents = incidents.restored();
            }
            incidents.time(signal.at());
        }
        alerts.addAll(incidents.output());
        return alerts;
    }

    private void send(Signal signal) {
        try {
            incidents.element(IncidentInput.of(signal), signal.at());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<AlertState> states() {
        return incidents.output().stream().map(Alert::state).toList();
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    /** A collapse that becomes a crash, then four quiet sessions. */
    private static List<Signal> course() {
        List<Signal> signals = new ArrayList<>();
        signals.add(ONSET);
        signals.add(level("2025-01-27T16:05:00Z", ShockLevel.CRASH, true, -0.16));
        signals.addAll(closes());
        return signals;
    }

    private static List<Signal> closes() {
        return List.of(
                signal(SignalKind.SESSION_CLOSE, "2025-01-27T21:00:00Z", ShockLevel.COLLAPSE, false, -0.12),
                signal(SignalKind.SESSION_CLOSE, "2025-01-28T21:00:00Z", ShockLevel.NONE, false, 0.02),
                signal(SignalKind.SESSION_CLOSE, "2025-01-29T21:00:00Z", ShockLevel.NONE, false, -0.01),
                signal(SignalKind.SESSION_CLOSE, "2025-01-30T21:00:00Z", ShockLevel.NONE, false, 0.01),
                signal(SignalKind.SESSION_CLOSE, "2025-01-31T21:00:00Z", ShockLevel.NONE, false, 0.01));
    }

    private static ShockMatch precedingMatch() {
        return new ShockMatch(
                Basis.PRECEDING,
                ONSET.at(),
                Signals.release(0, "deepseek/r1"),
                Signals.amplification(140, "deepseek/r1"),
                ONSET,
                null);
    }

    private static Signal level(String at, ShockLevel level, boolean opening, double sectorReturn) {
        return signal(SignalKind.LEVEL, at, level, opening, sectorReturn);
    }

    private static Signal withdrawal(String at) {
        return withdrawal(at, Signals.release(0, "deepseek/r1"));
    }

    private static Signal withdrawal(String at, Signal news) {
        TradingSession session = XNAS.sessionFor(Market.millis(at) - 1);
        String headline = news.story().transition().cause().headlineId();
        return new Signal(
                SignalKind.WITHDRAWN,
                "chips",
                "chips",
                1,
                Market.millis(at),
                session.date(),
                session.index(),
                ShockLevel.NONE,
                false,
                null,
                null,
                headline);
    }

    private static Signal signal(SignalKind kind, String at, ShockLevel level, boolean opening, double sectorReturn) {
        long millis = Market.millis(at);
        TradingSession session = XNAS.sessionFor(millis - 1);
        DrawdownFigures figures = new DrawdownFigures(
                sectorReturn, sectorReturn, sectorReturn, sectorReturn, null, 0.0, 0.01, 1, 1, 1, sectorReturn * 300e9);
        MemberDrawdown member =
                new MemberDrawdown("AAA", 100, 100 * (1 + sectorReturn), sectorReturn, sectorReturn * 100e9, true);
        SectorDrawdown drawdown =
                new SectorDrawdown("chips", session.date(), millis, SessionPhase.REGULAR, figures, List.of(member));
        return new Signal(
                kind,
                "chips",
                "chips",
                1,
                millis,
                session.date(),
                session.index(),
                level,
                opening,
                drawdown,
                null,
                null);
    }
}
