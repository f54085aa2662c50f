package io.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    @Test
    void theDeepestCauseIsToldInOneLine() {
        assertThat(FailureReason.of(new UncheckedIOException("outer", new IOException("no space\nleft"))))
                .isEqualTo("no space");
        assertThat(FailureReason.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void tooLittleHeapIsToldWithARemedyAndOtherLacksAsTheyAre() {
        assertThat(FailureReason.of(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .startsWith("not enough memory for this input")
                .contains("FAULTLINE_JAVA_OPTS");
        assertThat(FailureReason.of(new OutOfMemoryError("Metaspace"))).isEqualTo("Metaspace");
    }
}
