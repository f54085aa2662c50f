package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rate limit of dead letters: per reason and minute of the injected clock; nothing is forgotten in silence. */
class DeadLetterHarnessTest {

    private static final int LIMIT = 3;

    private final SettableClock clock = new SettableClock(Instant.parse("2025-01-27T15:00:30Z"));
    private final RecordedMetrics metrics = new RecordedMetrics();
    private OneInputStreamOperatorTestHarness<DeadLetter, DeadLetter> harness;

    @BeforeEach
    void open() throws Exception {
        MockEnvironment environment =
                new MockEnvironmentBuilder().setMetricGroup(metrics.group()).build();
        harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DeadLetterFunction(clock, LIMIT)), environment);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void lettersWithinTheLimitPassUntouched() throws Exception {
        DeadLetter letter = letter("parse", "BROKEN_UTF8", 1);

        send(letter);

        assertThat(written()).usingRecursiveFieldByFieldElementComparator().containsExactly(letter);
        assertThat(metrics.value("deadLettersSuppressed")).isZero();
    }

    @Test
    void lettersOverTheLimitAreCountedAndNamedByTheNextOne() throws Exception {
        for (int offset = 0; offset < 10; offset++) {
            send(letter("parse", "BROKEN_UTF8", offset));
        }
        assertThat(written()).extracting(DeadLetter::offset).containsExactly(0L, 1L, 2L);
        assertThat(metrics.value("deadLettersWritten")).isEqualTo(3);
        assertThat(metrics.value("deadLettersSuppressed")).isEqualTo(7);
        assertThat(metrics.value("stage.parse.error.BROKEN_UTF8.deadLetters")).isEqualTo(10);

        clock.advance(Duration.ofSeconds(30));
        send(letter("parse", "BROKEN_UTF8", 10));
        send(letter("parse", "BROKEN_UTF8", 11));

        assertThat(written()).element(3).satisfies(next -> {
            assertThat(next.offset()).isEqualTo(10);
            assertThat(next.reason()).startsWith("byte 1").contains("7 more");
            assertThat(next.value()).isEqualTo(new byte[] {1});
        });
        assertThat(written())
                .element(4)
                .satisfies(after -> assertThat(after.reason()).isEqualTo("byte 1"));
    }

    @Test
    void theLimitIsPerMinuteOfTheClock() throws Exception {
        for (int offset = 0; offset < 4; offset++) {
            send(letter("parse", "BROKEN_UTF8", offset));
        }
        clock.advance(Duration.ofSeconds(29));
        send(letter("parse", "BROKEN_UTF8", 4));

        assertThat(written()).hasSize(LIMIT);
    }

    @Test
    void aFloodOfOneReasonDoesNotHideAnother() throws Exception {
        for (int offset = 0; offset < 10; offset++) {
            send(letter("parse", "BROKEN_UTF8", offset));
        }
        send(letter("late", "LATE", 100));
        send(letter("late", "BROKEN_UTF8", 101));

        assertThat(written()).extracting(DeadLetter::offset).containsExactly(0L, 1L, 2L, 100L, 101L);
    }

    @Test
    void endlessNewReasonsDoNotMakeEndlessCounters() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            send(letter("parse", "REASON_" + i, i));
        }

        assertThat(metrics.names()).hasSizeLessThan(250);
        assertThat(written()).hasSize(200 + LIMIT);
        assertThat(metrics.value("deadLettersSuppressed")).isEqualTo(800 - LIMIT);
    }

    private void send(DeadLetter letter) throws Exception {
        harness.processElement(letter, 0);
    }

    private List<DeadLetter> written() {
        return harness.extractOutputValues();
    }

    private static DeadLetter letter(String stage, String errorClass, long offset) {
        return new DeadLetter("market.ticks.v1", 0, offset, 7, null, new byte[] {1}, stage, errorClass, "byte 1");
    }
}
