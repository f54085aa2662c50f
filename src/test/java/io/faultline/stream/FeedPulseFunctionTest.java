package io.faultline.stream;

import static io.faultline.testkit.Market.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedPulse;
import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.testkit.Market;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

/** What the watch of the feeds is told. */
class FeedPulseFunctionTest {

    private static final FeedPulse EXPECTED = FeedPulse.headlinesExpected(millis("2025-01-27T15:00:00Z"));

    private final FeedPulseFunction<MemberMove> pulses = FeedPulseFunction.ofMoves();
    private final List<FeedPulse> sent = new ArrayList<>();

    @Test
    void onePulseASecondHoweverManyListingsPrint() {
        pulses.open(DefaultOpenContext.INSTANCE);
        for (String at : List.of("15:00:00.000", "15:00:00.500", "15:00:00.999", "15:00:01.000", "15:00:00.700")) {
            pulses.flatMap(Market.move("AAA", "2025-01-27T" + at + "Z", 90), new ListCollector<>(sent));
        }

        assertThat(sent).containsExactly(EXPECTED, alive("2025-01-27T15:00:00Z"), alive("2025-01-27T15:00:01Z"));
    }

    @Test
    void aReferenceCloseSaysOnceThatPrintsAreExpected() {
        pulses.open(DefaultOpenContext.INSTANCE);
        MemberMove reference = reference(Market.move("AAA", "2025-01-27T15:00:00Z", 90));
        pulses.flatMap(reference, new ListCollector<>(sent));
        pulses.flatMap(reference, new ListCollector<>(sent));
        pulses.flatMap(Market.move("AAA", "2025-01-27T15:00:00Z", 90), new ListCollector<>(sent));

        assertThat(sent)
                .containsExactly(
                        EXPECTED,
                        new FeedPulse("ticks.XNAS", "XNAS", millis("2025-01-27T15:00:00Z"), false),
                        alive("2025-01-27T15:00:00Z"));
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
