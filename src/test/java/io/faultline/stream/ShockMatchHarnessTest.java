package io.faultline.stream;

import static io.faultline.testkit.Signals.amplification;
import static io.faultline.testkit.Signals.collapse;
import static io.faultline.testkit.Signals.release;
import static io.faultline.testkit.Signals.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.shock.Basis;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pattern's operator: restarts between its stages, late signals, partial matches that time out. */
class ShockMatchHarnessTest {

    private static final String R1 = "deepseek/r1";
    private static final Duration MAX_AGE = Duration.ofDays(21);

    private OperatorHarness<Signal, ShockMatch> matches;

    @BeforeEach
    void open() throws Exception {
        matches = OperatorHarness.keyedOperator(ShockMatchHarnessTest::operator, Signal::ruleId);
    }

    @AfterEach
    void close() throws Exception {
        matches.close();
    }

    private static CepOperator<Signal, String, ShockMatch> operator() {
        Pattern<Signal, ?> pattern = ShockPattern.preceding(MAX_AGE);
        return new CepOperator<>(
                TypeInformation.of(Signal.class).createSerializer(new SerializerConfigImpl()),
                false,
                NFACompiler.compileFactory(pattern, true),
                ShockPattern.order(),
                pattern.getAfterMatchSkipStrategy(),
                new ShockMatchFunction(Basis.PRECEDING),
                SideOutputs.LATE_SIGNALS);
    }

    @Test
    void aRestartBetweenTheStagesLosesNothing() throws Exception {
        send(release(0, R1));
        matches = matches.restored();
        send(amplification(140, R1));
        matches.time(amplification(140, R1).at());
        matches = matches.restored();
        send(collapse(166));
        matches = matches.restored();

        matches.time(collapse(166).at());

        assertThat(matches.output())
                .containsExactly(new ShockMatch(
                        Basis.PRECEDING,
                        collapse(166).at(),
                        release(0, R1),
                        amplification(140, R1),
                        collapse(166),
                        null));
    }

    @Test
    void aSignalBehindTheWatermarkGoesAside() throws Exception {
        matches.time(watch(10).at());

        send(release(5, R1));

        assertThat(matches.side(SideOutputs.LATE_SIGNALS)).containsExactly(release(5, R1));
        assertThat(matches.timers()).isZero();
    }

    @Test
    void partialMatchesAreForgottenWhenTheyAreTooOld() throws Exception {
        matches.time(release(0, R1).at() - 1);
        int untouched = matches.stateEntries();
        for (int hour = 0; hour < 10; hour++) {
            send(release(hour, R1));
            send(amplification(hour + 20, R1));
        }
        matches.time(amplification(40, R1).at());
        int busy = matches.stateEntries();

        int old = Math.toIntExact(MAX_AGE.toHours()) + 60;
        send(watch(old));
        matches.time(watch(old).at());

        assertThat(matches.output()).isEmpty();
        assertThat(busy).isGreaterThan(untouched);
        assertThat(matches.stateEntries()).isLessThan(busy).isLessThanOrEqualTo(untouched + 2);
        assertThat(matches.timers()).isZero();
    }

    private void send(Signal signal) throws Exception {
        matches.element(signal, signal.at());
    }
}
