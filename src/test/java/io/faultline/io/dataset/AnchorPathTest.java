package io.faultline.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Eligibility;
import io.faultline.market.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorPathTest {

    private static final long OPEN = Instant.parse("2025-01-27T14:30:00Z").toEpochMilli();
    private static final long LOW = Instant.parse("2025-01-27T19:47:00Z").toEpochMilli();
    private static final long CLOSE = Instant.parse("2025-01-27T20:59:59Z").toEpochMilli();
    private static final List<Anchor> DAY =
            List.of(new Anchor(OPEN, 124.80), new Anchor(LOW, 116.70), new Anchor(CLOSE, 118.42));

    @Test
    void firstPrintIsTheOpenWithinThreeSeconds() {
        Tick first = path("NVDA", 1, 7).get(0);
        assertThat(first.price()).isEqualTo(124.80);
        assertThat(first.ts()).isBetween(OPEN, OPEN + 3_000 - 1);
    }

    @Test
    void slowerListingsOpenWithinTwentySeconds() {
        for (long seed = 0; seed < 50; seed++) {
            Tick first = path("GLW", 10, seed).get(0);
            assertThat(first.price()).isEqualTo(124.80);
            assertThat(first.ts()).isBetween(OPEN, OPEN + 20_000 - 1);
        }
    }

    @Test
    void lastPrintIsTheClose() {
        List<Tick> ticks = path("NVDA", 1, 7);
        Tick last = ticks.get(ticks.size() - 1);
        assertThat(last.price()).isEqualTo(118.42);
        assertThat(last.ts()).isEqualTo(CLOSE);
    }

    @Test
    void everyLaterAnchorIsAPrint() {
        assertThat(path("NVDA", 1, 7)).anySatisfy(tick -> {
            assertThat(tick.ts()).isEqualTo(LOW);
            assertThat(tick.price()).isEqualTo(116.70);
        });
    }

    @Test
    void paceIsKeptOnAverage() {
        assertThat(path("NVDA", 1, 7).size()).isBetween(22_500, 24_300);
        assertThat(path("GLW", 10, 7).size()).isBetween(2_250, 2_430);
    }

    @Test
    void seedSymbolAndDayDecideThePath() {
        assertThat(path("NVDA", 1, 7)).isEqualTo(path("NVDA", 1, 7));
        assertThat(prices(path("NVDA", 1, 7))).isNotEqualTo(prices(path("NVDA", 1, 8)));
        assertThat(prices(path("NVDA", 1, 7))).isNotEqualTo(prices(path("AVGO", 1, 7)));
    }

    @Test
    void pathMovesAroundTheStraightLine() {
        long distinct =
                path("NVDA", 1, 7).stream().mapToDouble(Tick::price).distinct().count();
        assertThat(distinct).isGreaterThan(500);
    }

    @Test
    void allPrintsMaySetTheLastPriceAndHaveTheirOwnId() {
        List<Tick> ticks = path("NVDA", 1, 7);
        assertThat(ticks).allMatch(tick -> Eligibility.maySetLast(tick.tape(), tick.conditions()));
        assertThat(ticks.stream().map(Tick::tradeId).distinct()).hasSameSizeAs(ticks);
        assertThat(ticks).allMatch(tick -> tick.size() >= 100);
    }

    @Test
    void singleAnchorIsOnePrint() {
        AnchorPath path = new AnchorPath(new Tape("NVDA", "XNAS"), List.of(new Anchor(CLOSE, 5)), 1, 7);
        assertThat(path).toIterable().singleElement().satisfies(tick -> {
            assertThat(tick.ts()).isEqualTo(CLOSE);
            assertThat(tick.price()).isEqualTo(5);
        });
    }

    private static List<Tick> path(String symbol, int pace, long seed) {
        List<Tick> ticks = new ArrayList<>();
        new AnchorPath(new Tape(symbol, "XNAS"), DAY, pace, seed).forEachRemaining(ticks::add);
        return ticks;
    }

    private static List<Double> prices(List<Tick> ticks) {
        return ticks.stream().map(Tick::price).toList();
    }
}
