package io.faultline.stream;

import static io.faultline.testkit.Market.benchmarkMove;
import static io.faultline.testkit.Market.millis;
import static io.faultline.testkit.Market.move;
import static io.faultline.testkit.Market.withMembers;
import static io.faultline.testkit.Market.withState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.faultline.market.MemberMove;
import io.faultline.market.TradingDay;
import io.faultline.rules.RuleState;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One sector under event time: levels, changing rules, order of arrival, restarts. */
class SectorDrawdownHarnessTest extends SectorStage {

    @Test
    void aFallOfTheWholeSectorIsSignalledOnceAsOpening() throws Exception {
        sendAll("2025-01-27T14:30:05.300Z", 90);
        sector.time("2025-01-27T14:30:05.999Z");
        assertThat(signals()).isEmpty();

        sector.time("2025-01-27T14:30:06Z");
        sector.time("2025-01-27T14:31:00Z");

        assertThat(signals()).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.LEVEL);
            assertThat(signal.level()).isEqualTo(ShockLevel.COLLAPSE);
            assertThat(signal.opening()).isTrue();
            assertThat(signal.at()).isEqualTo(millis("2025-01-27T14:30:06Z"));
            assertThat(signal.sessionDate()).isEqualTo(TradingDay.parse("2025-01-27"));
            assertThat(signal.drawdown().figures().capChangeUsd()).isBetween(-30.001e9, -29.999e9);
        });
    }

    @Test
    void aRemovedRuleIsForgottenOnceItsIncidentsHaveResolved() throws Exception {
        sendAll("2025-01-27T14:30:05Z", 90);
        sector.time("2025-01-27T15:00:00Z");
        sector.reference(new ReferenceUpdate("chips", null, null, null));

        sector.time("2025-01-30T00:00:00Z");
        assertThat(signals())
                .filteredOn(signal -> signal.kind() == SignalKind.SESSION_CLOSE)
                .extracting(Signal::sessionDate)
                .contains(TradingDay.parse("2025-01-29"));
        sector.time("2025-04-30T00:00:00Z");
        assertThat(sector.stateEntries()).isZero();
        assertThat(sector.timers()).isZero();

        sector.rule(SmallMarket.rule());
        send(move("AAA", "XNAS", "2025-04-30T14:30:05Z", 90, "2025-04-30", "2025-04-29"));
        sector.time("2025-04-30T20:00:01Z");
        assertThat(signals()).extracting(Signal::sessionDate).contains(TradingDay.parse("2025-04-30"));
    }

    @Test
    void aFallThatGoesOnIsToldAgainInSteps() throws Exception {
        sendAll("2025-01-27T14:30:05Z", 90);
        sendAll("2025-01-27T14:30:10Z", 89);
        sendAll("2025-01-27T14:30:15Z", 87.9);
        sendAll("2025-01-27T14:30:20Z", 99);
        sector.time("2025-01-27T14:30:30Z");

        assertThat(signals())
                .extracting(Signal::at, Signal::level, Signal::opening)
                .containsExactly(
                        tuple(millis("2025-01-27T14:30:05Z"), ShockLevel.COLLAPSE, true),
                        tuple(millis("2025-01-27T14:30:15Z"), ShockLevel.COLLAPSE, false),
                        tuple(millis("2025-01-27T14:30:20Z"), ShockLevel.NONE, false));
    }

    @Test
    void arrivalOrderWithinASecondChangesNothing() throws Exception {
        List<MemberMove> moves = fallAndRecovery();
        run(moves, 0);
        List<SectorSample> samples = sector.output();
        List<Signal> signals = signals();

        close();
        open();
        List<MemberMove> shuffled = new ArrayList<>(moves);
        for (int i = 0; i + 4 <= shuffled.size(); i += 4) {
            Collections.shuffle(shuffled.subList(i, i + 4), new Random(i));
        }
        run(shuffled, 0);

        assertThat(sector.output()).isEqualTo(samples);
        assertThat(signals()).isEqualTo(signals);
    }

    @Test
    void aRestartAnywhereChangesNothing() throws Exception {
        List<MemberMove> moves = fallAndRecovery();
        List<Object> uninterrupted = run(moves, 0);
        assertThat(uninterrupted).hasSizeGreaterThan(100);

        for (int restartEvery : new int[] {3, 10}) {
            close();
            open();
            assertThat(run(moves, restartEvery))
                    .as("restart every %s", restartEvery)
                    .isEqualTo(uninterrupted);
        }
    }

    @Test
    void aPausedRuleIsNotEvaluatedButItsSessionsEnd() throws Exception {
        sector.rule(withState(SmallMarket.rule(), RuleState.PAUSED));
        sendAll("2025-01-27T14:30:05Z", 90);

        sector.time("2025-01-27T21:00:00Z");

        assertThat(sector.output()).isEmpty();
        assertThat(signals()).extracting(Signal::kind).containsExactly(SignalKind.SESSION_CLOSE);
    }

    @Test
    void movesOfARuleNeverHeardOfLeaveNothingBehind() throws Exception {
        sector.element(new SectorMove("unknown", move("AAA", "2025-01-27T14:30:05Z", 90)), 0);

        sector.time("2025-01-27T14:30:05Z");

        assertThat(sector.stateEntries()).isZero();
        assertThat(sector.timers()).isZero();
    }

    @Test
    void aChangedRuleTakesEffectWithoutARestart() throws Exception {
        send(move("AAA", "2025-01-27T14:30:05Z", 90));
        send(move("BBB", "2025-01-27T14:30:05Z", 99));
        send(move("CCC", "2025-01-27T14:30:05Z", 99));
        send(benchmarkMove("2025-01-27T14:30:05Z", 99));
        sector.time("2025-01-27T14:30:05Z");
        assertThat(sector.output().get(0).level()).isNotEqualTo(ShockLevel.COLLAPSE);

        sector.rule(withMembers(SmallMarket.rule(), List.of("AAA@XNAS")));
        sector.time("2025-01-27T14:32:00Z");

        SectorSample last = sector.output().get(sector.output().size() - 1);
        assertThat(last.ruleVersion()).isEqualTo("chips@2");
        assertThat(last.memberCount()).isOne();
        assertThat(last.level()).isEqualTo(ShockLevel.COLLAPSE);
    }

    /** A fall at the open and a recovery three minutes later, a move of each listing every ten seconds. */
    private static List<MemberMove> fallAndRecovery() {
        List<MemberMove> moves = new ArrayList<>();
        Instant open = Instant.parse("2025-01-27T14:30:05Z");
        for (int i = 0; i < 30; i++) {
            String at = open.plusSeconds(10L * i).toString();
            double last = i < 18 ? 90 - i * 0.3 : 99;
            SmallMarket.CHIPS.forEach(symbol -> moves.add(move(symbol, at, last)));
            moves.add(benchmarkMove(at, 99));
        }
        return moves;
    }

    /** Samples and signals of all moves and one day more; restarts after every so many moments, 0 for never. */
    private List<Object> run(List<MemberMove> moves, int restartEvery) throws Exception {
        List<Object> told = new ArrayList<>();
        for (int i = 0; i < moves.size(); i += 4) {
            if (restartEvery > 0 && i / 4 % restartEvery == restartEvery - 1) {
                told.addAll(sector.output());
                told.addAll(signals());
                sector = sector.restored();
            }
            for (MemberMove move : moves.subList(i, i + 4)) {
                send(move);
            }
            sector.time(moves.get(i).at() - 1_500);
        }
        sector.time("2025-01-28T21:00:00Z");
        told.addAll(sector.output());
        told.addAll(signals());
        told.sort(Comparator.comparing(SectorDrawdownHarnessTest::order));
        return told;
    }

    private static String order(Object told) {
        return told instanceof Signal signal
                ? Instant.ofEpochMilli(signal.at()) + " signal " + signal.kind()
                : ((SectorSample) told).at() + " sample";
    }
}
