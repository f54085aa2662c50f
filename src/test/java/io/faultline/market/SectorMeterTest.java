package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectorMeterTest {

    private static final long NOW = Instant.parse("2025-01-27T16:00:00Z").toEpochMilli();
    private static final long TOKYO_CLOSE =
            Instant.parse("2025-01-27T06:29:59Z").toEpochMilli();
    private static final TradingCalendar HOME = TradingCalendars.shipped().of("XNAS");
    private static final TradingSession MONDAY = HOME.sessionFor(NOW);

    private final SectorMeter meter = new SectorMeter(TradingCalendars.shipped(), "XNAS");

    @Test
    void nvidiaAndBroadcomOn27January() {
        MoveFixture.Line nvda = MoveFixture.line("NVDA").cap(24.49e9 * 142.62).from(142.62);
        MoveFixture.Line avgo =
                MoveFixture.line("AVGO").cap(4_687_356_156.0 * 244.70).from(244.70);

        SectorDrawdown drawdown = measured(nvda.to(118.42), avgo.to(202.13));

        assertThat(drawdown.members()).extracting(MemberDrawdown::symbol).containsExactly("NVDA", "AVGO");
        assertThat(drawdown.members().get(0).capChangeUsd()).isCloseTo(-592.7e9, within(0.05e9));
        assertThat(drawdown.members().get(0).sessionReturn()).isCloseTo(-0.1697, within(0.00005));
        assertThat(drawdown.members().get(1).capChangeUsd()).isCloseTo(-199.5e9, within(0.05e9));
        assertThat(drawdown.members().get(1).sessionReturn()).isCloseTo(-0.1740, within(0.00005));
        assertThat(drawdown.figures().capChangeUsd()).isCloseTo(-792.2e9, within(0.1e9));
        assertThat(drawdown.figures().capWeightedReturn()).isCloseTo(-0.1708, within(0.0001));
        assertThat(drawdown.figures().equalWeightedReturn()).isCloseTo(-0.1718, within(0.0001));
        assertThat(drawdown.sessionDate()).isEqualTo(TradingDay.parse("2025-01-27"));
    }

    @Test
    void breadthCountsADropOfExactlyTheThreshold() {
        DrawdownFigures figures = measured(
                        MoveFixture.line("A").cap(600).to(95.0),
                        MoveFixture.line("B").cap(300).to(94.0),
                        MoveFixture.line("C").cap(100).to(95.01))
                .figures();

        assertThat(figures.breadth()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(figures.breadthByCap()).isCloseTo(0.9, within(1e-12));
        assertThat(figures.coverage()).isEqualTo(1.0);
    }

    @Test
    void membersWithoutAPriceLowerCoverageAndBreadthButNotTheReturn() {
        DrawdownFigures figures = measured(
                        MoveFixture.line("A").cap(600).to(90.0),
                        MoveFixture.line("B")
                                .cap(300)
                                .on("2025-01-24")
                                .as(MoveKind.CLOSE)
                                .to(120.0),
                        MoveFixture.line("C")
                                .cap(100)
                                .on("2025-01-24")
                                .as(MoveKind.REFERENCE)
                                .to(100.0))
                .figures();

        assertThat(figures.capWeightedReturn()).isCloseTo(-0.1, within(1e-12));
        assertThat(figures.breadth()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(figures.breadthByCap()).isCloseTo(0.6, within(1e-12));
        assertThat(figures.coverage()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void aMemberWithoutACloseInFiveSessionsIsLeftOut() {
        MoveFixture.Line a = MoveFixture.line("A").cap(600);
        MoveFixture.Line b = MoveFixture.line("B").cap(400).as(MoveKind.CLOSE);

        // five sessions before Monday the 27th, over Martin Luther King Jr. Day: the 17th
        assertThat(measured(a.to(90), b.on("2025-01-17").to(100)).figures().coverage())
                .isCloseTo(0.6, within(1e-12));
        assertThat(measured(a.to(90), b.on("2025-01-16").to(100)).figures().coverage())
                .isEqualTo(1.0);
        assertThat(measured(a.to(90), b.on("2025-01-28").to(100)).figures().coverage())
                .isEqualTo(1.0);
    }

    @Test
    void aSilentOrHaltedMemberKeepsItsPriceAndLosesItsFreshness() {
        SectorDrawdown drawdown = measured(
                MoveFixture.line("A").cap(500).printedAt(NOW - 300_000).to(90.0),
                MoveFixture.line("B").cap(500).printedAt(NOW - 300_001).halted().to(80.0));

        assertThat(drawdown.figures().capWeightedReturn()).isCloseTo(-0.15, within(1e-12));
        assertThat(drawdown.figures().coverage()).isCloseTo(0.5, within(1e-12));
        assertThat(drawdown.members()).extracting(MemberDrawdown::fresh).containsExactly(false, true);
    }

    @Test
    void shareClassesCountOnceByTheNewestPrint() {
        SectorDrawdown drawdown = measured(
                MoveFixture.line("GOOG")
                        .issuer("alphabet")
                        .cap(2_000)
                        .printedAt(NOW - 10)
                        .to(96.0),
                MoveFixture.line("GOOGL")
                        .issuer("alphabet")
                        .cap(2_100)
                        .printedAt(NOW - 20)
                        .to(90.0),
                MoveFixture.line("META").cap(2_000).to(100.0));

        assertThat(drawdown.members()).extracting(MemberDrawdown::symbol).containsExactly("GOOG", "META");
        assertThat(drawdown.figures().capChangeUsd()).isCloseTo(-80.0, within(1e-9));
        assertThat(drawdown.figures().breadth()).isZero();
        assertThat(drawdown.figures().coverage()).isEqualTo(1.0);
    }

    @Test
    void marketFiguresLeaveTheSectorOut() {
        Map<String, MemberMove> moves = MoveFixture.moves(
                MoveFixture.line("A").cap(10e12).to(90.0),
                MoveFixture.line("SPY").benchmark().cap(50e12).to(98.5));

        DrawdownFigures figures =
                measure(spec("A@XNAS"), moves, NOW).orElseThrow().figures();

        assertThat(figures.marketReturn()).isCloseTo(-0.015, within(1e-12));
        assertThat(figures.excessReturn()).isCloseTo(-0.085, within(1e-12));
        // (-0.015 - 0.2 x -0.1) / 0.8
        assertThat(figures.marketExSectorReturn()).isCloseTo(0.00625, within(1e-12));
        assertThat(figures.abnormalReturn()).isCloseTo(-0.1 - 1.2 * 0.00625, within(1e-12));
        assertThat(figures.zScore()).isNull();
    }

    @Test
    void withoutABenchmarkPriceTheMarketFiguresAreUnknown() {
        Map<String, MemberMove> moves = MoveFixture.moves(
                MoveFixture.line("A").cap(10e12).to(90.0),
                MoveFixture.line("SPY")
                        .benchmark()
                        .cap(50e12)
                        .on("2025-01-24")
                        .as(MoveKind.CLOSE)
                        .to(98.5));

        DrawdownFigures figures =
                measure(spec("A@XNAS"), moves, NOW).orElseThrow().figures();

        assertThat(figures.marketReturn()).isNull();
        assertThat(figures.excessReturn()).isNull();
        assertThat(figures.abnormalReturn()).isNull();
    }

    @Test
    void withoutCapsMembersWeighTheSame() {
        DrawdownFigures figures = measured(
                        MoveFixture.line("A").cap(0).to(90.0),
                        MoveFixture.line("B").cap(0).to(98.0))
                .figures();

        assertThat(figures.capWeightedReturn()).isCloseTo(-0.06, within(1e-12));
        assertThat(figures.breadthByCap()).isEqualTo(0.5);
        assertThat(figures.coverage()).isEqualTo(1.0);
    }

    @Test
    void nothingIsMeasuredBeforeTheFirstPriceOfTheSession() {
        Map<String, MemberMove> moves = MoveFixture.moves(
                MoveFixture.line("A").on("2025-01-24").as(MoveKind.CLOSE).to(90.0),
                MoveFixture.line("SPY").benchmark().to(99.0));

        assertThat(measure(spec("A@XNAS", "B@XNAS"), moves, NOW)).isEmpty();
    }

    @Test
    void abnormalReturnIsMeasuredInResidualSigmas() {
        Map<String, MemberMove> moves = MoveFixture.moves(
                MoveFixture.line("A").cap(10e12).to(90.0),
                MoveFixture.line("SPY").benchmark().cap(50e12).to(98.5));
        SectorSpec estimated = new SectorSpec(
                "sector", List.of("A@XNAS"), "SPY@XNAS", -0.05, 300_000, 3, new MarketSensitivity(1.4, 0.02, 120));

        DrawdownFigures figures = measure(estimated, moves, NOW).orElseThrow().figures();

        assertThat(figures.abnormalReturn()).isCloseTo(-0.1 - 1.4 * 0.00625, within(1e-12));
        assertThat(figures.zScore()).isCloseTo((-0.1 - 1.4 * 0.00625) / 0.02, within(1e-9));
        assertThat(figures.beta()).isEqualTo(1.4);
        assertThat(figures.estimationSessions()).isEqualTo(120);
    }

    @Test
    void aLocalLineThatHasClosedKeepsItsLossAndLeavesTheCoverage() {
        SectorDrawdown drawdown = measured(
                MoveFixture.line("8035")
                        .at("XTKS")
                        .cap(500)
                        .printedAt(TOKYO_CLOSE)
                        .to(92.0),
                MoveFixture.line("A").cap(500).to(90.0));

        assertThat(drawdown.figures().capWeightedReturn()).isCloseTo(-0.09, within(1e-12));
        assertThat(drawdown.figures().breadth()).isEqualTo(1.0);
        assertThat(drawdown.figures().coverage()).isEqualTo(1.0);
        assertThat(drawdown.excluded()).isEmpty();
    }

    @Test
    void aMemberWhoseVenueHasNoSessionIsExcludedAndNamed() {
        long tokyoHoliday = Instant.parse("2025-02-11T16:00:00Z").toEpochMilli();
        Map<String, MemberMove> moves = MoveFixture.moves(
                MoveFixture.line("8035")
                        .at("XTKS")
                        .cap(500)
                        .on("2025-02-10")
                        .as(MoveKind.CLOSE)
                        .to(92.0),
                MoveFixture.line("A")
                        .cap(500)
                        .on("2025-02-11")
                        .printedAt(tokyoHoliday)
                        .to(90.0));

        SectorDrawdown drawdown = meter.measure(
                        spec("8035@XTKS", "A@XNAS", "GONE@XNAS"),
                        moves,
                        HOME.sessionFor(tokyoHoliday),
                        SessionPhase.REGULAR,
                        tokyoHoliday)
                .orElseThrow();

        assertThat(drawdown.excluded()).containsExactly("8035", "GONE");
        assertThat(drawdown.figures().breadth()).isEqualTo(1.0);
        assertThat(drawdown.figures().coverage()).isEqualTo(1.0);
    }

    @Test
    void thinTradingCoversTheWholeSectorOnlyByMembersWithAFewPrints() {
        long tokyoMorning = Instant.parse("2025-01-27T01:30:00Z").toEpochMilli();
        Map<String, MemberMove> moves = MoveFixture.moves(
                MoveFixture.line("8035")
                        .at("XTKS")
                        .cap(300)
                        .printedAt(tokyoMorning)
                        .to(92.0),
                MoveFixture.line("6857")
                        .at("XTKS")
                        .cap(200)
                        .printedAt(tokyoMorning)
                        .prints(2)
                        .to(92.0),
                MoveFixture.line("A")
                        .cap(500)
                        .on("2025-01-24")
                        .as(MoveKind.CLOSE)
                        .to(100.0));

        DrawdownFigures figures = meter.measure(
                        spec("8035@XTKS", "6857@XTKS", "A@XNAS"), moves, MONDAY, SessionPhase.CLOSED, tokyoMorning)
                .orElseThrow()
                .figures();

        assertThat(figures.coverage()).isCloseTo(0.3, within(1e-12));
        assertThat(figures.breadth()).as("two members alone are no sector").isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void haltedMembersAreShown() {
        assertThat(measured(
                                MoveFixture.line("A").to(90),
                                MoveFixture.line("B").halted().to(90))
                        .members())
                .extracting(MemberDrawdown::symbol, MemberDrawdown::halted)
                .containsExactlyInAnyOrder(tuple("A", false), tuple("B", true));
    }

    private SectorDrawdown measured(MoveFixture.Line... lines) {
        Map<String, MemberMove> moves = MoveFixture.moves(lines);
        return measure(spec(moves.keySet().toArray(String[]::new)), moves, NOW).orElseThrow();
    }

    private Optional<SectorDrawdown> measure(SectorSpec spec, Map<String, MemberMove> moves, long now) {
        return meter.measure(spec, moves, MONDAY, SessionPhase.REGULAR, now);
    }

    private static SectorSpec spec(String... members) {
        return new SectorSpec(
                "sector", List.of(members), "SPY@XNAS", -0.05, 300_000, 3, MarketSensitivity.byDefault(1.2));
    }
}
