package io.faultline.market;

import static io.faultline.market.ListingLife.at;
import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the tape says, in whatever order: prints, auctions, official closes, cancels, corrections, halts. */
class SymbolLifePropertyTest {

    private static final long END = at("2025-02-05T00:00:00Z");
    private static final long FIRST_CLOSE = at("2025-01-21T21:00:00Z");

    /** A record and whether due timers fire before it; {@code about} is the number of the print it takes back. */
    private record Arrival(long ts, String what, double price, int about, boolean timersFirst) {}

    @Property(tries = 300)
    void theMovesDoNotDependOnWhenTimersFire(@ForAll("tape") List<Arrival> tape, @ForAll boolean corroborating) {
        ListingLife late = lived(tape, false, corroborating, END);

        ListingLife inTime = lived(tape, true, corroborating, END);

        assertThat(inTime.moves).containsExactlyInAnyOrderElementsOf(late.moves);
        assertThat(inTime.dropped).isEqualTo(late.dropped);
        assertThat(inTime.refusals).isEqualTo(late.refusals);
    }

    @Property(tries = 300)
    void theStateIsBoundedAndTheLastCloseToldIsTheNextReference(@ForAll("tape") List<Arrival> tape) {
        ListingLife life = lived(tape, false, true, END);

        assertThat(life.state.prints().prints()).hasSizeLessThanOrEqualTo(RecentPrints.KEPT);
        assertThat(life.state.dueCloses()).isEmpty();
        EndedSession ended = life.state.ended();
        assertThat(ended.prints().prints()).hasSizeLessThanOrEqualTo(RecentPrints.KEPT);
        life.moves.stream()
                .filter(move ->
                        move.kind() == MoveKind.CLOSE && move.tradeDate().equals(ended.date()))
                .reduce((earlier, later) -> later)
                .filter(move -> ended.position().kind() == MoveKind.CLOSE)
                .ifPresent(move -> assertThat(life.state.reference().price()).isEqualTo(move.last()));
    }

    @Property(tries = 300)
    void aListingOfTheNextDayCorrectsTheCloseWheneverItComes(@ForAll("tape") List<Arrival> tape) {
        Listing next = listing("2025-01-22", 100.5, "2025-01-21");
        List<Arrival> firstDay =
                tape.stream().filter(arrival -> arrival.ts() < FIRST_CLOSE).toList();
        ListingLife before =
                lived(firstDay, false, true, FIRST_CLOSE - 1).list(next).timer("2025-01-22T01:00:00Z");
        ListingLife after = lived(firstDay, false, true, FIRST_CLOSE - 1)
                .timer("2025-01-22T01:00:00Z")
                .list(next);

        after.timer("2025-01-22T01:00:00Z");

        assertThat(after.closes()).isEqualTo(before.closes());
        assertThat(after.state.running()).isEqualTo(before.state.running());
    }

    @Provide
    Arbitrary<List<Arrival>> tape() {
        Arbitrary<Long> anyTime = Arbitraries.longs().between(at("2025-01-21T14:00:00Z"), at("2025-01-24T22:00:00Z"));
        Arbitrary<Long> aroundTheClose = Arbitraries.longs().between(FIRST_CLOSE - 60_000, FIRST_CLOSE + 300_000);
        Arbitrary<Arrival> arrivals = Combinators.combine(
                        Arbitraries.oneOf(anyTime, aroundTheClose),
                        Arbitraries.of("@", "@", "@", "O", "6", "M", "W", "CANCEL", "CORRECT", "HALT", "RESUME"),
                        Arbitraries.doubles().between(95, 105).ofScale(2),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(true, false))
                .as(Arrival::new);
        return arrivals.list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(list -> list.stream()
                        .sorted((a, b) -> Long.compare(a.ts(), b.ts()))
                        .toList());
    }

    private static ListingLife lived(List<Arrival> tape, boolean timersInTime, boolean corroborating, long until) {
        ListingLife life = (corroborating ? ListingLife.corroborating() : new ListingLife())
                .list(listing("2025-01-21", 100.0, "2025-01-17"));
        NavigableSet<Long> timers = new TreeSet<>();
        life.halt("2025-01-21T13:00:00Z");
        register(life, timers);
        for (int i = 0; i < tape.size(); i++) {
            Arrival arrival = tape.get(i);
            if (timersInTime && arrival.timersFirst()) {
                fire(life, timers, arrival.ts() - 1);
            }
            arrive(life, arrival, i);
            register(life, timers);
        }
        fire(life, timers, until);
        return life;
    }

    private static void arrive(ListingLife life, Arrival arrival, int id) {
        String instant = Instant.ofEpochMilli(arrival.ts()).toString();
        String about = "t" + arrival.about();
        switch (arrival.what()) {
            case "CANCEL" -> life.cancel(instant, about);
            case "CORRECT" -> life.correct(instant, about, arrival.price());
            case "HALT", "RESUME" -> life.tick(TickAction.valueOf(arrival.what()), instant, 0, null, null, null);
            default -> life.print(instant, arrival.price(), arrival.what(), "t" + id);
        }
    }

    private static void fire(ListingLife life, NavigableSet<Long> timers, long upTo) {
        while (!timers.isEmpty() && timers.first() <= upTo) {
            life.timer(Instant.ofEpochMilli(timers.pollFirst()).toString());
            register(life, timers);
        }
    }

    private static void register(ListingLife life, NavigableSet<Long> timers) {
        timers.add(life.state.session().close());
        life.state.dueCloses().forEach(close -> timers.add(close.at()));
    }
}
