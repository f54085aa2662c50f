package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.MemberDrawdown;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tuesday 2024-12-03: members that are halted, whose reference is old, or that are not listed yet. */
class CoverageTrapsITCase {

    private static final String DAY = "2024-12-03";
    private static final String NEXT = "2024-12-04";
    private static final String[] ONE_HALTED = {"HLTA@XNAS", "HLTB@XNAS", "HLTC@XNAS", "HLTD@XNAS", "HLTE@XNAS"};
    private static final String[] MOST_HALTED = {"MHLA@XNAS", "MHLB@XNAS", "MHLC@XNAS", "MHLD@XNAS", "MHLE@XNAS"};
    private static final String[] STALE = {"STAA@XNAS", "STAB@XNAS"};
    private static final String[] CURRENT = {"STAC@XNAS", "STAD@XNAS"};
    private static final String[] EARLY = {"LATA@XNAS", "LATB@XNAS"};
    private static final String[] LATE = {"LATC@XNAS", "LATD@XNAS"};

    static void write(TrapTape tape) {
        tape.market(DAY, 0.0);
        tape.market(NEXT, 0.0);
        oneHalted(tape);
        mostHalted(tape);
        stale(tape);
        lateListing(tape);
    }

    /** One is halted at -11 % just before the four others fall 7 %, and does not trade again. */
    private static void oneHalted(TrapTape tape) {
        tape.stocks(DAY, 100, ONE_HALTED);
        for (String key : ONE_HALTED) {
            tape.print(key, DAY + "T09:30:00", 99, "O");
        }
        tape.trades("HLTA@XNAS", DAY + "T15:49:00", 89);
        tape.halt("HLTA@XNAS", DAY + "T15:49:30");
        for (String key : ONE_HALTED) {
            if (!key.equals("HLTA@XNAS")) {
                tape.trades(key, DAY + "T15:50:00", 93);
                tape.print(key, DAY + "T15:59:59", 93, "6");
            }
        }
    }

    /** Three of five are halted since 14:00 at -3 %; the two that trade fall 20 %. */
    private static void mostHalted(TrapTape tape) {
        tape.stocks(DAY, 100, MOST_HALTED);
        for (String key : MOST_HALTED) {
            tape.print(key, DAY + "T09:30:00", 99, "O");
        }
        for (String key : new String[] {"MHLA@XNAS", "MHLB@XNAS", "MHLC@XNAS"}) {
            tape.trades(key, DAY + "T13:59:00", 97);
            tape.halt(key, DAY + "T14:00:00");
        }
        for (String key : new String[] {"MHLD@XNAS", "MHLE@XNAS"}) {
            tape.trades(key, DAY + "T15:50:00", 80);
            tape.print(key, DAY + "T15:59:59", 80, "6");
        }
    }

    /** Two listings name a close of three weeks ago, before a fall that is over. */
    private static void stale(TrapTape tape) {
        for (String key : STALE) {
            Map<String, Object> line = tape.listing(key, DAY, 1e9);
            line.put("referenceClose", 150);
            line.put("referenceDate", "2024-11-08");
            tape.day(key, DAY, 99, 99);
        }
        tape.stocks(DAY, 100, CURRENT);
        for (String key : CURRENT) {
            tape.day(key, DAY, 99, 99);
        }
    }

    /** Two are listed from the 4th on, with a close of the 3rd; on the 3rd they trade 20 % below it. */
    private static void lateListing(TrapTape tape) {
        tape.stocks(DAY, 100, EARLY);
        tape.stocks(NEXT, 50, LATE);
        for (String key : EARLY) {
            tape.day(key, DAY, 99.5, 100);
            tape.day(key, NEXT, 100, 100);
        }
        for (String key : LATE) {
            tape.day(key, DAY, 40, 40);
            tape.day(key, NEXT, 49, 49);
        }
    }

    @Test
    void aHaltedMemberStandsAtItsLastPriceAndIsShownHalted() {
        Alert open = TrapRun.result().alerts("trap-one-halted").get(0);
        MemberDrawdown halted = TrapRun.member(open, "HLTA");

        assertThat(open.state()).isEqualTo(AlertState.OPEN);
        assertThat(open.drawdown().breadth()).isEqualTo(1.0);
        assertThat(halted.halted()).isTrue();
        assertThat(halted.sessionReturn()).isCloseTo(-0.11, within(1e-9));
        assertThat(TrapRun.member(open, "HLTB").halted()).isFalse();
    }

    @Test
    void silenceIsNoRecovery() {
        Alert close = TrapRun.result().alerts("trap-one-halted").stream()
                .filter(alert -> alert.stage() == AlertStage.CLOSE)
                .findFirst()
                .orElseThrow();

        assertThat(close.drawdown().equalWeightedReturn()).isCloseTo((-0.11 - 4 * 0.07) / 5, within(1e-9));
        assertThat(close.drawdown().coverage()).isCloseTo(0.8, within(0.01));
        assertThat(TrapRun.member(close, "HLTA").fresh()).isFalse();
        assertThat(TrapRun.member(close, "HLTA").halted()).isTrue();
    }

    @Test
    void aSectorThatIsMostlyHaltedOpensNothing() {
        SectorSample close = TrapRun.result().closing("trap-most-halted", DAY);

        assertThat(TrapRun.result().alerts("trap-most-halted")).isEmpty();
        assertThat(close.level()).isEqualTo(ShockLevel.WATCH);
        assertThat(close.drawdown().equalWeightedReturn()).isLessThan(-0.09);
        assertThat(close.drawdown().coverage()).isCloseTo(0.4, within(0.01));
        assertThat(close.reason()).contains("coverage");
        assertThat(NaiveView.collapses(DAY, "MHLA", "MHLB", "MHLC", "MHLD", "MHLE"))
                .isTrue();
    }

    @Test
    void membersWithAnOldReferenceAreLeftOutAndNamed() {
        SectorSample close = TrapRun.result().closing("trap-stale", DAY);

        assertThat(TrapRun.result().alerts("trap-stale")).isEmpty();
        assertThat(close.excluded()).containsExactly("STAA", "STAB");
        assertThat(close.memberCount()).isEqualTo(2);
        assertThat(close.drawdown().capWeightedReturn()).isCloseTo(-0.01, within(1e-9));
        assertThat(close.drawdown().coverage()).isEqualTo(1.0);
        assertThat(NaiveView.collapses(DAY, "STAA", "STAB", "STAC", "STAD")).isTrue();
    }

    @Test
    void aMemberCountsFromTheDayOfItsListing() {
        SectorSample before = TrapRun.result().closing("trap-late-listing", DAY);
        SectorSample after = TrapRun.result().closing("trap-late-listing", NEXT);

        assertThat(TrapRun.result().alerts("trap-late-listing")).isEmpty();
        assertThat(before.drawdown().capWeightedReturn()).isCloseTo(0.0, within(1e-9));
        assertThat(before.drawdown().coverage()).isEqualTo(1.0);
        assertThat(before.excluded()).containsExactly("LATC", "LATD");
        assertThat(TrapRun.member(after, "LATC").sessionReturn()).isCloseTo(-0.02, within(1e-9));
        assertThat(after.memberCount()).isEqualTo(4);
        assertThat(NaiveView.collapses(DAY, "LATA", "LATB", "LATC", "LATD")).isTrue();
    }
}
