package io.faultline.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Tick;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnchorPathPropertyTest {

    private static final long START = 1_737_988_200_000L;

    /** Gaps from a millisecond up, prices in cents from 1.00 up. */
    @Property(tries = 200)
    void timeRisesAndPricesStayWithinTheDaysRange(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4_000_000) Integer> gaps,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 100, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 60) int pace,
            @ForAll long seed) {
        List<Anchor> anchors = anchors(gaps, cents);
        Iterator<Tick> path = new AnchorPath(new Tape("X", "XNAS"), anchors, pace, seed);
        double low = anchors.stream().mapToDouble(Anchor::price).min().orElseThrow();
        double high = anchors.stream().mapToDouble(Anchor::price).max().orElseThrow();
        Tick before = null;
        while (path.hasNext()) {
            Tick tick = path.next();
            assertThat(tick.price()).isBetween(low, high);
            if (before == null) {
                assertThat(tick.price()).isEqualTo(anchors.get(0).price());
            } else {
                assertThat(tick.ts()).isGreaterThan(before.ts());
            }
            before = tick;
        }
        Anchor close = anchors.get(anchors.size() - 1);
        assertThat(before).isNotNull();
        assertThat(before.ts()).isEqualTo(close.ts());
        assertThat(before.price()).isEqualTo(close.price());
    }

    private static List<Anchor> anchors(List<Integer> gaps, List<Integer> cents) {
        List<Anchor> anchors = new ArrayList<>();
        long ts = START;
        for (int i = 0; i < gaps.size(); i++) {
            anchors.add(new Anchor(ts, cents.get(i) / 100.0));
            ts += gaps.get(i);
        }
        return anchors;
    }
}
