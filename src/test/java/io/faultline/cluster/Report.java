package io.faultline.cluster;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Prints steps, and checks by name with what was seen; the first that does not hold ends the test. */
final class Report {

    private final PrintStream out;
    private final Clock clock;
    private final Instant start;
    private int passed;

    Report(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Tells what is done next. */
    void step(String what) {
        out.printf("%5d s  %s%n", elapsed().toSeconds(), what);
    }

    /**
     * Tells what was checked.
     *
     * @throws CheckFailedException if it does not hold
     */
    void check(String name, boolean holds, String seen) {
        out.printf("%5d s    %s  %s: %s%n", elapsed().toSeconds(), holds ? "ok  " : "FAIL", name, seen);
        if (!holds) {
            throw new CheckFailedException(name + ": " + seen);
        }
        passed++;
    }

    int passed() {
        return passed;
    }

    Duration elapsed() {
        return Duration.between(start, clock.instant());
    }
}
