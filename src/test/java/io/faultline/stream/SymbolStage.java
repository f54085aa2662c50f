package io.faultline.stream;

import static io.faultline.testkit.Market.tick;

import io.faultline.market.Listing;
import io.faultline.market.MemberMove;
import io.faultline.market.Tick;
import io.faultline.shock.RunMode;
import io.faultline.testkit.SmallMarket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The symbol stage under the harness, without listings at first. */
abstract class SymbolStage {

    static final StreamSettings SETTINGS =
            StreamSettings.defaults(RunMode.REPLAY, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    static final Listing AAA = SmallMarket.listings().get(0);

    OperatorHarness<SymbolInput, MemberMove> symbols;

    @BeforeEach
    void open() throws Exception {
        symbols = OperatorHarness.keyedBroadcast(
                () -> new SymbolMoveFunction(SETTINGS, ReferenceSnapshot.EMPTY), SymbolInput::listingKey);
    }

    @AfterEach
    void close() throws Exception {
        symbols.close();
    }

    void send(Tick tick) throws Exception {
        symbols.element(SymbolInput.of(tick), tick.ts());
    }

    void send(Listing listing) throws Exception {
        symbols.element(SymbolInput.of(listing), 0);
    }
}
