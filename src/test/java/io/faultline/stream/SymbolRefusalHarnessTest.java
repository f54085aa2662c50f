package io.faultline.stream;

import static io.faultline.testkit.Market.print;
import static io.faultline.testkit.Market.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.testkit.Market;
import org.junit.jupiter.api.Test;

/** What the symbol stage does not use: late, unlisted and ineligible ticks, listings of no known venue. */
class SymbolRefusalHarnessTest extends SymbolStage {

    @Test
    void ticksAtOrBehindTheWatermarkBecomeDeadLetters() throws Exception {
        send(AAA);
        int before = symbols.output().size();
        symbols.time("2025-01-24T15:00:00Z");

        send(print("AAA", "2025-01-24T15:00:00Z", 50));

        assertThat(symbols.output()).hasSize(before);
        assertThat(symbols.side(SideOutputs.DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo("late");
            assertThat(letter.timestamp()).isEqualTo(Market.millis("2025-01-24T15:00:00Z"));
        });
        send(print("AAA", "2025-01-24T15:00:00.001Z", 99));
        assertThat(symbols.output()).hasSize(before + 1);
    }

    @Test
    void whatATickSaysCannotForgeTheReason() throws Exception {
        send(AAA);
        symbols.time("2025-01-24T15:00:00Z");
        String forged = "1\n2025 WARN all is well\u001b[2J\u202e\u2028";

        long at = Market.millis("2025-01-24T14:59:00Z");
        Tick late = new Tick("AAA", "XNAS", at, 50, 1, null, "C", forged, forged, TickAction.NEW, null);
        symbols.element(SymbolInput.of(late), at);

        assertThat(symbols.side(SideOutputs.DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason())
                        .contains("id 1 2025 WARN all is well")
                        .doesNotContain("\n", "\u001b", "\u202e", "\u2028"));
    }

    @Test
    void aPrintIsTakenBackHoweverLate() throws Exception {
        send(AAA);
        send(tick("AAA", "2025-01-24T14:30:00Z", 80, "O", TickAction.NEW));
        symbols.time("2025-01-24T14:40:00Z");
        symbols.output();
        String opening = Market.tick("AAA", "2025-01-24T14:30:00Z", 80, "O", TickAction.NEW)
                .tradeId();
        long ofTheTrade = Market.millis("2025-01-24T14:30:00Z");

        Tick cancel = new Tick("AAA", "XNAS", ofTheTrade, 0, 0, null, null, null, null, TickAction.CANCEL, opening);
        symbols.element(SymbolInput.of(cancel), ofTheTrade);

        assertThat(symbols.side(SideOutputs.DEAD_LETTERS)).isEmpty();
        assertThat(symbols.output()).last().satisfies(move -> {
            assertThat(move.withdrawnTradeId()).isEqualTo(opening);
            assertThat(move.at()).isGreaterThan(Market.millis("2025-01-24T14:40:00Z") - 1);
            assertThat(move.last()).isEqualTo(100);
        });
    }

    @Test
    void aSymbolThatNoListingNamesIsForgottenAfterADay() throws Exception {
        for (int second = 10; second < 60; second++) {
            send(print("ZZZ", "2025-01-24T15:00:" + second + "Z", 10));
        }
        assertThat(symbols.stateEntries()).isOne();
        assertThat(symbols.timers()).isOne();

        symbols.time("2025-01-25T15:01:00Z");

        assertThat(symbols.output()).isEmpty();
        assertThat(symbols.side(SideOutputs.DEAD_LETTERS)).isEmpty();
        assertThat(symbols.stateEntries()).isZero();
        assertThat(symbols.timers()).isZero();
    }

    @Test
    void ticksOfUnknownVenuesLeaveNoState() throws Exception {
        Tick tick = new Tick(
                "X", "XXXX", Market.millis("2025-01-24T15:00:00Z"), 1, 1, null, null, null, "1", TickAction.NEW, null);

        symbols.element(SymbolInput.of(tick), tick.ts());

        assertThat(symbols.stateEntries()).isZero();
        assertThat(symbols.timers()).isZero();
    }

    @Test
    void aListingOfAnUnknownVenueIsADeadLetter() throws Exception {
        Listing odd = new Listing(
                "X",
                "XXXX",
                AAA.asOf(),
                "X",
                "X",
                AAA.kind(),
                "USD",
                1.0,
                1.0,
                null,
                1.0,
                AAA.asOf(),
                null,
                null,
                null,
                null);

        send(odd);

        assertThat(symbols.side(SideOutputs.DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(letter.errorClass()).isEqualTo("UNKNOWN_VENUE"));
        assertThat(symbols.stateEntries()).isZero();
    }

    @Test
    void ineligiblePrintsMoveNothingAndAreSampled() throws Exception {
        send(AAA);
        int before = symbols.output().size();
        for (int second = 10; second < 60; second++) {
            // Average price trades never set the last price.
            send(tick("AAA", "2025-01-24T15:00:" + second + "Z", 50, "W", TickAction.NEW));
        }

        assertThat(symbols.output()).hasSize(before);
        assertThat(symbols.side(SideOutputs.DEAD_LETTERS))
                .hasSize(RefusalLog.SAMPLES_PER_MINUTE)
                .allMatch(letter -> letter.errorClass().equals("NOT_ELIGIBLE"));
    }
}
