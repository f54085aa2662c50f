package io.faultline.stream;

import static io.faultline.testkit.Market.print;
import static io.faultline.testkit.Market.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.shock.RunMode;
import io.faultline.testkit.Market;
import io.faultline.testkit.SmallMarket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One symbol's life under event time: listings, late ticks, closes, forgetting, restarts. */
class SymbolMoveHarnessTest {

    private static final StreamSettings SETTINGS =
            StreamSettings.defaults(RunMode.REPLAY, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private static final Listing AAA = SmallMarket.listings().get(0);

    private OperatorHarness<SymbolInput, MemberMove> symbols;

    @BeforeEach
    void open() throws Exception {
        symbols = OperatorHarness.keyedBroadcast(
                () -> new SymbolMoveFunction(SETTINGS, ReferenceSnapshot.EMPTY), SymbolInput::listingKey);
    }

    @AfterEach
    void close() throws Exception {
        symbols.close();
    }

    @Test
    void aListingThatComesAfterTheTicksTellsTheLastOfThem() throws Exception {
        send(print("AAA", "2025-01-24T15:00:00Z", 98));
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
    void theCloseIsToldWhenEventTimeReachesItAndIsTheNextReference() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T20:59:00Z", 96));
        symbols.time("2025-01-24T20:59:59.999Z");
        assertThat(closes()).isEmpty();

        symbols.time("2025-01-24T21:00:00Z");
        assertThat(closes()).singleElement().satisfies(close -> {
            assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T21:00:00Z"));
            assertThat(close.last()).isEqualTo(96);
            assertThat(close.tradeDate()).isEqualTo(TradingDay.parse("2025-01-24"));
        });

        send(print("AAA", "2025-01-27T14:30:00Z", 84));
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

    @Test
    void specialHoursMoveTheClose() throws Exception {
        CalendarEntry halfDay =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-24"), false, null, "13:00", "made up");
        symbols.reference(new ReferenceUpdate(null, null, halfDay.key(), halfDay));
        send(AAA);
        send(print("AAA", "2025-01-24T17:59:00Z", 96));

        symbols.time("2025-01-24T18:00:00Z");

        assertThat(closes())
                .singleElement()
                .satisfies(close -> assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T18:00:00Z")));
    }

    @Test
    void specialHoursThatBecomeKnownDuringTheSessionMoveItsClose() throws Exception {
        send(AAA);
        send(print("AAA", "2025-01-24T16:00:00Z", 96));
        CalendarEntry halfDay =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-24"), false, null, "13:00", "made up");
        symbols.reference(new ReferenceUpdate(null, null, halfDay.key(), halfDay));
        send(print("AAA", "2025-01-24T18:30:00Z", 50));

        symbols.time("2025-01-24T21:00:00Z");

        assertThat(closes()).singleElement().satisfies(close -> {
            assertThat(close.at()).isEqualTo(Market.millis("2025-01-24T18:00:00Z"));
            assertThat(close.last()).isEqualTo(96);
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

    private void send(Tick tick) throws Exception {
        symbols.element(SymbolInput.of(tick), tick.ts());
    }

    private void send(Listing listing) throws Exception {
        symbols.element(SymbolInput.of(listing), 0);
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
