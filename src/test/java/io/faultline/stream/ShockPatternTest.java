package io.faultline.stream;

import static io.faultline.testkit.Signals.amplification;
import static io.faultline.testkit.Signals.collapse;
import static io.faultline.testkit.Signals.recap;
import static io.faultline.testkit.Signals.release;
import static io.faultline.testkit.Signals.sessionClose;
import static io.faultline.testkit.Signals.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.shock.Basis;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.MemoryInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** The patterns on hits and near misses, and the naive pattern on the same sequences. */
class ShockPatternTest {

    private static final Duration THREE_WEEKS = Duration.ofDays(21);
    private static final String R1 = "deepseek/r1";
    private static final String O3 = "openai/o3-mini";

    @Test
    void releaseAmplificationCollapseMatches() throws Exception {
        List<ShockMatch> matches = preceding(release(0, R1), amplification(140, R1), collapse(166));

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.release().story().transition().story()).isEqualTo(R1);
            assertThat(match.amplification().at()).isLessThan(match.collapse().at());
            assertThat(match.at()).isEqualTo(match.collapse().at());
        });
    }

    @Test
    void everyAmplificationBeforeTheCollapseGivesItsEvidence() throws Exception {
        List<ShockMatch> matches = preceding(
                release(0, R1), amplification(100, R1), amplification(120, R1), amplification(140, R1), collapse(166));

        assertThat(matches)
                .extracting(match -> match.amplification().at())
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(matches)
                .extracting(match -> match.collapse().at())
                .containsOnly(collapse(166).at());
    }

    @Test
    void aReleaseNobodyTalksAboutIsNoExplanation() throws Exception {
        assertThat(preceding(release(0, O3), collapse(166))).isEmpty();
    }

    @Test
    void attentionToAnotherStoryIsNoExplanation() throws Exception {
        assertThat(preceding(release(0, O3), amplification(140, R1), collapse(166)))
                .isEmpty();
    }

    @Test
    void whatComesAfterTheCollapseDoesNotPrecedeIt() throws Exception {
        assertThat(preceding(release(0, R1), collapse(100), amplification(101, R1)))
                .isEmpty();
        assertThat(preceding(collapse(10), release(11, R1), amplification(12, R1)))
                .isEmpty();
    }

    @Test
    void aWatchLevelIsNoCollapse() throws Exception {
        assertThat(preceding(release(0, R1), amplification(140, R1), watch(166), sessionClose(170)))
                .isEmpty();
    }

    @Test
    void aReleaseOlderThanTheCalendarBoundIsForgotten() throws Exception {
        int hours = (int) THREE_WEEKS.toHours();
        assertThat(preceding(release(0, R1), amplification(140, R1), collapse(hours)))
                .isEmpty();
    }

    @Test
    void arrivalOrderOfEqualTimesDoesNotMatter() throws Exception {
        List<ShockMatch> newsFirst = preceding(release(0, R1), amplification(166, R1), collapse(166));
        List<ShockMatch> marketFirst = preceding(release(0, R1), collapse(166), amplification(166, R1));

        assertThat(newsFirst).isEqualTo(marketFirst);
    }

    @Test
    void aSecondLegNeedsFreshAmplification() throws Exception {
        List<ShockMatch> matches =
                preceding(release(0, R1), amplification(100, R1), collapse(110), amplification(130, R1), collapse(134));

        assertThat(matches)
                .extracting(
                        match -> match.collapse().at() - match.amplification().at())
                .containsExactlyInAnyOrder(
                        Duration.ofHours(10).toMillis(), Duration.ofHours(4).toMillis());
    }

    @Test
    void everyRecapAfterTheCollapseAttributesIt() throws Exception {
        assertThat(attribution(collapse(10), recap(12, R1), recap(13, R1)))
                .extracting(ShockMatch::at)
                .containsExactly(recap(12, R1).at(), recap(13, R1).at());
        assertThat(attribution(recap(9, R1), collapse(10))).isEmpty();
        assertThat(attribution(collapse(10), recap(12, "rival/MACRO"))).isEmpty();
    }

    /**
     * "A release followed by a collapse": some release falls into almost any week, so it calls every collapse
     * AI-linked, and names several causes at once.
     */
    @Test
    void theNaivePatternIsWrong() throws Exception {
        List<Signal> aFallThatHasNothingToDoWithIt = List.of(release(0, O3), release(50, "meta/llama"), collapse(166));

        assertThat(naive(aFallThatHasNothingToDoWithIt)).isEqualTo(2);
        assertThat(preceding(aFallThatHasNothingToDoWithIt.toArray(new Signal[0])))
                .isEmpty();
    }

    private static List<ShockMatch> preceding(Signal... signals) throws Exception {
        return run(ShockPattern.preceding(THREE_WEEKS), Basis.PRECEDING, List.of(signals));
    }

    private static List<ShockMatch> attribution(Signal... signals) throws Exception {
        return run(ShockPattern.attribution(Duration.ofDays(4)), Basis.ATTRIBUTED, List.of(signals));
    }

    private static long naive(List<Signal> signals) throws Exception {
        Pattern<Signal, ?> naive = Pattern.<Signal>begin(ShockPattern.RELEASE)
                .where(SimpleCondition.of(signal -> signal.kind() == SignalKind.RELEASE))
                .followedBy(ShockPattern.COLLAPSE)
                .where(SimpleCondition.of(signal -> signal.kind() == SignalKind.LEVEL && signal.opening()))
                .within(Duration.ofDays(7));
        return run(naive, Basis.PRECEDING, signals).size();
    }

    private static List<ShockMatch> run(Pattern<Signal, ?> pattern, Basis basis, List<Signal> signals)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        WatermarkStrategy<Signal> watermarks = WatermarkStrategy.<Signal>forMonotonousTimestamps()
                .withTimestampAssigner((signal, timestamp) -> signal.at());
        try (CloseableIterator<ShockMatch> matches = CEP.pattern(
                        new MemoryInput<>(Signal.class, signals, watermarks)
                                .attach(env)
                                .keyBy(Signal::ruleId),
                        pattern,
                        ShockPattern.order())
                .process(new ShockMatchFunction(basis), TypeInformation.of(ShockMatch.class))
                .executeAndCollect()) {
            List<ShockMatch> found = new ArrayList<>();
            matches.forEachRemaining(found::add);
            return found;
        }
    }
}
