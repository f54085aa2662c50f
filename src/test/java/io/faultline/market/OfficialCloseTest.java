package io.faultline.market;

import static io.faultline.market.ListingLife.at;
import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The close of the session just ended is corrected: by the venue, by a cancel, by a listing. */
class OfficialCloseTest {

    private static final String CLOSE = "2025-01-27T21:00:00Z";
    private static final String NEXT_OPEN = "2025-01-28T14:30:00Z";

    private final ListingLife life = new ListingLife();

    @BeforeEach
    void aSessionThatEndsAt118() {
        life.list(listing("2025-01-27", 142.62, "2025-01-24"));
        life.print("2025-01-27T20:59:57Z", 119.0).print("2025-01-27T20:59:58Z", 118.0);
        life.moves.clear();
    }

    @ParameterizedTest(name = "condition {0} at {1}")
    @CsvSource({
        "6, 2025-01-27T21:00:00Z, 2025-01-27T21:01:00Z",
        "M, 2025-01-27T21:00:05Z, 2025-01-27T21:01:00Z",
        "@6 X, 2025-01-27T21:29:59Z, 2025-01-27T21:29:59Z",
        "9, 2025-01-27T21:20:00Z, 2025-01-27T21:20:00Z",
        "9, 2025-01-27T23:05:00Z, 2025-01-27T23:05:00Z",
        "9, 2025-01-28T13:00:00Z, 2025-01-28T13:00:00Z",
    })
    void theVenueStatesTheClose(String conditions, String statedAt, String toldAt) {
        life.timer(CLOSE).print(statedAt, 118.42, conditions, "official").timer(toldAt);

        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 118.42);
        assertThat(life.lastMove().at()).isEqualTo(at(toldAt));
        assertThat(life.lastMove().tradeId()).isEqualTo("official");
        assertThat(life.lastMove().tradeDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(life.lastMove().referenceClose()).isEqualTo(142.62);
        assertThat(life.lastMove().phase()).isEqualTo(SessionPhase.REGULAR);

        life.print(NEXT_OPEN, 121.81);
        assertThat(life.lastMove().referenceClose()).isEqualTo(118.42);
        assertThat(life.refusals).isEmpty();
    }

    @ParameterizedTest(name = "condition {0} at {1}")
    @CsvSource({"M, 2025-01-27T21:30:00Z", "6, 2025-01-27T22:00:00Z", "M, 2025-01-28T15:00:00Z"})
    void halfAnHourLaterNothingIsStated(String conditions, String statedAt) {
        life.timer(CLOSE).print(statedAt, 118.42, conditions, "official").timer("2025-01-28T16:00:00Z");

        assertThat(life.closes()).hasSize(1);
        assertThat(life.refusals).containsExactly(Refusal.NOT_ELIGIBLE);
    }

    @Test
    void anEqualOfficialCloseIsNoCorrection() {
        life.timer(CLOSE).print("2025-01-27T21:00:01Z", 118.0, "M", "official").timer("2025-01-27T21:30:00Z");

        assertThat(life.closes()).hasSize(1);
    }

    @Test
    void correctionsOfAMinuteAreToldAsOne() {
        life.timer(CLOSE).print("2025-01-27T21:00:01Z", 118.40, "6", "auction");
        life.print("2025-01-27T21:00:05Z", 118.42, "M", "official").timer("2025-01-27T21:01:00Z");
        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 118.42);

        life.print("2025-01-27T21:01:10Z", 118.50, "M", "again");
        life.print("2025-01-27T21:01:20Z", 118.60, "M", "newest").timer("2025-01-27T21:02:00Z");
        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 118.42, 118.60);
        assertThat(life.lastMove().at()).isEqualTo(at("2025-01-27T21:02:00Z"));
    }

    @Test
    void aCancelBringsBackTheCloseBefore() {
        life.timer(CLOSE).print("2025-01-27T21:00:05Z", 99.0, "M", "official").timer("2025-01-27T21:01:00Z");
        life.cancel("2025-01-27T21:10:00Z", "official").timer("2025-01-27T21:10:00Z");

        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 99.0, 118.0);
        assertThat(life.state.reference().price()).isEqualTo(118.0);
        assertThat(life.refusals).isEmpty();
    }

    @Test
    void aLastPrintThatIsTakenBackAfterTheCloseCorrectsIt() {
        life.timer(CLOSE).cancel("2025-01-27T21:02:00Z", "p2").timer("2025-01-27T21:02:00Z");
        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 119.0);

        life.cancel("2025-01-27T21:05:00Z", "p1").timer("2025-01-27T21:05:00Z");
        assertThat(life.lastMove().kind()).isEqualTo(MoveKind.CLOSE);
        assertThat(life.lastMove().tradeDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(life.lastMove().sessionReturn()).isZero();
        assertThat(life.lastMove().withdrawnTradeId()).isEqualTo("p1");
        assertThat(life.state.reference().price()).isEqualTo(142.62);
    }

    @Test
    void everyPrintTakenBackIsToldAtItsOwnTime() {
        life.print("2025-01-27T21:00:05Z", 118.42, "M", "official");
        life.cancel("2025-01-27T21:00:10Z", "p1").cancel("2025-01-27T21:00:11Z", "p2");
        life.correct("2025-01-27T21:00:12Z", "official", 118.5).timer("2025-01-27T21:05:00Z");

        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 118.42, 118.42, 118.5);
        assertThat(life.closes())
                .extracting(MemberMove::withdrawnTradeId)
                .containsExactly(null, "p1", "p2", "official");
        assertThat(life.closes())
                .extracting(MemberMove::at)
                .containsExactly(
                        at(CLOSE), at("2025-01-27T21:00:10Z"), at("2025-01-27T21:00:11Z"), at("2025-01-27T21:00:12Z"));
    }

    @Test
    void cancelsOutOfOrderAreToldInTheOrderTheyCame() {
        life.timer(CLOSE).cancel("2025-01-27T21:00:12Z", "p2").cancel("2025-01-27T21:00:11Z", "p1");
        life.timer("2025-01-27T21:05:00Z");

        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 119.0, 142.62);
        assertThat(life.closes()).extracting(MemberMove::withdrawnTradeId).containsExactly(null, "p2", "p1");
    }

    @Test
    void theRunningSessionIsComparedWithTheCorrectedClose() {
        life.timer(CLOSE).print("2025-01-27T21:00:02Z", 119.0);
        assertThat(life.lastMove().referenceClose()).isEqualTo(118.0);

        life.print("2025-01-27T21:00:05Z", 118.42, "M", "official");
        assertThat(life.lastMove().kind()).isEqualTo(MoveKind.PRINT);
        assertThat(life.lastMove().last()).isEqualTo(119.0);
        assertThat(life.lastMove().referenceClose()).isEqualTo(118.42);
    }

    @ParameterizedTest(name = "listed {0} the close")
    @CsvSource({"before", "after"})
    void aListingCorrectsTheClose(String when) {
        Listing corrected = listing("2025-01-28", 118.42, "2025-01-27");
        if (when.equals("before")) {
            life.list(corrected).timer(CLOSE);
        } else {
            life.timer(CLOSE).list(corrected);
        }
        life.timer("2025-01-27T21:01:00Z");

        assertThat(life.moves).extracting(MemberMove::last).containsExactly(118.0, 118.42);
        assertThat(life.closes()).hasSize(2);
        assertThat(life.lastMove().at()).isEqualTo(at("2025-01-27T21:01:00Z"));
        assertThat(life.state.reference().price()).isEqualTo(118.42);
        assertThat(life.list(corrected).timer("2025-01-27T21:05:00Z").closes()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} with a ratio of {1}")
    @CsvSource({
        "11.842, 10, 118.42",
        "11.8001, 10, ",
        "11.8, 10, ",
        "11.8, , ",
        "109.74, , ",
        "115.5, , ",
        "120.5, , ",
        "116.0, , 116.0"
    })
    void aListingsCloseIsReadInTheSharesOfItsDay(double listed, Double ratio, Double correctedTo) {
        life.timer(CLOSE)
                .list(listing("2025-01-28", listed, "2025-01-27", ratio))
                .timer("2025-01-27T21:01:00Z");

        assertThat(life.state.reference().price()).isEqualTo(listed);
        if (correctedTo == null) {
            assertThat(life.closes()).hasSize(1);
        } else {
            assertThat(life.closes()).hasSize(2);
            assertThat(life.lastMove().last()).isCloseTo(correctedTo, within(1e-9));
        }
    }

    @Test
    void aSessionWithoutAPrintGetsItsCloseFromTheVenue() {
        life.timer(CLOSE).timer("2025-01-28T21:00:00Z");
        life.print("2025-01-28T21:00:05Z", 117.0, "M", "official").timer("2025-01-28T21:01:00Z");

        assertThat(life.lastMove().kind()).isEqualTo(MoveKind.CLOSE);
        assertThat(life.lastMove().tradeDate()).isEqualTo(TradingDay.parse("2025-01-28"));
        assertThat(life.lastMove().referenceClose()).isEqualTo(118.0);
        assertThat(life.state.reference().price()).isEqualTo(117.0);
    }

    @Test
    void theSessionBeforeTheLastIsFinal() {
        life.timer(CLOSE).print(NEXT_OPEN, 121.81).timer("2025-01-28T21:00:00Z");
        life.cancel("2025-01-28T21:00:01Z", "p2").list(listing("2025-01-28", 1.0, "2025-01-27"));
        life.timer("2025-01-28T22:00:00Z");

        assertThat(life.refusals).containsExactly(Refusal.UNKNOWN_PRINT);
        assertThat(life.closes()).extracting(MemberMove::last).containsExactly(118.0, 121.81, 121.81);
        assertThat(life.lastMove().withdrawnTradeId()).isEqualTo("p2");
    }
}
