package io.faultline.stream;

import static io.faultline.testkit.Market.print;
import static io.faultline.testkit.Market.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.CalendarEntry;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.testkit.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a symbol tells because time passes. */
class SymbolTimerHarnessTest extends SymbolStage {

    private static final CalendarEntry EARLY_CLOSE =
            new CalendarEntry("XNAS", TradingDay.parse("2025-01-24"), false, null, "13:00", "made up");

    @Test
    void anEarlyCloseThatBecomesKnownDuringTheSessionIsToldThenThoughNoTickComes() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T16:59:59Z", 99));
        symbols.time("2025-01-24T17:00:00Z");
        symbols.reference(new ReferenceUpdate(null, null, EARLY_CLOSE.key(), EARLY_CLOSE));
        send(print("AAA", "2025-01-24T17:30:00Z", 98.5));
        symbols.time("2025-01-24T17:59:59.999Z");
        assertThat(closes()).isEmpty();

        symbols.time("2025-01-24T18:00:00Z");

        assertThat(closes()).singleElement().satisfies(close -> {
            assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T18:00:00Z"));
            assertThat(close.last()).isEqualTo(98.5);
        });
    }

    @Test
    void anEarlyCloseThatBecomesKnownTooLateIsToldAtTheNextMinute() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T17:30:00Z", 98.5));
        symbols.time("2025-01-24T18:05:30Z");
        symbols.reference(new ReferenceUpdate(null, null, EARLY_CLOSE.key(), EARLY_CLOSE));

        symbols.time("2025-01-24T18:06:00Z");

        assertThat(closes()).hasSize(1);
    }

    @Test
    void aCorrectedCloseIsToldAMinuteAfterTheCloseThoughNoTickComes() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T20:59:59Z", 99));
        send(tick("AAA", "2025-01-24T21:00:05Z", 98.5, "M", TickAction.NEW));
        symbols.time("2025-01-24T21:00:59.999Z");
        assertThat(closes()).extracting(MemberMove::last).containsExactly(99.0);

        symbols = symbols.restored();
        symbols.time("2025-01-24T21:01:00Z");

        assertThat(closes()).extracting(MemberMove::last).containsExactly(98.5);
    }

    @Test
    void theTimersOfASymbolAreFew() throws Exception {
        send(AAA);
        for (int minute = 30; minute < 60; minute++) {
            send(print("AAA", "2025-01-24T14:" + minute + ":30Z", 99));
            symbols.time("2025-01-24T14:" + minute + ":29Z");
            assertThat(symbols.timers()).isLessThanOrEqualTo(4);
        }
        symbols.time("2025-01-24T20:00:00Z");
        assertThat(symbols.timers()).isLessThanOrEqualTo(3);

        symbols.time("2025-01-27T03:00:00Z");
        assertThat(symbols.timers()).as("open and close of Monday").isEqualTo(2);
    }

    @Test
    void aSymbolThatPrintsNoMoreIsStillTakenFromSessionToSession() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T20:59:00Z", 99));
        symbols.time("2025-01-31T20:00:00Z");

        send(print("AAA", "2025-01-31T20:00:30Z", 98));

        MemberMove friday = symbols.output().get(symbols.output().size() - 1);
        assertThat(friday.referenceClose()).isEqualTo(99);
        assertThat(friday.tradeDate()).isEqualTo(TradingDay.parse("2025-01-31"));
        assertThat(closes()).hasSize(1);
    }

    @Test
    void aPrintThatStandsAloneIsADeadLetter() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T15:00:00Z", 99.5));
        send(print("AAA", "2025-01-24T15:00:01Z", 50));
        send(print("AAA", "2025-01-24T15:00:02Z", 99.5));

        assertThat(symbols.output()).noneMatch(move -> move.last() == 50);
        assertThat(symbols.side(SideOutputs.DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.stage()).isEqualTo("ineligible");
            assertThat(letter.errorClass()).isEqualTo("UNCORROBORATED");
            assertThat(letter.timestamp()).isEqualTo(Market.millis("2025-01-24T15:00:01Z"));
            assertThat(letter.reason()).contains("AAA@XNAS 50.0");
        });
    }

    private List<MemberMove> closes() {
        return symbols.output().stream()
                .filter(move -> move.kind() == MoveKind.CLOSE)
                .toList();
    }
}
