package io.faultline.market;

import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prints far from the price before: held, believed with a second one, dropped, or taken at once from an auction. */
class SymbolOutlierTest {

    private final ListingLife life = ListingLife.corroborating();

    private ListingLife listed(double referenceClose) {
        life.list(listing("2025-01-27", referenceClose, "2025-01-24"));
        life.moves.clear();
        return life;
    }

    @Test
    void aWrongPrintAmongGoodOnesMovesNothing() {
        listed(249.80).print("2025-01-27T15:00:00Z", 249.75).print("2025-01-27T15:00:00.100Z", 257.66);
        life.print("2025-01-27T15:00:00.200Z", 249.75).print("2025-01-27T15:00:00.300Z", 249.76);

        assertThat(life.moves).extracting(MemberMove::last).containsExactly(249.75);
        assertThat(life.dropped).extracting(Print::price).containsExactly(257.66);
        assertThat(life.state.prints().accepted()).isEqualTo(3);
    }

    @Test
    void anOpeningGapIsBelievedWithItsSecondPrint() {
        listed(142.62).print("2025-01-27T14:30:00Z", 124.80);
        assertThat(life.moves).isEmpty();

        life.print("2025-01-27T14:30:00.020Z", 124.75);
        assertThat(life.lastMove().last()).isEqualTo(124.75);
        assertThat(life.lastMove().prints()).isEqualTo(2);
        assertThat(life.dropped).isEmpty();
    }

    @Test
    void anOpeningAuctionIsBelievedAtOnce() {
        listed(142.62).print("2025-01-27T14:30:00Z", 124.80, "O", "open");

        assertThat(life.lastMove().sessionReturn()).isCloseTo(-0.125, within(0.0005));
        assertThat(life.lastMove().tradeId()).isEqualTo("open");
    }

    @Test
    void anOfficialCloseFarFromTheLastPriceIsBelievedWhenItIsStatedTwice() {
        closingAt118().print("2025-01-27T21:00:05Z", 11.84, "M", "typo").timer("2025-01-27T21:02:00Z");
        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0);
        assertThat(life.refusals).containsExactly(Refusal.UNCORROBORATED);

        life.print("2025-01-27T21:04:00Z", 11.84, "M", "typo").timer("2025-01-27T21:05:00Z");
        assertThat(life.closes()).as("the same report is no second word").hasSize(1);

        life.print("2025-01-27T21:05:00Z", 11.84, "M", "again").timer("2025-01-27T21:10:00Z");
        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 11.84);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"6", "9"})
    void aFarCloseOfAnAuctionOrACorrectionNeedsNoSecondWord(String conditions) {
        closingAt118().print("2025-01-27T21:00:05Z", 112.0, conditions, "far").timer("2025-01-27T21:02:00Z");

        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 112.0);
    }

    @Test
    void aCorrectionFarFromAllPricesNeedsASecondPrint() {
        listed(100).print("2025-01-27T15:00:00Z", 99.0, "@", "p1").print("2025-01-27T15:00:01Z", 99.1, "@", "p2");
        life.correct("2025-01-27T15:00:05Z", "p2", 9.91);
        assertThat(life.lastMove().last()).isEqualTo(99.0);
        assertThat(life.lastMove().withdrawnTradeId()).isEqualTo("p2");

        life.print("2025-01-27T15:00:06Z", 99.2, "@", "p3");
        assertThat(life.state.prints().last().price()).isEqualTo(99.2);
        assertThat(life.dropped).extracting(Print::price).containsExactly(9.91);
    }

    @Test
    void aCorrectionNearThePriceItReplacesNeedsNone() {
        listed(142.62).print("2025-01-27T14:30:00Z", 124.80, "O", "open");
        life.correct("2025-01-27T14:30:05Z", "open", 124.70);

        assertThat(life.lastMove().last()).isEqualTo(124.70);
    }

    private ListingLife closingAt118() {
        listed(119).print("2025-01-27T20:59:57Z", 119.0).print("2025-01-27T20:59:58Z", 118.0);
        return life.timer("2025-01-27T21:00:00Z");
    }

    @Test
    void officialMarkersNeverSetTheLastPrice() {
        listed(100.0).print("2025-01-27T14:30:00Z", 90.0, "Q", "o").print("2025-01-27T20:59:59Z", 90.0, "M", "c");

        assertThat(life.moves).isEmpty();
        assertThat(life.refusals).containsExactly(Refusal.NOT_ELIGIBLE, Refusal.NOT_ELIGIBLE);
    }

    @Test
    void aHeldPrintThatIsTakenBackSupportsNoOther() {
        listed(100.0).print("2025-01-27T14:30:00Z", 90.0).cancel("2025-01-27T14:30:01Z", "p1");
        life.print("2025-01-27T14:30:02Z", 90.1);

        assertThat(life.moves).isEmpty();
        assertThat(life.refusals).isEmpty();
        assertThat(life.state.running().held().tradeId()).isEqualTo("p2");
    }

    @Test
    void aHeldPrintThatIsCorrectedIsJudgedAnew() {
        listed(100.0).print("2025-01-27T14:30:00Z", 10.0).correct("2025-01-27T14:30:01Z", "p1", 100.5);

        assertThat(life.lastMove().last()).isEqualTo(100.5);
        assertThat(life.state.running().held()).isNull();
    }

    @Test
    void aPrintThatIsStillAloneAtTheCloseIsDropped() {
        listed(100.0).print("2025-01-27T20:59:58Z", 99.0).print("2025-01-27T20:59:59Z", 50.0);
        life.timer("2025-01-27T21:00:00Z");

        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(99.0);
        assertThat(life.dropped).extracting(Print::price).containsExactly(50.0);
        life.print("2025-01-28T14:30:00Z", 50.0);
        assertThat(life.state.prints().last()).isNull();
    }

    @Test
    void anOlderPrintCannotSpeakForTheOneThatWaits() {
        listed(100.0).print("2025-01-27T14:30:05Z", 90.0).print("2025-01-27T14:30:04Z", 90.0);

        assertThat(life.refusals).containsExactly(Refusal.OUT_OF_SEQUENCE);
        assertThat(life.state.prints().last()).isNull();
    }

    @Test
    void beforeTheListingAnOutlierWaitsToo() {
        life.print("2025-01-27T14:30:00Z", 124.80).print("2025-01-27T14:30:01Z", 12.48);
        life.list(listing("2025-01-27", 142.62, "2025-01-24"));

        assertThat(life.lastMove().last()).isEqualTo(124.80);
        assertThat(life.lastMove().prints()).isOne();
        assertThat(life.refusals).containsExactly(Refusal.UNLISTED, Refusal.UNLISTED);
    }
}
