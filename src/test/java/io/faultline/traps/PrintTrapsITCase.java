package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Monday 2024-11-25: prints that are wrong, not meant as a price, taken back, or put right. */
class PrintTrapsITCase {

    private static final String DAY = "2024-11-25";
    private static final String[] BAD = {"BADA@XNAS", "BADB@XNAS", "BADC@XNAS"};
    private static final String[] ODD = {"ODDA@XNYS", "ODDB@XNYS", "ODDC@XNYS"};
    private static final String[] CANCELLED = {"CANA@XNAS", "CANB@XNAS", "CANC@XNAS"};
    private static final String[] PARTLY = {"PARA@XNAS", "PARB@XNAS", "PARC@XNAS"};
    private static final String[] CORRECTED = {"CORA@XNAS", "CORB@XNAS", "CORC@XNAS"};

    static void write(TrapTape tape) {
        tape.market(DAY, 0.001);
        badPrints(tape);
        oddPrints(tape);
        cancelled(tape);
        partlyCancelled(tape);
        corrected(tape);
    }

    /** All at -4 %; then two print once 3 % below, and the next print is back. */
    private static void badPrints(TrapTape tape) {
        tape.stocks(DAY, 100, BAD);
        for (String key : BAD) {
            tape.day(key, DAY, 97, 96);
            tape.print(key, DAY + "T15:40:00", 96, "");
        }
        for (String key : new String[] {"BADA@XNAS", "BADB@XNAS"}) {
            tape.print(key, DAY + "T15:50:00", 93, "");
            tape.print(key, DAY + "T15:50:02", 96, "");
        }
    }

    /** Twice each at -10 %: an odd lot, a late report, a derivatively priced trade, an official open. */
    private static void oddPrints(TrapTape tape) {
        tape.stocks(DAY, 100, ODD);
        for (String key : ODD) {
            tape.day(key, DAY, 99, 99);
            for (String conditions : List.of("I", "I", "Z", "Z", "4", "4", "Q", "Q")) {
                tape.print(key, DAY + "T15:50:00", 90, conditions);
            }
        }
    }

    /** Two of three trade twice at -10 %; all four prints are cancelled. */
    private static void cancelled(TrapTape tape) {
        tape.stocks(DAY, 100, CANCELLED);
        List<String> wrong = new ArrayList<>();
        for (String key : CANCELLED) {
            tape.day(key, DAY, 99.5, 99.5);
            tape.print(key, DAY + "T15:49:00", 99.5, "");
        }
        wrong.addAll(tape.trades("CANA@XNAS", DAY + "T15:50:00", 90));
        wrong.addAll(tape.trades("CANB@XNAS", DAY + "T15:50:00", 90));
        for (String id : wrong) {
            tape.cancel(id.substring(0, 4) + "@XNAS", DAY + "T15:52:00", id);
        }
    }

    /** All three fall 9 % or more; the deepest fall is cancelled, the two others stand. */
    private static void partlyCancelled(TrapTape tape) {
        tape.stocks(DAY, 100, PARTLY);
        for (String key : PARTLY) {
            tape.print(key, DAY + "T09:30:00", 99, "O");
            tape.print(key, DAY + "T15:49:00", 99, "");
        }
        List<String> wrong = tape.trades("PARA@XNAS", DAY + "T15:50:00", 85);
        tape.trades("PARB@XNAS", DAY + "T15:50:00", 91);
        tape.trades("PARC@XNAS", DAY + "T15:50:00", 91);
        wrong.forEach(id -> tape.cancel("PARA@XNAS", DAY + "T15:52:00", id));
    }

    /** All three fall 12 %, then each print is corrected to -7 %. */
    private static void corrected(TrapTape tape) {
        tape.stocks(DAY, 100, CORRECTED);
        for (String key : CORRECTED) {
            tape.print(key, DAY + "T09:30:00", 99, "O");
            for (String id : tape.trades(key, DAY + "T15:50:00", 88)) {
                tape.correct(key, DAY + "T15:52:00", id, 93, "");
            }
        }
    }

    @Test
    void aSinglePrintFarOffMovesNothing() {
        SectorSample close = TrapRun.result().closing("trap-bad-prints", DAY);

        assertThat(TrapRun.result().alerts("trap-bad-prints")).isEmpty();
        assertThat(close.level()).isEqualTo(ShockLevel.WATCH);
        assertThat(close.drawdown().equalWeightedReturn()).isCloseTo(-0.04, within(1e-9));
        assertThat(NaiveView.collapses(DAY, "BADA", "BADB", "BADC")).isTrue();
    }

    @Test
    void printsThatAreNoPriceMoveNothingHoweverOften() {
        SectorSample close = TrapRun.result().closing("trap-odd-prints", DAY);

        assertThat(TrapRun.result().alerts("trap-odd-prints")).isEmpty();
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(-0.01, within(1e-9));
        assertThat(NaiveView.collapses(DAY, "ODDA", "ODDB", "ODDC")).isTrue();
    }

    @Test
    void anIncidentWhosePrintsAreAllCancelledIsRetracted() {
        List<Alert> alerts = TrapRun.result().alerts("trap-cancelled");

        assertThat(alerts).extracting(Alert::state).containsExactly(AlertState.OPEN, AlertState.RETRACT);
        assertThat(alerts.get(0).drawdown().equalWeightedReturn()).isCloseTo((-0.1 - 0.1 - 0.005) / 3, within(1e-9));
        Alert last = alerts.get(1);
        assertThat(last.incidentId()).isEqualTo(alerts.get(0).incidentId());
        assertThat(last.detectedAt()).isBetween("2024-11-25T20:52:00Z", "2024-11-25T20:52:02Z");
        assertThat(TrapRun.result().closing("trap-cancelled", DAY).drawdown().capWeightedReturn())
                .isCloseTo(-0.005, within(1e-9));
    }

    @Test
    void anIncidentThatStandsWithoutTheCancelledPrintsIsRevised() {
        List<Alert> alerts = TrapRun.result().alerts("trap-partly-cancelled");
        Alert revised = alerts.get(1);

        assertThat(alerts).extracting(Alert::state).startsWith(AlertState.OPEN, AlertState.UPDATE);
        assertThat(alerts).extracting(Alert::state).doesNotContain(AlertState.RETRACT);
        assertThat(alerts).extracting(Alert::state).endsWith(AlertState.RESOLVE);
        assertThat(alerts.get(0).drawdown().equalWeightedReturn()).isCloseTo(-0.11, within(1e-9));
        assertThat(revised.drawdown().equalWeightedReturn()).isCloseTo(-0.19 / 3, within(1e-9));
        assertThat(TrapRun.member(revised, "PARA").last()).isEqualTo(99);
        assertThat(revised.cumulative().capWeightedReturn()).isCloseTo(-0.19 / 3, within(1e-9));
    }

    @Test
    void anIncidentWhosePrintsAreCorrectedHasTheCorrectedFigures() {
        List<Alert> alerts = TrapRun.result().alerts("trap-corrected");

        assertThat(alerts).extracting(Alert::state).startsWith(AlertState.OPEN, AlertState.UPDATE);
        assertThat(alerts).extracting(Alert::state).endsWith(AlertState.RESOLVE);
        assertThat(alerts.get(0).drawdown().capWeightedReturn()).isCloseTo(-0.12, within(1e-9));
        assertThat(alerts.subList(1, alerts.size()))
                .allSatisfy(alert ->
                        assertThat(alert.drawdown().capWeightedReturn()).isCloseTo(-0.07, within(1e-9)));
        assertThat(alerts.get(alerts.size() - 1).legs().get(0).capWeightedReturn())
                .isCloseTo(-0.07, within(1e-9));
    }
}
