package io.faultline.stream;

import static io.faultline.testkit.Market.print;
import static io.faultline.testkit.Market.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.CalendarEntry;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.testkit.Market;
import io.faultline.testkit.SmallMarket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One symbol's life under event time: listings, closes, special hours, restarts. */
class SymbolMoveHarnessTest extends SymbolStage {

    @Test
    void aListingThatComesAfterTheTicksTellsTheLastOfThem() throws Exception {
        send(print("AAA", "2025-01-24T15:00:00Z", 76));
        send(print("AAA", "2025-01-24T15:00:10Z", 75));
        assertThat(symbols.output()).isEmpty();

        send(AAA);

        assertThat(symbols.output()).singleElement().satisfies(move -> {
            assertThat(move.last()).isEqualTo(75);
            assertThat(move.sessionReturn()).isEqualTo(-0.25);
            assertThat(move.capChangeUsd()).isEqualTo(-25e9);
        });
        assertThat(symbols.side(SideOutputs.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void theCloseIsToldWhenEventTimeReachesItAndIsTheNextReference() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T20:58:59Z", 96));
        send(print("AAA", "2025-01-24T20:59:00Z", 96));
        symbols.time("2025-01-24T20:59:59.999Z");
        assertThat(closes()).isEmpty();

        symbols.time("2025-01-24T21:00:00Z");
        assertThat(closes()).singleElement().satisfies(close -> {
            assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T21:00:00Z"));
            assertThat(close.last()).isEqualTo(96);
            assertThat(close.tradeDate()).isEqualTo(TradingDay.parse("2025-01-24"));
        });

        send(tick("AAA", "2025-01-27T14:30:00Z", 84, "O", TickAction.NEW));
        MemberMove monday = last();
        assertThat(monday.referenceClose()).isEqualTo(96);
        assertThat(monday.tradeDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(monday.sessionReturn()).isEqualTo(-0.125);
    }

    @Test
    void theEndOfABoundedInputClosesNoSession() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T15:00:00Z", 96));

        symbols.time(Long.MAX_VALUE);

        assertThat(closes()).isEmpty();
    }

    @Test
    void specialHoursMoveTheClose() throws Exception {
        CalendarEntry halfDay =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-24"), false, null, "13:00", "made up");
        symbols.reference(new ReferenceUpdate(null, null, halfDay.key(), halfDay));
        send(AAA);
        send(print("AAA", "2025-01-24T17:59:00Z", 99));

        symbols.time("2025-01-24T18:00:00Z");

        assertThat(closes())
                .singleElement()
                .satisfies(close -> assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T18:00:00Z")));
    }

    @Test
    void specialHoursThatBecomeKnownDuringTheSessionMoveItsClose() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T16:00:00Z", 99));
        CalendarEntry halfDay =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-24"), false, null, "13:00", "made up");
        symbols.reference(new ReferenceUpdate(null, null, halfDay.key(), halfDay));
        send(print("AAA", "2025-01-24T18:30:00Z", 50));

        symbols.time("2025-01-24T21:00:00Z");

        assertThat(closes()).singleElement().satisfies(close -> {
            assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T18:00:00Z"));
            assertThat(close.last()).isEqualTo(99);
        });
        assertThat(last().tradeDate()).isEqualTo(TradingDay.parse("2025-01-24"));
    }

    @Test
    void aRestartAnywhereChangesNothing() throws Exception {
        List<Tick> ticks = new ArrayList<>();
        for (Tick tick : SmallMarket.ticks()) {
            if (tick.symbol().equals("AAA")) {
                ticks.add(tick);
            }
        }
        List<MemberMove> uninterrupted = run(ticks, 0);
        assertThat(uninterrupted)
                .filteredOn(move -> move.kind() == MoveKind.CLOSE)
                .hasSize(5);

        for (int restartEvery : new int[] {97, 389, 390, 391}) {
            close();
            open();
            assertThat(run(ticks, restartEvery))
                    .as("restart every %s", restartEvery)
                    .isEqualTo(uninterrupted);
        }
    }

    private List<MemberMove> run(List<Tick> ticks, int restartEvery) throws Exception {
        List<MemberMove> moves = new ArrayList<>();
        send(AAA);
        for (int i = 0; i < ticks.size(); i++) {
            if (restartEvery > 0 && i % restartEvery == restartEvery - 1) {
                moves.addAll(symbols.output());
                symbols = symbols.restored();
            }
            send(ticks.get(i));
            symbols.time(ticks.get(i).ts() - Duration.ofSeconds(1).toMillis());
        }
        symbols.time(SmallMarket.end().toEpochMilli());
        moves.addAll(symbols.output());
        return moves;
    }

    private List<MemberMove> closes() {
        return symbols.output().stream()
                .filter(move -> move.kind() == MoveKind.CLOSE)
                .toList();
    }

    private MemberMove last() {
        return symbols.output().get(symbols.output().size() - 1);
    }
}
