package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.shock.SectorSample;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Monday 2024-06-10: shares that are ten times as many, and a cash payment to their holders. Prices are as traded, never
 * adjusted.
 */
class CorporateActionTrapsITCase {

    private static final String FRIDAY = "2024-06-07";
    private static final String MONDAY = "2024-06-10";

    static void write(TrapTape tape) {
        tape.market(FRIDAY, 0.0);
        tape.market(MONDAY, 0.002);
        splits(tape);
        dividends(tape);
    }

    /** Two of three split 10:1; their own closes of Friday are in old shares. */
    private static void splits(TrapTape tape) {
        tape.stocks(FRIDAY, 1200, "SPLA@XNAS", "SPLB@XNAS");
        tape.stocks(FRIDAY, 100, "SPLC@XNAS");
        for (String key : new String[] {"SPLA@XNAS", "SPLB@XNAS"}) {
            tape.day(key, FRIDAY, 1205, 1208.88);
            tape.listing(key, MONDAY, 1e10).put("splitRatio", 10);
            tape.day(key, MONDAY, 121.00, 121.79);
        }
        tape.day("SPLC@XNAS", FRIDAY, 100, 100);
        tape.day("SPLC@XNAS", MONDAY, 100.1, 100.5);
    }

    /** One pays 15 a share, one splits 2:1 and pays 15 per new share, one does nothing. */
    private static void dividends(TrapTape tape) {
        tape.stocks(FRIDAY, 100, "DIVA@XNYS", "DIVC@XNYS");
        tape.stocks(FRIDAY, 200, "DIVB@XNYS");
        tape.day("DIVA@XNYS", FRIDAY, 100, 100);
        tape.day("DIVB@XNYS", FRIDAY, 200, 200);
        tape.day("DIVC@XNYS", FRIDAY, 100, 100);
        tape.listing("DIVA@XNYS", MONDAY, 1e9).put("specialDividend", 15);
        Map<String, Object> split = tape.listing("DIVB@XNYS", MONDAY, 2e9);
        split.put("splitRatio", 2);
        split.put("specialDividend", 15);
        tape.day("DIVA@XNYS", MONDAY, 85.2, 85.0);
        tape.day("DIVB@XNYS", MONDAY, 85.2, 85.0);
        tape.day("DIVC@XNYS", MONDAY, 100.2, 100.0);
    }

    @Test
    void aSplitIsNoFall() {
        SectorSample close = TrapRun.result().closing("trap-splits", MONDAY);

        assertThat(TrapRun.result().alerts("trap-splits")).isEmpty();
        assertThat(close.drawdown().capWeightedReturn()).isBetween(0.005, 0.008);
        assertThat(TrapRun.member(close, "SPLA").referenceClose()).isCloseTo(120.888, within(1e-9));
        assertThat(NaiveView.collapses(MONDAY, "SPLA", "SPLB", "SPLC")).isTrue();
    }

    @Test
    void aSpecialDividendIsNoFall() {
        SectorSample close = TrapRun.result().closing("trap-dividends", MONDAY);

        assertThat(TrapRun.result().alerts("trap-dividends")).isEmpty();
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(0.0, within(1e-9));
        assertThat(TrapRun.member(close, "DIVA").referenceClose()).isEqualTo(85.0);
        assertThat(TrapRun.member(close, "DIVB").referenceClose()).isEqualTo(85.0);
        assertThat(NaiveView.collapses(MONDAY, "DIVA", "DIVB", "DIVC")).isTrue();
    }
}
