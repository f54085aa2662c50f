package io.faultline.stream;

import static io.faultline.testkit.Market.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedPulse;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.testkit.Market;
import io.faultline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch of the feeds is told. */
class FeedPulseFunctionTest {

    private static final FeedPulse EXPECTED = FeedPulse.headlinesExpected(millis("2025-01-27T15:00:00Z"));

    private final SettableClock clock = new SettableClock(Instant.parse("2025-01-27T15:00:05Z"));
    private final RecordedMetrics metrics = new RecordedMetrics();
    private OneInputStreamOperatorTestHarness<MemberMove, FeedPulse> pulses;

    @BeforeEach
    void open() throws Exception {
        pulses = new OneInputStreamOperatorTestHarness<>(
                new StreamFlatMap<>(FeedPulseFunction.ofMoves(clock)),
                new MockEnvironmentBuilder().setMetricGroup(metrics.group()).build());
        pulses.open();
    }

    @AfterEach
    void close() throws Exception {
        pulses.close();
    }

    @Test
    void onePulseASecondHoweverManyListingsPrint() throws Exception {
        for (String at : List.of("15:00:00.000", "15:00:00.500", "15:00:00.999", "15:00:01.000", "15:00:00.700")) {
            take(Market.move("AAA", "2025-01-27T" + at + "Z", 90));
        }

        assertThat(pulses.extractOutputValues())
                .containsExactly(EXPECTED, alive("2025-01-27T15:00:00Z"), alive("2025-01-27T15:00:01Z"));
    }

    @Test
    void aReferenceCloseSaysOnceThatPrintsAreExpected() throws Exception {
        MemberMove reference = reference(Market.move("AAA", "2025-01-27T15:00:00Z", 90));
        take(reference);
        take(reference);
        take(Market.move("AAA", "2025-01-27T15:00:00Z", 90));

        assertThat(pulses.extractOutputValues())
                .containsExactly(
                        EXPECTED,
                        new FeedPulse("ticks.XNAS", "XNAS", millis("2025-01-27T15:00:00Z"), false),
                        alive("2025-01-27T15:00:00Z"));
    }

    @Test
    void theLagIsTheClockLessTheNewestPrint() throws Exception {
        take(reference(Market.move("AAA", "2025-01-27T15:00:00Z", 90)));
        assertThat(metrics.value("feed.ticks.XNAS.eventTimeLagMs")).isNaN();

        take(Market.move("AAA", "2025-01-27T15:00:00Z", 90));
        assertThat(metrics.value("feed.ticks.XNAS.eventTimeLagMs")).isEqualTo(5_000);

        take(Market.move("BBB", "2025-01-27T15:00:03Z", 90));
        clock.advance(Duration.ofSeconds(2));
        assertThat(metrics.value("feed.ticks.XNAS.eventTimeLagMs")).isEqualTo(4_000);
    }

    private void take(MemberMove move) throws Exception {
        pulses.processElement(move, move.at());
    }

    private static MemberMove reference(MemberMove move) {
        return new MemberMove(
                move.symbol(),
                move.mic(),
                move.issuer(),
                move.listingKind(),
                MoveKind.REFERENCE,
                move.at(),
                move.lastPrintAt(),
                move.tradeDate(),
                move.phase(),
                move.last(),
                move.referenceClose(),
                move.referenceDate(),
                move.referenceCapUsd(),
                move.halted(),
                null,
                null,
                0);
    }

    private static FeedPulse alive(String at) {
        return new FeedPulse("ticks.XNAS", "XNAS", millis(at), true);
    }
}
