package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices before the open and after the close, official closes that come late, and a fall that is everybody's. */
class CloseTrapsITCase {

    private static final String[] POST = {"POSA@XNAS", "POSB@XNAS", "POSC@XNAS"};
    private static final String[] CLOSES = {"OFFA@XNAS", "OFFB@XNAS", "OFFC@XNAS"};
    private static final String[] THIN = {"THIA@XNAS", "THIB@XNAS", "THIC@XNAS"};
    private static final String[] COVERED = {"COVA@XNAS", "COVB@XNAS", "COVC@XNAS"};
    private static final String[] ALL = {"ALLA@XNAS", "ALLB@XNAS", "ALLC@XNAS"};

    static void write(TrapTape tape) {
        postMarket(tape);
        correctedClose(tape);
        preMarket(tape);
        marketWide(tape);
    }

    /** -6 % at the close of 2024-12-09; at 17:00 two trades each at -20 %; the next day opens where it closed. */
    private static void postMarket(TrapTape tape) {
        tape.market("2024-12-09", 0.0);
        tape.market("2024-12-10", 0.0);
        tape.stocks("2024-12-09", 100, POST);
        for (String key : POST) {
            tape.print(key, "2024-12-09T09:30:00", 99, "O");
            tape.trades(key, "2024-12-09T15:50:00", 94);
            tape.trades(key, "2024-12-09T17:00:00", 80);
            tape.day(key, "2024-12-10", 93.8, 94);
        }
    }

    /** -7 % at the close of 2024-12-12; one official close comes at 92 and is corrected to 93.5 twenty minutes later. */
    private static void correctedClose(TrapTape tape) {
        tape.market("2024-12-12", 0.0);
        tape.market("2024-12-13", 0.0);
        tape.stocks("2024-12-12", 100, CLOSES);
        for (String key : CLOSES) {
            tape.print(key, "2024-12-12T09:30:00", 99, "O");
            tape.trades(key, "2024-12-12T15:50:00", 93);
            boolean wrong = key.equals("OFFA@XNAS");
            String official = tape.print(key, "2024-12-12T16:00:10", wrong ? 92 : 93, "M");
            if (wrong) {
                tape.correct(key, "2024-12-12T16:20:00", official, 93.5, "M");
            }
            tape.day(key, "2024-12-13", 93.5, 93.5);
        }
    }

    /** 2024-12-17, 08:00: two trades each at -10 %, and three each in another sector; opens at -1 % and at -9 %. */
    private static void preMarket(TrapTape tape) {
        tape.market("2024-12-17", 0.0);
        tape.stocks("2024-12-17", 100, THIN);
        tape.stocks("2024-12-17", 100, COVERED);
        tape.print(TrapTape.MARKET, "2024-12-17T07:55:00", TrapTape.MARKET_CLOSE, "T");
        for (String key : THIN) {
            tape.trades(key, "2024-12-17T08:00:00", 90);
            tape.day(key, "2024-12-17", 99, 99);
        }
        for (String key : COVERED) {
            tape.trades(key, "2024-12-17T08:00:00", 90);
            tape.trades(key, "2024-12-17T08:02:00", 90);
            tape.day(key, "2024-12-17", 91, 91);
        }
    }

    /** 2024-12-19: the sector falls 6 %, the market 4.5 %. */
    private static void marketWide(TrapTape tape) {
        tape.market("2024-12-19", -0.045);
        tape.stocks("2024-12-19", 100, ALL);
        for (String key : ALL) {
            tape.print(key, "2024-12-19T09:30:00", 99, "O");
            tape.trades(key, "2024-12-19T15:50:00", 94);
            tape.print(key, "2024-12-19T15:59:59", 94, "6");
        }
    }

    @Test
    void aMoveAfterTheCloseLeavesTheCloseAsItIs() {
        TrapRun run = TrapRun.result();
        Alert close = stage(run.alerts("trap-post-market"), AlertStage.CLOSE).get(0);
        SectorSample next = run.closing("trap-post-market", "2024-12-10");

        assertThat(stage(run.alerts("trap-post-market"), AlertStage.CLOSE)).hasSize(1);
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(-0.06, within(1e-9));
        assertThat(run.closing("trap-post-market", "2024-12-09").drawdown().capWeightedReturn())
                .isCloseTo(-0.06, within(1e-9));
        assertThat(TrapRun.member(next, "POSA").referenceClose()).isEqualTo(94);
    }

    @Test
    void aMoveAfterTheCloseIsThinTradingOfTheNextDayAndTellsNothing() {
        List<Alert> alerts = TrapRun.result().alerts("trap-post-market");

        assertThat(alerts)
                .as("the evening of the 9th is no news of the incident")
                .noneMatch(alert -> alert.detectedAt().toString().startsWith("2024-12-09T22:00"));
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.legs()).hasSize(1));
    }

    @Test
    void anOfficialCloseAndItsCorrectionReviseTheClose() {
        List<Alert> closes = stage(TrapRun.result().alerts("trap-corrected-close"), AlertStage.CLOSE);

        assertThat(closes)
                .extracting(alert -> TrapRun.member(alert, "OFFA").last())
                .containsExactly(93.0, 92.0, 93.5);
        assertThat(closes)
                .extracting(alert -> Math.round(alert.drawdown().equalWeightedReturn() * 1e4) / 1e4)
                .containsExactly(-0.07, -0.0733, -0.0683);
        assertThat(closes.get(2).detectedAt()).isBetween("2024-12-12T21:20:00Z", "2024-12-12T21:22:00Z");
    }

    @Test
    void theNextDayIsMeasuredFromTheCorrectedClose() {
        SectorSample next = TrapRun.result().closing("trap-corrected-close", "2024-12-13");

        assertThat(TrapRun.member(next, "OFFA").referenceClose()).isEqualTo(93.5);
        assertThat(TrapRun.member(next, "OFFB").referenceClose()).isEqualTo(93);
        assertThat(TrapRun.member(next, "OFFA").sessionReturn()).isZero();
    }

    @Test
    void aFewTradesBeforeTheOpenOpenNothing() {
        SectorSample close = TrapRun.result().closing("trap-thin", "2024-12-17");

        assertThat(TrapRun.result().alerts("trap-thin")).isEmpty();
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(-0.01, within(1e-9));
        assertThat(NaiveView.collapses("2024-12-17", "THIA", "THIB", "THIC")).isTrue();
    }

    @Test
    void wellCoveredTradingBeforeTheOpenOpensAnIncident() {
        Alert open = TrapRun.result().alerts("trap-thin-covered").get(0);

        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.stage()).isEqualTo(AlertStage.PRE_MARKET);
        assertThat(open.onsetAt()).isBetween("2024-12-17T13:02:00Z", "2024-12-17T13:02:05Z");
    }

    @Test
    void aFallThatIsTheMarketsOpensNothingAndSaysSo() {
        SectorSample close = TrapRun.result().closing("trap-market-wide", "2024-12-19");

        assertThat(TrapRun.result().alerts("trap-market-wide")).isEmpty();
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(-0.06, within(1e-9));
        assertThat(close.drawdown().excessReturn()).isCloseTo(-0.015, within(1e-4));
        assertThat(close.level()).isEqualTo(ShockLevel.WATCH);
        assertThat(close.reason()).contains("-1.5 points against the market");
        assertThat(NaiveView.collapses("2024-12-19", "ALLA", "ALLB", "ALLC")).isTrue();
    }

    private static List<Alert> stage(List<Alert> alerts, AlertStage stage) {
        return alerts.stream().filter(alert -> alert.stage() == stage).toList();
    }
}
