package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorroborationPropertyTest {

    /** A print of a quiet market, and a wrong one after it, or null for none. */
    private record Quiet(double price, Double wrong) {}

    @Property
    void singleWrongPrintsNeverMoveAQuietMarket(@ForAll("quietMarket") List<Quiet> prints) {
        CorroborationRun run = new CorroborationRun(100.0);
        for (Quiet quiet : prints) {
            assertThat(run.print(quiet.price()).last()).isEqualTo(quiet.price());
            if (quiet.wrong() != null) {
                run.print(quiet.wrong());
                assertThat(run.last()).isEqualTo(quiet.price());
            }
        }
    }

    /** Whatever is printed, the last price moves no farther than two of the three prices known agree on. */
    @Property
    void theLastPriceStaysNearItselfOrNearTheMedian(@ForAll("anyPrices") List<Double> prices) {
        CorroborationRun run = new CorroborationRun(100.0);
        double before = 100.0;
        double previous = 100.0;
        for (double price : prices) {
            run.print(price);
            double last = run.last() == null ? 100.0 : run.last();
            double[] known = {before, previous, price};
            Arrays.sort(known);
            assertThat(isNear(last, before) || isNear(last, known[1]))
                    .as("from %s to %s by %s, %s", before, last, previous, price)
                    .isTrue();
            before = last;
            previous = price;
        }
    }

    @Property
    void aPricePrintedTwiceRunningIsTheLast(@ForAll("anyPrices") List<Double> prices) {
        CorroborationRun run = new CorroborationRun(100.0);
        for (double price : prices) {
            assertThat(run.print(price).print(price).last()).isEqualTo(price);
        }
    }

    private static boolean isNear(double price, double compared) {
        return Math.abs(price - compared) <= CorroborationRun.BEYOND * compared;
    }

    @Provide
    Arbitrary<List<Quiet>> quietMarket() {
        Arbitrary<Double> price = Arbitraries.doubles().between(99.1, 100.9);
        Arbitrary<Double> wrong = Arbitraries.oneOf(
                        Arbitraries.doubles().between(0.01, 97),
                        Arbitraries.doubles().between(103, 10_000))
                .injectNull(0.5);
        return Combinators.combine(price, wrong).as(Quiet::new).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Double>> anyPrices() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(90, 110),
                        Arbitraries.doubles().between(0.01, 1_000),
                        Arbitraries.of(97.0, 98.0, 99.0, 100.0, 102.0, 103.0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
