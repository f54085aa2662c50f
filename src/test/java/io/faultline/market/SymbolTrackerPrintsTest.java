package io.faultline.market;

import static io.faultline.market.ListingLife.at;
import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which prints set the last price and the close, and which of them are told. */
class SymbolTrackerPrintsTest {

    private final ListingLife nvda = new ListingLife();

    @BeforeEach
    void listed() {
        nvda.list(listing("2025-01-27", 100.0, "2025-01-24"));
        nvda.moves.clear();
    }

    @Test
    void smallMovesAreConfirmedOncePerMinuteOnly() {
        nvda.print("2025-01-27T14:30:00Z", 99.00).print("2025-01-27T14:30:01Z", 99.05);
        nvda.print("2025-01-27T14:30:59.999Z", 98.95);
        assertThat(nvda.moves).hasSize(1);

        nvda.print("2025-01-27T14:31:00Z", 99.01);
        assertThat(nvda.moves).hasSize(2);

        nvda.print("2025-01-27T14:31:01Z", 98.89);
        assertThat(nvda.moves).hasSize(3);
        assertThat(nvda.lastMove().last()).isEqualTo(98.89);
    }

    @Test
    void theFirstPrintOfEachPhaseIsTold() {
        nvda.print("2025-01-24T21:00:10Z", 99.5).print("2025-01-24T21:00:20Z", 99.5);
        nvda.print("2025-01-27T14:29:50Z", 99.5).print("2025-01-27T14:30:00Z", 99.5);

        assertThat(nvda.moves)
                .extracting(MemberMove::phase)
                .containsSequence(SessionPhase.PRE_MARKET, SessionPhase.REGULAR);
    }

    @Test
    void theFirstTenPrintsOutsideRegularHoursAreTold() {
        for (int second = 10; second < 25; second++) {
            nvda.print("2025-01-27T09:00:" + second + "Z", 99.0);
        }
        assertThat(nvda.moves).extracting(MemberMove::prints).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void ineligibleAndOlderPrintsAreRefused() {
        nvda.print("2025-01-27T14:30:00Z", 99.0);
        nvda.tick(TickAction.NEW, "2025-01-27T14:30:01Z", 50.0, "@ I", "odd", null);
        nvda.print("2025-01-27T14:29:59.999Z", 60.0);
        nvda.print("2025-01-24T20:00:00Z", 70.0);

        assertThat(nvda.refusals)
                .containsExactly(Refusal.NOT_ELIGIBLE, Refusal.OUT_OF_SEQUENCE, Refusal.OUT_OF_SEQUENCE);
        assertThat(nvda.state.prints().last().price()).isEqualTo(99.0);
    }

    @Test
    void aCancelBringsBackThePriceBefore() {
        nvda.print("2025-01-27T14:30:00Z", 99.0).print("2025-01-27T14:30:01Z", 60.0);
        nvda.cancel("2025-01-27T14:30:05Z", "p2");

        assertThat(nvda.lastMove().last()).isEqualTo(99.0);
        assertThat(nvda.lastMove().at()).isEqualTo(at("2025-01-27T14:30:05Z"));
        assertThat(nvda.lastMove().lastPrintAt()).isEqualTo(at("2025-01-27T14:30:00Z"));
        assertThat(nvda.lastMove().tradeId()).isEqualTo("p1");
        assertThat(nvda.lastMove().withdrawnTradeId()).isEqualTo("p2");
        assertThat(nvda.lastMove().prints()).isOne();
    }

    @Test
    void theSessionsPrintsAreCountedBeyondTheRememberedOnes() {
        for (int second = 10; second < 30; second++) {
            nvda.print("2025-01-27T14:30:" + second + "Z", 90.0 + second);
        }
        assertThat(nvda.lastMove().prints()).isEqualTo(20);
        assertThat(nvda.lastMove().tradeId()).isEqualTo("p20");
        assertThat(nvda.lastMove().withdrawnTradeId()).isNull();

        nvda.print("2025-01-28T14:30:00Z", 100.0);
        assertThat(nvda.lastMove().prints()).isOne();
    }

    @Test
    void aCancelOfAnOlderPrintIsToldAtTheSamePrice() {
        nvda.print("2025-01-27T14:30:00Z", 60.0).print("2025-01-27T14:30:01Z", 99.0);
        nvda.cancel("2025-01-27T14:30:05Z", "p1");
        assertThat(nvda.lastMove().withdrawnTradeId()).isEqualTo("p1");
        assertThat(nvda.lastMove().last()).isEqualTo(99.0);
        assertThat(nvda.lastMove().prints()).isOne();

        nvda.cancel("2025-01-27T14:30:06Z", "p2");
        assertThat(nvda.lastMove().kind()).isEqualTo(MoveKind.REFERENCE);
        assertThat(nvda.lastMove().sessionReturn()).isZero();
    }

    @Test
    void aCorrectionReplacesThePrice() {
        nvda.print("2025-01-27T14:30:00Z", 60.0).correct("2025-01-27T14:30:05Z", "p1", 99.0);
        assertThat(nvda.lastMove().last()).isEqualTo(99.0);
        assertThat(nvda.lastMove().lastPrintAt()).isEqualTo(at("2025-01-27T14:30:00Z"));

        nvda.tick(TickAction.CORRECT, "2025-01-27T14:30:06Z", 98.0, "4", "p1b", "p1");
        assertThat(nvda.lastMove().kind()).isEqualTo(MoveKind.REFERENCE);
    }

    @Test
    void onlyTheLastEightPrintsAreRemembered() {
        for (int i = 0; i < 20; i++) {
            nvda.print("2025-01-27T14:30:" + (10 + i) + "Z", 90.0 + i);
        }
        assertThat(nvda.state.prints().prints()).hasSize(RecentPrints.KEPT);

        nvda.cancel("2025-01-27T14:31:00Z", "p12");
        assertThat(nvda.refusals).containsExactly(Refusal.UNKNOWN_PRINT);
        assertThat(nvda.lastMove().withdrawnTradeId()).isEqualTo("p12");
        assertThat(nvda.lastMove().last()).isEqualTo(109.0);
        nvda.cancel("2025-01-27T14:31:00Z", "p13");
        assertThat(nvda.refusals).hasSize(1);
        assertThat(nvda.lastMove().withdrawnTradeId()).isEqualTo("p13");
    }

    @Test
    void aPrintAtTheCloseBelongsToTheNextTradeDate() {
        nvda.print("2025-01-27T20:59:59.999Z", 90.0).print("2025-01-27T21:00:00Z", 80.0);
        assertThat(nvda.lastMove().tradeDate()).isEqualTo(TradingDay.parse("2025-01-28"));
        assertThat(nvda.lastMove().referenceClose()).isEqualTo(90.0);
        assertThat(nvda.moves).extracting(MemberMove::kind).doesNotContain(MoveKind.CLOSE);

        nvda.timer("2025-01-27T21:00:00Z");
        assertThat(nvda.lastMove().kind()).isEqualTo(MoveKind.CLOSE);
        assertThat(nvda.lastMove().last()).isEqualTo(90.0);
        assertThat(nvda.lastMove().tradeDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(nvda.state.session().date()).isEqualTo(TradingDay.parse("2025-01-28"));
    }

    @Test
    void noPrintAfterTheCloseChangesIt() {
        nvda.print("2025-01-27T20:59:58Z", 90.0).print("2025-01-27T21:00:00.100Z", 80.0);
        nvda.print("2025-01-27T20:59:59.999Z", 70.0).cancel("2025-01-27T21:00:01Z", "p9");
        nvda.timer("2025-01-27T21:00:00Z");

        assertThat(nvda.lastMove().last()).isEqualTo(90.0);
        assertThat(nvda.refusals).containsExactly(Refusal.OUT_OF_SEQUENCE, Refusal.UNKNOWN_PRINT);
    }

    @Test
    void closesComeOutRightWhenRecordsRunDaysAheadOfEventTime() {
        nvda.print("2025-01-27T20:59:59Z", 90.0);
        nvda.print("2025-01-28T20:59:59Z", 91.0).print("2025-01-29T20:59:59Z", 92.0);
        nvda.moves.clear();
        nvda.timer("2025-01-27T21:00:00Z").timer("2025-01-28T21:00:00Z").timer("2025-01-29T21:00:00Z");

        assertThat(nvda.moves).extracting(MemberMove::last).containsExactly(90.0, 91.0, 92.0);
        assertThat(nvda.moves).extracting(MemberMove::referenceClose).containsExactly(100.0, 90.0, 91.0);
        assertThat(nvda.moves)
                .extracting(MemberMove::at)
                .containsExactly(at("2025-01-27T21:00:00Z"), at("2025-01-28T21:00:00Z"), at("2025-01-29T21:00:00Z"));
    }

    @Test
    void whatIsToldDoesNotDependOnWhenTimersFire() {
        List<String> records = List.of(
                "2025-01-27T15:00:00Z",
                "2025-01-27T20:59:59Z",
                "2025-01-28T10:00:00Z",
                "2025-01-28T20:00:00Z",
                "2025-01-29T15:00:00Z",
                "2025-01-31T15:00:00Z",
                "2025-02-03T15:00:00Z");

        assertThat(movesOf(records, true)).isNotEmpty().containsExactlyInAnyOrderElementsOf(movesOf(records, false));
    }

    private static List<MemberMove> movesOf(List<String> records, boolean timersInTime) {
        ListingLife life = new ListingLife().list(listing("2025-01-27", 100.0, "2025-01-24"));
        List<String> closes = new ArrayList<>(List.of(
                "2025-01-27T21:00:00Z",
                "2025-01-28T21:00:00Z",
                "2025-01-29T21:00:00Z",
                "2025-01-30T21:00:00Z",
                "2025-01-31T21:00:00Z",
                "2025-02-03T21:00:00Z"));
        double price = 100.0;
        for (String record : records) {
            while (timersInTime && at(closes.get(0)) <= at(record)) {
                life.timer(closes.remove(0));
            }
            life.print(record, price);
            price -= 2;
        }
        closes.forEach(life::timer);
        return life.moves;
    }
}
