package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TradingDay;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.SectorSample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One company under two symbols or on two venues, and falls that begin where the sun rises first. */
class VenueTrapsITCase {

    private static final String DAY = "2024-12-05";
    private static final String SHOCK = "2025-01-27";
    private static final double USD_PER_YEN = 0.0065;

    static void write(TrapTape tape) {
        tape.market(DAY, 0.0);
        tape.market(SHOCK, 0.0);
        shareClasses(tape);
        localLine(tape);
        earlyLegs(tape);
    }

    /** Both classes of one company fall 10 %, the two others do not. */
    private static void shareClasses(TrapTape tape) {
        tape.stocks(DAY, 100, "SHCC@XNAS", "SHCD@XNAS");
        for (String key : new String[] {"SHCA@XNAS", "SHCB@XNAS"}) {
            line(tape, key, "class-company", 100, DAY, "2024-12-04");
        }
        for (String key : new String[] {"SHCA@XNAS", "SHCB@XNAS"}) {
            tape.print(key, DAY + "T09:30:00", 100, "O");
        }
        tape.trades("SHCA@XNAS", DAY + "T15:50:00", 90);
        tape.trades("SHCB@XNAS", DAY + "T15:50:02", 89.9);
        tape.day("SHCC@XNAS", DAY, 100, 100);
        tape.day("SHCD@XNAS", DAY, 100, 100);
    }

    /** A company falls 9 % in Tokyo; its depositary receipt in New York only 2 %. Another falls 10 %, a third does not. */
    private static void localLine(TrapTape tape) {
        Map<String, Object> tokyo = line(tape, "9901@XTKS", "tokyo-company", 15_000, DAY, "2024-12-04");
        tokyo.put("currency", "JPY");
        tokyo.put("fxToUsd", USD_PER_YEN);
        line(tape, "ADRA@XNYS", "tokyo-company", 97.5, DAY, "2024-12-04");
        tape.stocks(DAY, 100, "ADRB@XNYS", "ADRC@XNYS");
        tape.day("9901@XTKS", DAY, 13_650, 13_650);
        tape.day("ADRA@XNYS", DAY, 95.55, 95.55);
        tape.print("ADRB@XNYS", DAY + "T09:30:00", 100, "O");
        tape.trades("ADRB@XNYS", DAY + "T15:50:00", 90);
        tape.day("ADRC@XNYS", DAY, 100, 100);
    }

    /** Monday 2025-01-27: -8 % in Tokyo, -7 % in Amsterdam, -7 % in New York. */
    private static void earlyLegs(TrapTape tape) {
        Map<String, Object> tokyo = line(tape, "9902@XTKS", "east", 10_000, SHOCK, "2025-01-24");
        tokyo.put("currency", "JPY");
        tokyo.put("fxToUsd", USD_PER_YEN);
        Map<String, Object> amsterdam = line(tape, "EARB@XAMS", "middle", 600, SHOCK, "2025-01-24");
        amsterdam.put("currency", "EUR");
        amsterdam.put("fxToUsd", 1.05);
        amsterdam.put("sharesOutstanding", 1e8);
        line(tape, "EARC@XNAS", "west", 100, SHOCK, "2025-01-24").put("sharesOutstanding", 3e8);
        tape.print(TrapTape.MARKET, SHOCK + "T04:05:00", TrapTape.MARKET_CLOSE, "T");
        tradedAllDay(tape, "9902@XTKS", 9_200);
        tradedAllDay(tape, "EARB@XAMS", 558);
        tradedAllDay(tape, "EARC@XNAS", 93);
    }

    private static Map<String, Object> line(
            TrapTape tape, String key, String issuer, double reference, String day, String dayBefore) {
        Map<String, Object> line = tape.listing(key, day, 1e9);
        line.put("issuer", issuer);
        line.put("referenceClose", reference);
        line.put("referenceDate", dayBefore);
        return line;
    }

    /** Amsterdam trades on when New York opens. */
    private static void tradedAllDay(TrapTape tape, String key, double price) {
        tape.day(key, SHOCK, price, price);
        for (String time : new String[] {"10:00", "11:00", "13:00", "14:00", "15:29"}) {
            tape.print(key, SHOCK + "T" + time + ":00", price, "");
        }
    }

    @Test
    void twoClassesOfSharesAreOneCompany() {
        SectorSample close = TrapRun.result().closing("trap-share-classes", DAY);

        assertThat(TrapRun.result().alerts("trap-share-classes")).isEmpty();
        assertThat(close.memberCount()).isEqualTo(3);
        assertThat(close.drawdown().breadth()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(close.drawdown().capChangeUsd()).isCloseTo(-10.1e9, within(1e6));
        assertThat(NaiveView.collapses(DAY, "SHCA", "SHCB", "SHCC", "SHCD")).isTrue();
    }

    @Test
    void aReceiptAndItsLocalLineAreOneCompanyAtTheNewerPrice() {
        SectorSample close = TrapRun.result().closing("trap-local-line", DAY);

        assertThat(TrapRun.result().alerts("trap-local-line")).isEmpty();
        assertThat(close.memberCount()).isEqualTo(3);
        assertThat(TrapRun.member(close, "ADRA").sessionReturn()).isCloseTo(-0.02, within(1e-9));
        assertThat(close.drawdown().breadth()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(NaiveView.collapses(DAY, "9901", "ADRA", "ADRB", "ADRC")).isTrue();
    }

    @Test
    void newYorkOpensWithTheFallsOfTokyoAndAmsterdamInTheFigures() {
        List<Alert> alerts = TrapRun.result().alerts("trap-early-legs");
        Alert open = alerts.get(0);

        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.stage()).isEqualTo(AlertStage.OPEN);
        assertThat(open.onsetAt()).isBetween("2025-01-27T14:30:00Z", "2025-01-27T14:30:05Z");
        assertThat(TrapRun.member(open, "9902").sessionReturn()).isCloseTo(-0.08, within(1e-9));
        assertThat(TrapRun.member(open, "9902").capChangeUsd()).isCloseTo(-800 * 1e9 * USD_PER_YEN, within(1e6));
        assertThat(alerts).extracting(Alert::incidentId).containsOnly(open.incidentId());
    }

    @Test
    void aRuleThatTrustsEarlyVenuesOpensBeforeNewYorkAndNewYorkIsAStageOfTheSameIncident() {
        List<Alert> alerts = TrapRun.result().alerts("trap-early-open");
        Alert open = alerts.get(0);

        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.stage()).isEqualTo(AlertStage.PRE_MARKET);
        assertThat(open.tradeDate()).isEqualTo(TradingDay.parse(SHOCK));
        assertThat(open.onsetAt()).isBetween("2025-01-27T09:05:00Z", "2025-01-27T10:00:05Z");
        assertThat(alerts).extracting(Alert::incidentId).containsOnly(open.incidentId());
        assertThat(alerts).filteredOn(alert -> alert.state() == AlertState.OPEN).hasSize(1);
        assertThat(alerts).extracting(Alert::stage).contains(AlertStage.CLOSE);
    }
}
