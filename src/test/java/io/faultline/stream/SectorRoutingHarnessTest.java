package io.faultline.stream;

import static io.faultline.testkit.Market.benchmarkMove;
import static io.faultline.testkit.Market.move;
import static io.faultline.testkit.Market.withMembers;
import static io.faultline.testkit.Market.withState;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.MemberMove;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.testkit.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sectors a move is sent to while rules come, change and go. */
class SectorRoutingHarnessTest {

    private static final MemberMove AAA = move("AAA", "2025-01-27T14:31:00Z", 95);
    private static final MemberMove BENCHMARK = benchmarkMove("2025-01-27T14:31:00Z", 99);

    private OperatorHarness<MemberMove, SectorMove> routing;

    @BeforeEach
    void open() throws Exception {
        open(ReferenceSnapshot.EMPTY);
    }

    private void open(ReferenceSnapshot initial) throws Exception {
        routing = OperatorHarness.broadcast(() -> new SectorRoutingFunction(initial));
    }

    @AfterEach
    void close() throws Exception {
        routing.close();
    }

    @Test
    void aMoveThatNoRuleAsksForGoesNowhere() throws Exception {
        assertThat(sentTo(AAA)).isEmpty();
    }

    @Test
    void membersAndTheBenchmarkGoToTheirSector() throws Exception {
        routing.rule(SmallMarket.rule());

        assertThat(sentTo(AAA)).containsExactly("chips");
        assertThat(sentTo(BENCHMARK)).containsExactly("chips");
        assertThat(sentTo(move("ZZZ", "2025-01-27T14:31:00Z", 95))).isEmpty();
    }

    @Test
    void aListingOfSeveralSectorsGoesToEach() throws Exception {
        routing.rule(SmallMarket.rule());
        routing.rule(renamed("ai"));

        assertThat(sentTo(AAA)).containsExactlyInAnyOrder("ai", "chips");
    }

    @Test
    void aRuleIsPausedChangedAndRemovedWhileRunning() throws Exception {
        routing.rule(SmallMarket.rule());
        assertThat(sentTo(AAA)).containsExactly("chips");

        routing.rule(withState(SmallMarket.rule(), RuleState.PAUSED));
        assertThat(sentTo(AAA)).isEmpty();

        routing.rule(withState(SmallMarket.rule(), RuleState.SHADOW));
        assertThat(sentTo(AAA)).containsExactly("chips");

        routing.rule(withMembers(SmallMarket.rule(), List.of("BBB@XNAS")));
        assertThat(sentTo(AAA)).isEmpty();

        routing.rule(SmallMarket.rule());
        routing.ruleRemoved("chips");
        assertThat(sentTo(AAA)).isEmpty();
        assertThat(sentTo(BENCHMARK)).isEmpty();
    }

    @Test
    void aRuleOfTheSnapshotHoldsUntilTheTopicSaysOtherwise() throws Exception {
        close();
        open(new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of()));
        assertThat(sentTo(AAA)).containsExactly("chips");

        routing.ruleRemoved("chips");
        assertThat(sentTo(AAA)).isEmpty();
    }

    @Test
    void whatTheTopicSaidOutlivesARestart() throws Exception {
        close();
        open(new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of()));
        routing.ruleRemoved("chips");
        routing.rule(renamed("ai"));

        routing = routing.restored();

        assertThat(sentTo(AAA)).containsExactly("ai");
    }

    private List<String> sentTo(MemberMove move) throws Exception {
        int before = routing.output().size();
        routing.element(move, move.at());
        List<SectorMove> sent =
                routing.output().subList(before, routing.output().size());
        assertThat(sent).allMatch(sectorMove -> sectorMove.move().equals(move));
        return sent.stream().map(SectorMove::ruleId).toList();
    }

    private static SectorRule renamed(String ruleId) {
        SectorRule rule = SmallMarket.rule();
        return new SectorRule(
                ruleId,
                ruleId,
                rule.title(),
                rule.version(),
                rule.state(),
                rule.effectiveFrom(),
                rule.homeMic(),
                rule.benchmark(),
                rule.members(),
                rule.thresholds(),
                rule.estimation(),
                rule.exposure());
    }
}
