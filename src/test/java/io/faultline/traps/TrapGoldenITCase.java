package io.faultline.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.testkit.Golden;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every revision and every close of the traps against reviewed files. */
class TrapGoldenITCase {

    @BeforeAll
    static void run() {
        TrapRun.result();
    }

    @Test
    void everyRevisionIsAsReviewed() throws IOException {
        Golden.file("traps-alerts.jsonl").check(TrapRun.written("alerts.jsonl"));
    }

    @Test
    void everyCloseIsAsReviewed() throws IOException {
        Golden.file("traps-closes.jsonl").check(TrapRun.written("closes.jsonl"));
    }

    @Test
    void whatWasNotUsedIsTold() throws IOException {
        assertThat(TrapRun.written("summary.txt"))
                .contains("NOT_ELIGIBLE", "UNCORROBORATED", "STALE_REFERENCE")
                .doesNotContain("UNKNOWN_PRINT");
    }
}
