package io.faultline.cluster;

import java.io.PrintStream;

/** What to read when the test has failed: the reason, and how each process ended. */
final class FailureReport {

    private static final int LINES = 12;

    private FailureReport() {}

    static void print(Exception failure, Processes processes, PrintStream out) {
        for (Running each : processes.newest()) {
            if (each.done()) {
                continue;
            }
            out.printf("--- %s (%s), last warnings and errors:%n", each.name(), each.alive() ? "running" : "ended");
            each.complaints(LINES).forEach(out::println);
        }
        if (!(failure instanceof CheckFailedException)) {
            failure.printStackTrace(out);
        }
        out.println("cluster test FAILED: " + failure.getMessage());
        out.println("logs: " + Places.logs());
    }
}
