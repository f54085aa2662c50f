package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorroborationTest {

    /** Prints and the last price after each; {@code a} marks an auction, {@code -} no last price yet. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            SPY 257.66 amid 249.75 moves nothing | 250.42 | 249.75 257.66 249.75 249.76 | 249.75 249.75 249.75 249.76
            nor as the first print of the day    | 249.80 | 257.66 249.75               | - 249.75
            NVDA opens lower: the second print   | 142.62 | 124.80 124.75 124.60        | - 124.75 124.60
            NVDA opens lower: the auction        | 142.62 | 124.80a 124.75              | 124.80 124.75
            pre-market fall goes on              | 142.62 | 132.00 131.50 130.10 129.90 | - 131.50 130.10 129.90
            a crash in steps of 1 % has no delay | 100    | 99 98.01 97.03 96.06 95.1   | 99 98.01 97.03 96.06 95.1
            a free fall is one print behind      | 100    | 97 94 91 88 88              | - 97 94 91 88
            the nearer of two is confirmed       | 100    | 100 90 95                   | 100 100 95
            two wrong prints that do not agree   | 250    | 250 257.66 300 250          | 250 250 257.66 257.66
            wrong on both sides                  | 100    | 100 110 90 100.5            | 100 100 100 100.5
            a wrong print before a true jump     | 100    | 100 120 90 90               | 100 100 100 90
            a wrong print after a true jump      | 100    | 90 120 90 90                | - - - 90
            an auction against a held print      | 100    | 100 120 101a 120 101        | 100 100 101 101 101
            an auction may be far by itself      | 100    | 100 80a 80.5 100            | 100 80 80.5 80.5
            nothing to compare with              |        | 257.66 249.75 249.7         | 257.66 257.66 249.7
            the band belongs to it               | 100    | 98 99.96                    | 98 99.96
            just outside                         | 100    | 97.99 100                   | - 100
            the scale does not matter            | 0.5    | 0.495 0.52 0.494            | 0.495 0.495 0.494
            large prices                         | 5e5    | 501000 560000 560100        | 501000 501000 560100
            """)
    void theNextPrintDecides(String what, Double reference, String prints, String lasts) {
        CorroborationRun run = new CorroborationRun(reference);
        String[] expected = lasts.split(" ");
        String[] given = prints.split(" ");
        assertThat(given).hasSameSizeAs(expected);
        for (int i = 0; i < given.length; i++) {
            boolean auction = given[i].endsWith("a");
            double price = Double.parseDouble(given[i].replace("a", ""));
            run = auction ? run.auction(price) : run.print(price);
            Double last = expected[i].equals("-") ? null : Double.valueOf(expected[i]);
            assertThat(run.last()).as("%s, after print %d", what, i + 1).isEqualTo(last);
        }
    }

    @Test
    void theSameReportAgainIsNoSecondWitness() {
        CorroborationRun run = new CorroborationRun(249.80).print(249.75);
        Print wrong = new Print("x", 257.66, 5);

        run.take(wrong, false).take(wrong, false).take(new Print("x", 257.70, 6), false);

        assertThat(run.last()).isEqualTo(249.75);
        assertThat(run.held).isEqualTo(wrong);
        assertThat(run.dropped).hasSize(2);
    }

    @Test
    void withoutIdsTwoPrintsThatNothingTellsApartAreOne() {
        CorroborationRun run = new CorroborationRun(100.0).take(new Print(null, 90, 5), false);

        assertThat(run.take(new Print(null, 90, 5), false).last()).isNull();
        assertThat(run.take(new Print(null, 90, 6), false).last()).isEqualTo(90);
    }

    @Test
    void anOldReportAgainSpeaksNotAgainstAHeldPrint() {
        CorroborationRun run = new CorroborationRun(100.0).print(100).print(90);

        run.take(new Print("p1", 100, 1), false);

        assertThat(run.held.price()).isEqualTo(90);
        assertThat(run.print(90.1).last()).isEqualTo(90.1);
    }

    @Test
    void aConfirmedPrintIsRememberedSoThatItCanBeCancelled() {
        CorroborationRun run = new CorroborationRun(142.62).print(124.80).print(124.75);

        assertThat(run.recent.holds("p1")).isTrue();
        assertThat(run.recent.accepted()).isEqualTo(2);
        assertThat(run.dropped).isEmpty();
    }

    @Test
    void afterACancelTheHeldPrintIsComparedWithWhatIsLeft() {
        CorroborationRun run =
                new CorroborationRun(100.0).print(100).auction(80).print(99);

        run.recent = run.recent.without("p2");

        assertThat(run.print(99.5).last()).isEqualTo(99.5);
        assertThat(run.held).isNull();
    }

    @Test
    void aCorrectedPrintIsJudgedByItsNewPrice() {
        CorroborationRun run = new CorroborationRun(249.80).print(249.75).print(257.66);
        Print corrected = run.held.corrected("x", 249.66);

        run.held = null;
        run.take(corrected, false);

        assertThat(run.recent.last()).isEqualTo(new Print("x", 249.66, 2));
    }

    @Test
    void aLatePrintIsJudgedAsIfItHadComeBeforeTheHeldOne() {
        CorroborationRun run = new CorroborationRun(100.0).take(new Print("jump", 90, 50), false);

        run.take(new Print("before", 100.1, 40), false);
        assertThat(run.last()).isEqualTo(100.1);
        assertThat(run.held.price()).isEqualTo(90);

        run.take(new Print("soon", 90.5, 45), false);
        assertThat(run.recent.prints()).extracting(Print::ts).containsExactly(40L, 45L, 50L);
        assertThat(run.held).isNull();
    }

    @Test
    void aLateAuctionLeavesTheHeldPrintToTheComparisonWithIt() {
        CorroborationRun run = new CorroborationRun(142.62).take(new Print("second", 124.75, 50), false);

        run.take(new Print("cross", 124.80, 40), true);

        assertThat(run.recent.prints()).extracting(Print::tradeId).containsExactly("cross", "second");
        assertThat(run.dropped).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.02, Double.NaN})
    void aBandMustHaveAWidth(double beyond) {
        assertThatThrownBy(() -> new Corroboration(beyond)).isInstanceOf(IllegalArgumentException.class);
    }
}
