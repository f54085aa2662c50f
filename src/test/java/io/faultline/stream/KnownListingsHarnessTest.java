package io.faultline.stream;

import static io.faultline.testkit.Market.benchmarkMove;
import static io.faultline.testkit.Market.move;
import static io.faultline.testkit.Market.print;
import static io.faultline.testkit.Market.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.faultline.market.Listing;
import io.faultline.market.MemberMove;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Signal;
import io.faultline.testkit.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ticks that are read before the listings which were published before them. */
class KnownListingsHarnessTest {

    private static final Listing FRIDAY = SmallMarket.listings().get(0);
    private static final Listing MONDAY_SPLIT = new Listing(
            "AAA",
            "XNAS",
            TradingDay.parse("2025-01-27"),
            "AAA",
            "AAA",
            FRIDAY.kind(),
            "USD",
            1.0,
            1e10,
            null,
            10.0,
            TradingDay.parse("2025-01-24"),
            10.0,
            null,
            null,
            null);

    private List<Listing> known = SmallMarket.listings();

    @Test
    void aTickIsComparedWithTheListingKnownAtSubmission() throws Exception {
        try (OperatorHarness<SymbolInput, MemberMove> symbols = symbols()) {
            send(symbols, tick("AAA", "2025-01-24T14:30:00Z", 80, "O", TickAction.NEW));
            send(symbols, print("AAA", "2025-01-24T14:30:10Z", 79));

            assertThat(symbols.output()).extracting(MemberMove::last).containsExactly(100.0, 80.0, 79.0);
        }
    }

    @Test
    void aListingReadAgainTellsNothingAndIsNoDeadLetter() throws Exception {
        known = List.of(FRIDAY, MONDAY_SPLIT);
        try (OperatorHarness<SymbolInput, MemberMove> symbols = symbols()) {
            send(symbols, tick("AAA", "2025-01-27T14:30:00Z", 9, "O", TickAction.NEW));
            int told = symbols.output().size();

            send(symbols, FRIDAY);
            send(symbols, MONDAY_SPLIT);

            assertThat(symbols.output())
                    .hasSize(told)
                    .last()
                    .satisfies(move -> assertThat(move.sessionReturn()).isCloseTo(-0.1, offset(1e-9)));
            assertThat(symbols.side(SideOutputs.DEAD_LETTERS)).isEmpty();
        }
    }

    @Test
    void aSplitPublishedWhileTheJobWasStoppedIsKnownToTheFirstTickAfterIt() throws Exception {
        known = List.of();
        try (OperatorHarness<SymbolInput, MemberMove> before = symbols()) {
            send(before, FRIDAY);
            send(before, print("AAA", "2025-01-24T20:58:59Z", 100));
            before.time("2025-01-24T21:01:00Z");
            known = List.of(FRIDAY, MONDAY_SPLIT);
            try (OperatorHarness<SymbolInput, MemberMove> after = before.restored()) {
                send(after, tick("AAA", "2025-01-27T14:30:00Z", 9.5, "O", TickAction.NEW));

                assertThat(after.output())
                        .last()
                        .satisfies(move -> assertThat(move.sessionReturn()).isCloseTo(-0.05, offset(1e-9)));
            }
        }
    }

    @Test
    void aMemberThatHasNotPrintedCountsFromTheFirstLookAtItsSector() throws Exception {
        try (OperatorHarness<SectorMove, SectorSample> sector = OperatorHarness.keyedBroadcast(
                () -> new SectorDrawdownFunction(SymbolStage.SETTINGS, snapshot()), SectorMove::ruleId)) {
            for (MemberMove move :
                    List.of(benchmarkMove("2025-01-27T14:30:05Z", 99), move("AAA", "2025-01-27T14:30:05Z", 90))) {
                sector.element(new SectorMove("chips", move), move.at());
            }
            sector.time("2025-01-27T14:30:06Z");

            assertThat(sector.output()).last().satisfies(sample -> {
                assertThat(sample.memberCount()).isEqualTo(SmallMarket.CHIPS.size());
                assertThat(sample.drawdown().coverage()).isCloseTo(0.32, offset(0.02));
            });
            assertThat(sector.side(SideOutputs.SIGNALS)).noneMatch(Signal::opening);
        }
    }

    private OperatorHarness<SymbolInput, MemberMove> symbols() throws Exception {
        return OperatorHarness.keyedBroadcast(
                () -> new SymbolMoveFunction(SymbolStage.SETTINGS, snapshot()), SymbolInput::listingKey);
    }

    private ReferenceSnapshot snapshot() {
        return new ReferenceSnapshot(List.of(SmallMarket.rule()), List.of(), known);
    }

    private static void send(OperatorHarness<SymbolInput, MemberMove> symbols, Tick tick) throws Exception {
        symbols.element(SymbolInput.of(tick), tick.ts());
    }

    private static void send(OperatorHarness<SymbolInput, MemberMove> symbols, Listing listing) throws Exception {
        symbols.element(SymbolInput.of(listing), 0);
    }
}
