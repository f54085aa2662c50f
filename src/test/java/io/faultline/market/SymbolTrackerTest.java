package io.faultline.market;

import static io.faultline.market.ListingLife.at;
import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolTrackerTest {

    private final ListingLife nvda = new ListingLife();

    private ListingLife listedOnFriday() {
        return nvda.list(listing("2025-01-24", 147.22, "2025-01-23"));
    }

    private ListingLife listedOnMonday() {
        return nvda.list(listing("2025-01-27", 142.62, "2025-01-24"));
    }

    @Test
    void mondayOpensWithTheGapAgainstFridaysClose() {
        listedOnFriday().print("2025-01-24T20:59:59Z", 142.62).timer("2025-01-24T21:00:00Z");
        nvda.print("2025-01-27T14:30:00Z", 124.80);

        MemberMove open = nvda.lastMove();
        assertThat(open.tradeDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(open.referenceClose()).isEqualTo(142.62);
        assertThat(open.referenceDate()).isEqualTo(TradingDay.parse("2025-01-24"));
        assertThat(open.phase()).isEqualTo(SessionPhase.REGULAR);
        assertThat(open.sessionReturn()).isCloseTo(-0.125, within(0.0005));
    }

    @Test
    void closeOf27JanuaryIsTheKnownLoss() {
        listedOnMonday().print("2025-01-27T20:59:59Z", 118.42).timer("2025-01-27T21:00:00Z");

        MemberMove close = nvda.lastMove();
        assertThat(close.kind()).isEqualTo(MoveKind.CLOSE);
        assertThat(close.at()).isEqualTo(at("2025-01-27T21:00:00Z"));
        assertThat(close.sessionReturn()).isCloseTo(-0.1697, within(0.00005));
        assertThat(close.capChangeUsd()).isCloseTo(-592.7e9, within(0.05e9));
        assertThat(nvda.state.session().date()).isEqualTo(TradingDay.parse("2025-01-28"));
    }

    @Test
    void noMoveBeforeTheListingIsKnownAndTheNewestPrintIsUsedThen() {
        nvda.print("2025-01-27T14:30:00Z", 124.80).print("2025-01-27T14:30:01Z", 124.00);
        assertThat(nvda.moves).isEmpty();
        assertThat(nvda.refusals).containsExactly(Refusal.UNLISTED, Refusal.UNLISTED);
        assertThat(nvda.state.prints().prints()).hasSize(1);

        listedOnMonday();
        assertThat(nvda.moves).hasSize(1);
        assertThat(nvda.lastMove().last()).isEqualTo(124.00);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(142.62);
    }

    @Test
    void aListingTellsItsReferenceCloseBeforeThereIsAPrint() {
        listedOnMonday();

        assertThat(nvda.lastMove().kind()).isEqualTo(MoveKind.REFERENCE);
        assertThat(nvda.lastMove().tradeDate()).isEqualTo(TradingDay.parse("2025-01-24"));
        assertThat(nvda.lastMove().at()).isEqualTo(at("2025-01-24T21:00:00Z"));
        assertThat(nvda.lastMove().sessionReturn()).isZero();
        assertThat(nvda.lastMove().referenceCapUsd()).isCloseTo(3.4928e12, within(0.001e12));
    }

    @Test
    void listingsAreInForceByDateWhateverTheirOrder() {
        nvda.list(listing("2025-01-28", 118.42, "2025-01-27")).list(listing("2025-01-27", 142.62, "2025-01-24"));
        nvda.print("2025-01-27T14:30:00Z", 124.80);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(142.62);

        nvda.print("2025-01-28T14:30:00Z", 121.81);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(118.42);

        nvda.list(listing("2025-01-27", 999.0, "2025-01-24"));
        assertThat(nvda.refusals).containsExactly(Refusal.OUTDATED_LISTING);
    }

    @Test
    void aListingForALaterDateWaits() {
        nvda.print("2025-01-24T20:00:00Z", 143.00);
        listedOnMonday();
        assertThat(nvda.moves)
                .noneMatch(move ->
                        move.tradeDate().equals(TradingDay.parse("2025-01-24")) && move.kind() != MoveKind.REFERENCE);

        nvda.print("2025-01-24T20:01:00Z", 142.90);
        assertThat(nvda.refusals).containsExactly(Refusal.UNLISTED, Refusal.UNLISTED);
        nvda.print("2025-01-27T14:30:00Z", 124.80);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(142.62);
    }

    @Test
    void aCorrectedListingIsToldAtOnceAndARepeatedOneIsNot() {
        listedOnMonday().print("2025-01-27T14:30:00Z", 124.80);
        int told = nvda.moves.size();

        listedOnMonday();
        assertThat(nvda.moves).hasSize(told);

        nvda.list(listing("2025-01-27", 142.60, "2025-01-24"));
        assertThat(nvda.moves).hasSize(told + 1);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(142.60);
        assertThat(nvda.lastMove().last()).isEqualTo(124.80);
    }

    @Test
    void staleReferenceGivesNoMoveAndOneRefusalPerSession() {
        nvda.list(listing("2025-01-21", 137.71, "2025-01-17")).print("2025-01-27T14:30:00Z", 124.80);
        nvda.print("2025-01-27T14:30:01Z", 124.00);
        assertThat(nvda.moves).extracting(MemberMove::kind).containsOnly(MoveKind.REFERENCE);
        assertThat(nvda.refusals).containsExactly(Refusal.STALE_REFERENCE);

        nvda.timer("2025-01-27T21:00:00Z").print("2025-01-28T14:30:00Z", 121.81);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(124.00);
    }

    @ParameterizedTest
    @CsvSource({
        // listing's own reference, then without one: the own close is divided by the ratio
        "120.888, 2024-06-07",
        ", ",
    })
    void aTenForOneSplitIsNoFall(Double referenceClose, String referenceDate) {
        nvda.list(listing("2024-06-07", 1209.98, "2024-06-06")).print("2024-06-07T19:59:59Z", 1208.88);
        nvda.list(listing("2024-06-10", referenceClose, referenceDate, 10.0)).timer("2024-06-07T20:00:00Z");
        nvda.print("2024-06-10T13:30:00Z", 120.37);

        assertThat(nvda.lastMove().referenceClose()).isCloseTo(120.888, within(1e-9));
        assertThat(nvda.lastMove().sessionReturn()).isCloseTo(-0.0043, within(0.0001));

        nvda.print("2024-06-10T19:59:59Z", 121.79).timer("2024-06-10T20:00:00Z");
        nvda.print("2024-06-11T13:30:00Z", 121.77);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(121.79);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        // session before, last print, close, first print after it
        "2025-01-07, 2025-01-08T20:59:59Z, 2025-01-08T21:00:00Z, 2025-01-10T14:30:00Z, day of mourning on the 9th",
        "2024-11-27, 2024-11-29T17:59:59Z, 2024-11-29T18:00:00Z, 2024-12-02T14:30:00Z, half day after Thanksgiving",
        "2025-03-06, 2025-03-07T20:59:59Z, 2025-03-07T21:00:00Z, 2025-03-10T13:30:00Z, clocks change at the weekend",
        "2025-01-16, 2025-01-17T20:59:59Z, 2025-01-17T21:00:00Z, 2025-01-21T14:30:00Z, holiday on Monday",
    })
    void theNextSessionComparesWithTheLastClose(
            String dayBefore, String last, String close, String next, String occasion) {
        nvda.list(listing(last.substring(0, 10), 100.0, dayBefore))
                .print(last, 99.0)
                .timer(close)
                .print(next, 90.0);

        assertThat(nvda.moves).as(occasion).extracting(MemberMove::kind).contains(MoveKind.CLOSE);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(99.0);
        assertThat(nvda.lastMove().tradeDate().toString()).isEqualTo(next.substring(0, 10));
    }

    @Test
    void haltIsToldAndTheLastPriceStands() {
        listedOnMonday().print("2025-01-27T14:30:00Z", 124.80);
        nvda.tick(TickAction.HALT, "2025-01-27T14:31:00Z", 0, null, null, null);

        assertThat(nvda.lastMove().halted()).isTrue();
        assertThat(nvda.lastMove().last()).isEqualTo(124.80);
        assertThat(nvda.lastMove().at()).isEqualTo(at("2025-01-27T14:31:00Z"));
        assertThat(nvda.lastMove().lastPrintAt()).isEqualTo(at("2025-01-27T14:30:00Z"));

        nvda.tick(TickAction.RESUME, "2025-01-27T14:36:00Z", 0, null, null, null);
        assertThat(nvda.lastMove().halted()).isFalse();
    }

    @Test
    void heartbeatChangesNothing() {
        listedOnMonday().print("2025-01-27T14:30:00Z", 124.80);
        SymbolState before = nvda.state;

        nvda.tick(TickAction.HEARTBEAT, "2025-01-28T14:30:00Z", 0, null, null, null);
        assertThat(nvda.state).isEqualTo(before);
    }

    @Test
    void aClosureAnnouncedOvernightMovesTheSession() {
        listedOnFriday().print("2025-01-24T20:59:59Z", 142.62).timer("2025-01-24T21:00:00Z");
        nvda.calendar(new CalendarEntry("XNAS", TradingDay.parse("2025-01-27"), true, null, null, "closed"));
        assertThat(nvda.state.session().date()).isEqualTo(TradingDay.parse("2025-01-28"));

        nvda.print("2025-01-28T14:30:00Z", 124.80);
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(142.62);
    }
}
