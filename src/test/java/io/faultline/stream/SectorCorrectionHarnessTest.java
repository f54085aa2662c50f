package io.faultline.stream;

import static io.faultline.testkit.Market.benchmarkMove;
import static io.faultline.testkit.Market.millis;
import static io.faultline.testkit.Market.move;
import static io.faultline.testkit.Market.takingBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.faultline.market.CalendarEntry;
import io.faultline.market.MemberMove;
import io.faultline.market.TradingDay;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.Market;
import io.faultline.testkit.SmallMarket;
import org.junit.jupiter.api.Test;

/** What comes after the fact: prints taken back, closes told anew, a session that turns out to be over. */
class SectorCorrectionHarnessTest extends SectorStage {

    private static final String OPEN = "2025-01-27T14:30:05Z";
    private static final String CLOSE = "2025-01-27T21:00:00Z";

    @Test
    void anOpeningByAPrintThatIsTakenBackIsCorrectedAndMayHappenAgain() throws Exception {
        MemberMove bad = move("AAA", OPEN, 85);
        send(bad);
        send(move("BBB", OPEN, 94));
        send(move("CCC", OPEN, 99));
        send(benchmarkMove(OPEN, 99));
        send(takingBack(bad, "2025-01-27T14:31:10Z", 99));
        send(move("AAA", "2025-01-27T14:34:00Z", 88));

        sector.time("2025-01-27T14:41:00Z");

        assertThat(signals())
                .extracting(Signal::kind, Signal::level, Signal::opening, Signal::at)
                .containsExactly(
                        tuple(SignalKind.LEVEL, ShockLevel.COLLAPSE, true, millis(OPEN)),
                        tuple(SignalKind.CORRECTION, ShockLevel.NONE, false, millis("2025-01-27T14:31:10Z")),
                        tuple(SignalKind.LEVEL, ShockLevel.COLLAPSE, true, millis("2025-01-27T14:34:00Z")));
    }

    @Test
    void anOpeningWhoseEveryPrintIsTakenBackIsCorrectedWithoutFigures() throws Exception {
        sendAll(OPEN, 91);
        for (String symbol : SmallMarket.CHIPS) {
            send(Market.leavingNone(move(symbol, OPEN, 91), "2025-01-27T14:32:00Z"));
        }
        sector.time("2025-01-27T14:33:00Z");

        assertThat(signals())
                .extracting(Signal::kind, Signal::level, Signal::opening)
                .containsExactly(
                        tuple(SignalKind.LEVEL, ShockLevel.COLLAPSE, true),
                        tuple(SignalKind.CORRECTION, ShockLevel.NONE, false));
        assertThat(signals().get(1).drawdown()).isNull();
    }

    @Test
    void printsTakenBackAfterTheCloseTakeTheOpeningWithThem() throws Exception {
        sendAll("2025-01-27T20:50:00Z", 91);
        sector.time("2025-01-27T21:00:30Z");
        sector = sector.restored();
        for (String symbol : SmallMarket.CHIPS) {
            send(Market.close(
                    move(symbol, "2025-01-27T20:50:00Z", 91),
                    "2025-01-27T21:05:00Z",
                    99,
                    symbol + "-2025-01-27T20:50:00Z"));
        }
        sector.time("2025-01-27T21:06:00Z");

        assertThat(signals())
                .extracting(Signal::kind, Signal::level, Signal::opening, Signal::sessionDate)
                .containsExactly(
                        tuple(SignalKind.SESSION_CLOSE, ShockLevel.NONE, false, TradingDay.parse("2025-01-27")));
    }

    @Test
    void aCloseThatTheVenueStatesAMinuteLaterMayOpenItsSession() throws Exception {
        sendAll("2025-01-27T20:59:50Z", 95.5);
        for (String symbol : SmallMarket.CHIPS) {
            send(Market.close(move(symbol, "2025-01-27T20:59:50Z", 95.5), "2025-01-27T21:01:00Z", 94));
        }
        sector.time("2025-01-27T21:02:00Z");

        assertThat(signals())
                .filteredOn(signal -> signal.at() == millis("2025-01-27T21:01:00Z"))
                .extracting(Signal::kind, Signal::level, Signal::opening, Signal::sessionDate)
                .containsExactly(
                        tuple(SignalKind.LEVEL, ShockLevel.COLLAPSE, true, TradingDay.parse("2025-01-27")),
                        tuple(SignalKind.SESSION_CLOSE, ShockLevel.COLLAPSE, true, TradingDay.parse("2025-01-27")));
    }

    @Test
    void aCloseCorrectedInTheEveningOpensNothing() throws Exception {
        sendAll("2025-01-27T20:59:50Z", 95.5);
        for (String symbol : SmallMarket.CHIPS) {
            send(Market.close(move(symbol, "2025-01-27T20:59:50Z", 95.5), "2025-01-27T23:01:00Z", 94));
        }
        sector.time("2025-01-27T23:02:00Z");

        assertThat(signals())
                .filteredOn(signal -> signal.at() == millis("2025-01-27T23:01:00Z"))
                .extracting(Signal::kind)
                .containsExactly(SignalKind.SESSION_CLOSE);
    }

    @Test
    void aRestartBetweenOpeningAndCancelChangesNothing() throws Exception {
        MemberMove bad = move("AAA", OPEN, 85);
        send(bad);
        send(move("BBB", OPEN, 94));
        send(move("CCC", OPEN, 99));
        send(benchmarkMove(OPEN, 99));
        sector.time("2025-01-27T14:30:30Z");
        sector = sector.restored();

        send(takingBack(bad, "2025-01-27T14:31:10Z", 99));
        sector.time("2025-01-27T14:31:10Z");

        assertThat(signals()).extracting(Signal::kind).containsExactly(SignalKind.CORRECTION);
    }

    @Test
    void officialClosesReviseTheClosingFiguresOnce() throws Exception {
        sendAll(OPEN, 99);
        for (String symbol : new String[] {"AAA", "BBB", "CCC"}) {
            send(Market.close(move(symbol, OPEN, 99), CLOSE, 99));
            send(Market.close(move(symbol, OPEN, 99), "2025-01-27T21:01:00Z", 98));
        }
        sector.time("2025-01-27T21:05:00Z");

        assertThat(signals())
                .extracting(
                        Signal::kind,
                        Signal::at,
                        Signal::sessionDate,
                        signal -> Math.round(signal.drawdown().figures().capWeightedReturn() * 1000))
                .containsExactly(
                        tuple(SignalKind.SESSION_CLOSE, millis(CLOSE), TradingDay.parse("2025-01-27"), -10L),
                        tuple(
                                SignalKind.SESSION_CLOSE,
                                millis("2025-01-27T21:01:00Z"),
                                TradingDay.parse("2025-01-27"),
                                -20L));
        assertThat(sector.output().get(sector.output().size() - 1).sessionDate())
                .isEqualTo(TradingDay.parse("2025-01-27"));
    }

    @Test
    void aCloseToldAgainDoesNotHideAPrintOfTheNextSession() throws Exception {
        sendAll(OPEN, 99);
        for (String symbol : new String[] {"AAA", "BBB", "CCC"}) {
            send(move(symbol, "XNAS", "2025-01-28T14:30:05Z", 90, "2025-01-28", "2025-01-27"));
        }
        send(move("MKT", "ARCX", "2025-01-28T14:30:05Z", 100, "2025-01-28", "2025-01-27"));
        send(Market.close(move("AAA", OPEN, 99), "2025-01-28T14:31:00Z", 98));

        sector.time("2025-01-28T14:35:00Z");

        assertThat(sector.output().get(sector.output().size() - 1).drawdown().capWeightedReturn())
                .isLessThan(-0.0999);
    }

    @Test
    void aDayDeclaredClosedThoughItHasBegunCountsAsNeverHeld() throws Exception {
        sendAll("2025-01-27T15:00:00Z", 90);
        sector.time("2025-01-27T15:30:00Z");
        int before = signals().size();

        sector.calendar(new CalendarEntry("XNAS", TradingDay.parse("2025-01-27"), true, null, null, "made up"));
        for (String symbol : SmallMarket.CHIPS) {
            send(move(symbol, "XNAS", "2025-01-28T15:00:00Z", 89, "2025-01-28", "2025-01-24"));
        }
        send(move("MKT", "ARCX", "2025-01-28T15:00:00Z", 100, "2025-01-28", "2025-01-24"));
        sector.time("2025-01-28T21:00:00Z");

        assertThat(signals().subList(before, signals().size()))
                .extracting(Signal::kind, Signal::sessionDate, Signal::opening)
                .containsExactly(
                        tuple(SignalKind.LEVEL, TradingDay.parse("2025-01-28"), true),
                        tuple(SignalKind.SESSION_CLOSE, TradingDay.parse("2025-01-28"), true));
    }

    @Test
    void anEarlyCloseHeardOfTooLateIsToldAtOnce() throws Exception {
        sendAll("2025-01-27T18:10:00Z", 99);
        sector.time("2025-01-27T18:30:30Z");

        sector.calendar(new CalendarEntry("XNAS", TradingDay.parse("2025-01-27"), false, null, "13:00", "early close"));
        sector.time("2025-01-27T18:32:00Z");

        assertThat(signals()).extracting(Signal::kind).containsExactly(SignalKind.SESSION_CLOSE);
        assertThat(signals().get(0).sessionDate()).isEqualTo(TradingDay.parse("2025-01-27"));
        assertThat(signals().get(0).drawdown()).isNotNull();
    }
}
