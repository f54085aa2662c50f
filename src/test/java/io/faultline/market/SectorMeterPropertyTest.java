package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class SectorMeterPropertyTest {

    private static final long NOW = Instant.parse("2025-01-27T16:00:00Z").toEpochMilli();
    private static final TradingCalendar HOME = TradingCalendars.shipped().of("XNAS");

    @Property
    void orderAndDuplicatesDoNotChangeTheResult(@ForAll("sectors") List<MoveFixture.Line> lines, @ForAll long seed) {
        List<MoveFixture.Line> shuffled = new ArrayList<>(lines);
        shuffled.addAll(lines);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(measured(shuffled, 1.0)).isEqualTo(measured(lines, 1.0));
    }

    @Property
    void aUnitOfMoneyDoesNotChangeReturnsAndShares(
            @ForAll("sectors") List<MoveFixture.Line> lines, @ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        DrawdownFigures one = measured(lines, 1.0).figures();
        DrawdownFigures other = measured(lines, unit).figures();

        assertThat(other.capWeightedReturn()).isCloseTo(one.capWeightedReturn(), within(1e-9));
        assertThat(other.breadthByCap()).isCloseTo(one.breadthByCap(), within(1e-9));
        assertThat(other.coverage()).isCloseTo(one.coverage(), within(1e-9));
        assertThat(other.capChangeUsd() / unit).isCloseTo(one.capChangeUsd(), within(1e-6));
    }

    @Property
    void figuresStayWithinTheirRanges(@ForAll("sectors") List<MoveFixture.Line> lines) {
        SectorDrawdown drawdown = measured(lines, 1.0);
        double worst = drawdown.members().stream()
                .mapToDouble(MemberDrawdown::sessionReturn)
                .min()
                .orElseThrow();
        double best = drawdown.members().stream()
                .mapToDouble(MemberDrawdown::sessionReturn)
                .max()
                .orElseThrow();
        DrawdownFigures figures = drawdown.figures();

        assertThat(figures.capWeightedReturn()).isBetween(worst - 1e-9, best + 1e-9);
        assertThat(figures.equalWeightedReturn()).isBetween(worst - 1e-9, best + 1e-9);
        assertThat(figures.breadth()).isBetween(0.0, 1.0);
        assertThat(figures.breadthByCap()).isBetween(0.0, 1.0);
        assertThat(figures.coverage()).isBetween(0.0, 1.0);
        assertThat(drawdown.members().stream()
                        .mapToDouble(MemberDrawdown::capChangeUsd)
                        .sum())
                .isCloseTo(figures.capChangeUsd(), within(1e-6));
    }

    @Provide
    Arbitrary<List<MoveFixture.Line>> sectors() {
        Arbitrary<MoveFixture.Line> lines = Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "E", "F"),
                        Arbitraries.of("one", "two", "three", "four"),
                        Arbitraries.doubles().between(50, 150),
                        Arbitraries.doubles().between(1, 1000),
                        Arbitraries.longs().between(0, 600_000))
                .as((symbol, issuer, last, cap, age) -> MoveFixture.line(symbol)
                        .issuer(issuer)
                        .cap(cap)
                        .printedAt(NOW - age)
                        .to(last));
        return lines.list()
                .uniqueElements(MoveFixture.Line::symbol)
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static SectorDrawdown measured(List<MoveFixture.Line> lines, double unit) {
        List<String> members = new ArrayList<>();
        Map<String, MemberMove> moves = new LinkedHashMap<>();
        for (MoveFixture.Line line : lines) {
            MemberMove move = line.cap(line.capUsd() * unit).move();
            members.add(move.listingKey());
            moves.put(move.listingKey(), move);
        }
        SectorSpec spec =
                new SectorSpec("sector", members, "SPY@XNAS", -0.05, 300_000, 3, MarketSensitivity.byDefault(1.0));
        return new SectorMeter(TradingCalendars.shipped(), "XNAS")
                .measure(spec, moves, HOME.sessionFor(NOW), SessionPhase.REGULAR, NOW)
                .orElseThrow();
    }
}
