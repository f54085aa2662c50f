package io.faultline.stream;

import static io.faultline.testkit.Market.benchmarkMove;
import static io.faultline.testkit.Market.move;

import io.faultline.market.MemberMove;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Signal;
import io.faultline.testkit.SmallMarket;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The sector stage under the harness, with one rule. */
abstract class SectorStage {

    OperatorHarness<SectorMove, SectorSample> sector;

    @BeforeEach
    void open() throws Exception {
        sector = OperatorHarness.keyedBroadcast(
                () -> new SectorDrawdownFunction(
                        StreamSettings.defaults(RunMode.REPLAY, Clock.systemUTC()), ReferenceSnapshot.EMPTY),
                SectorMove::ruleId);
        sector.rule(SmallMarket.rule());
    }

    @AfterEach
    void close() throws Exception {
        sector.close();
    }

    void sendAll(String at, double last) throws Exception {
        for (String symbol : SmallMarket.CHIPS) {
            send(move(symbol, at, last));
        }
        send(benchmarkMove(at, 99));
    }

    void send(MemberMove move) throws Exception {
        sector.element(new SectorMove("chips", move), move.at());
    }

    List<Signal> signals() {
        return sector.side(SideOutputs.SIGNALS);
    }
}
