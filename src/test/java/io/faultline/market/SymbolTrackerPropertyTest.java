package io.faultline.market;

import static io.faultline.market.ListingLife.at;
import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SymbolTrackerPropertyTest {

    private static final long END = at("2025-02-05T00:00:00Z");

    /** One print of a trading fortnight, and whether due timers fire before it arrives. */
    private record Arrival(long ts, double price, boolean timersFirst) {}

    @Property
    void theMovesDoNotDependOnWhenTimersFire(@ForAll("fortnight") List<Arrival> arrivals) {
        List<MemberMove> late = movesOf(arrivals, false);

        assertThat(movesOf(arrivals, true)).containsExactlyInAnyOrderElementsOf(late);
    }

    @Property
    void everyCloseIsTheLastPrintOfItsSession(@ForAll("fortnight") List<Arrival> arrivals) {
        TradingCalendar calendar = TradingCalendars.shipped().of("XNAS");
        for (MemberMove close : movesOf(arrivals, true)) {
            if (close.kind() != MoveKind.CLOSE) {
                continue;
            }
            Arrival last = arrivals.stream()
                    .filter(arrival -> calendar.sessionFor(arrival.ts()).date().equals(close.tradeDate()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            assertThat(close.last()).isEqualTo(last.price());
            assertThat(close.at())
                    .isEqualTo(calendar.session(close.tradeDate()).orElseThrow().close());
        }
    }

    @Provide
    Arbitrary<List<Arrival>> fortnight() {
        Arbitrary<Arrival> arrivals = Combinators.combine(
                        Arbitraries.longs().between(at("2025-01-21T09:00:00Z"), at("2025-02-03T23:00:00Z")),
                        Arbitraries.doubles().between(80, 120),
                        Arbitraries.of(true, false))
                .as(Arrival::new);
        return arrivals.list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(list -> list.stream()
                        .sorted((a, b) -> Long.compare(a.ts(), b.ts()))
                        .toList());
    }

    private static List<MemberMove> movesOf(List<Arrival> arrivals, boolean timersInTime) {
        ListingLife life = new ListingLife().list(listing("2025-01-21", 100.0, "2025-01-17"));
        NavigableSet<Long> timers = new TreeSet<>();
        for (Arrival arrival : arrivals) {
            if (timersInTime && arrival.timersFirst()) {
                fire(life, timers, arrival.ts());
            }
            life.print(Instant.ofEpochMilli(arrival.ts()).toString(), arrival.price());
            timers.add(life.state.session().close());
        }
        fire(life, timers, END);
        return new ArrayList<>(life.moves);
    }

    private static void fire(ListingLife life, NavigableSet<Long> timers, long upTo) {
        while (!timers.isEmpty() && timers.first() <= upTo) {
            life.timer(Instant.ofEpochMilli(timers.pollFirst()).toString());
            timers.add(life.state.session().close());
        }
    }
}
