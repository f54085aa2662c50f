package io.faultline.market;

import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session is compared with: carried closes, splits, special dividends. */
class ReferenceCloseTest {

    private final ListingLife life = new ListingLife();

    @ParameterizedTest(name = "prints again on {0}")
    @CsvSource({"2025-01-27, true", "2025-01-28, true", "2025-01-31, true", "2025-02-03, false"})
    void aSilentListingKeepsItsCloseForFiveSessions(String next, boolean compared) {
        life.list(listing("2025-01-24", 147.22, "2025-01-23")).print("2025-01-24T20:59:59Z", 142.62);
        life.timer(next + "T06:00:00Z").print(next + "T14:30:00Z", 121.81);

        assertThat(life.refusals).hasSize(compared ? 0 : 1);
        if (compared) {
            assertThat(life.lastMove().referenceClose()).isEqualTo(142.62);
            assertThat(life.lastMove().referenceDate()).isEqualTo(TradingDay.parse("2025-01-24"));
            assertThat(life.state.reference().carried()).isEqualTo(!next.equals("2025-01-27"));
        } else {
            assertThat(life.refusals).containsExactly(Refusal.STALE_REFERENCE);
        }
    }

    @Test
    void aHaltLastsOverSessionsAndSoDoesTheClose() {
        life.list(listing("2025-01-27", 142.62, "2025-01-24")).halt("2025-01-27T14:25:00Z");
        assertThat(life.lastMove().halted()).isTrue();
        assertThat(life.lastMove().kind()).isEqualTo(MoveKind.REFERENCE);

        life.timer("2025-01-27T21:00:00Z").timer("2025-01-28T21:00:00Z");
        assertThat(life.closes()).isEmpty();
        assertThat(life.state.halted()).isTrue();

        life.tick(TickAction.RESUME, "2025-01-29T15:00:00Z", 0, null, null, null);
        life.print("2025-01-29T15:00:01Z", 120.0, "5", "reopening");
        assertThat(life.lastMove().halted()).isFalse();
        assertThat(life.lastMove().referenceClose()).isEqualTo(142.62);
    }

    @Test
    void aListingsCloseStandsThroughASilentSession() {
        life.list(listing("2025-01-24", 100.0, "2025-01-23")).print("2025-01-24T20:59:59Z", 101.0);
        life.list(listing("2025-01-27", 102.0, "2025-01-24")).timer("2025-01-27T21:00:00Z");
        life.print("2025-01-28T14:30:00Z", 101.0);

        assertThat(life.lastMove().referenceClose()).isEqualTo(102.0);
        assertThat(life.lastMove().referenceDate()).isEqualTo(TradingDay.parse("2025-01-24"));
    }

    /** Raw prices of NVIDIA around its 10:1 split of 10 June 2024, as every tape printed them. */
    @ParameterizedTest
    @CsvSource({"120.888, 2024-06-07", ","})
    void rawPricesAcrossASplitAreNoFall(Double referenceClose, String referenceDate) {
        ListingLife nvda = ListingLife.corroborating();
        nvda.list(listing("2024-06-07", 1209.98, "2024-06-06"));
        nvda.print("2024-06-07T13:30:00Z", 1197.70).print("2024-06-07T20:00:00Z", 1208.88, "6", "auction");
        nvda.print("2024-06-07T19:59:59Z", 1209.00);
        nvda.timer("2024-06-07T20:01:00Z");
        nvda.list(listing("2024-06-10", referenceClose, referenceDate, 10.0));
        nvda.print("2024-06-10T13:30:00Z", 120.37).print("2024-06-10T19:59:59Z", 121.79);
        nvda.timer("2024-06-10T20:00:00Z");

        assertThat(nvda.lastMove().last()).isEqualTo(121.79);
        assertThat(nvda.lastMove().sessionReturn()).isCloseTo(0.00746, within(0.00001));
        assertThat(nvda.moves).allMatch(move -> move.sessionReturn() > -0.02 && move.sessionReturn() <= 0.008);
    }

    @Test
    void aSplitDuringAHaltIsNotForgotten() {
        life.list(listing("2024-06-07", 1209.98, "2024-06-06")).print("2024-06-07T19:59:59Z", 1208.88);
        life.list(listing("2024-06-10", null, null, 10.0)).list(listing("2024-06-11", null, null));
        life.print("2024-06-12T13:30:00Z", 120.0);

        assertThat(life.lastMove().referenceClose()).isCloseTo(120.888, within(1e-9));
    }

    @ParameterizedTest(name = "split {0}, dividend {1}")
    @CsvSource({", 15, 85", "2, 5, 45", "2, , 50"})
    void actionsComeOffTheOwnClose(Double splitRatio, Double dividend, double reference) {
        life.list(listing("2025-01-24", 99.0, "2025-01-23")).print("2025-01-24T20:59:59Z", 100.0);
        life.list(listing("2025-01-27", null, null, splitRatio, dividend));
        life.print("2025-01-27T14:30:00Z", reference);

        assertThat(life.lastMove().referenceClose()).isEqualTo(reference);
        assertThat(life.lastMove().sessionReturn()).isZero();
    }

    @Test
    void aListingsOwnReferenceHasTheDividendTakenOffAlready() {
        life.list(listing("2025-01-24", 99.0, "2025-01-23")).print("2025-01-24T20:59:59Z", 100.0);
        life.list(listing("2025-01-27", 85.0, "2025-01-24", null, 15.0)).print("2025-01-27T14:30:00Z", 85.0);

        assertThat(life.lastMove().sessionReturn()).isZero();
        assertThat(life.timer("2025-01-27T14:31:00Z").closes())
                .extracting(MemberMove::last)
                .containsExactly(100.0);
    }

    @Test
    void aDividendAboveTheCloseLeavesNothingToCompareWith() {
        life.list(listing("2025-01-24", 99.0, "2025-01-23")).print("2025-01-24T20:59:59Z", 10.0);
        life.list(listing("2025-01-27", null, null, null, 15.0)).print("2025-01-27T14:30:00Z", 10.0);

        assertThat(life.refusals).containsExactly(Refusal.STALE_REFERENCE);
    }

    @Test
    void aSplitThatBecomesKnownDuringTheSessionCorrectsIt() {
        life.list(listing("2024-06-07", 1209.98, "2024-06-06")).print("2024-06-07T19:59:59Z", 1208.88);
        life.print("2024-06-10T13:30:00Z", 120.37);
        assertThat(life.lastMove().sessionReturn()).isLessThan(-0.9);

        life.list(listing("2024-06-10", null, null, 10.0));
        assertThat(life.lastMove().sessionReturn()).isCloseTo(-0.0043, within(0.0001));
    }
}
