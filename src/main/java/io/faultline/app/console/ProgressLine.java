package io.faultline.app.console;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** A line that tells how far things are: rewritten in place on a terminal, else printed anew every few seconds. */
public final class ProgressLine {

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private long shownAt;
    private boolean standing;

    /** @param terminal whether {@code out} is read by a person on a terminal */
    public ProgressLine(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.shownAt = clock.millis();
    }

    /** Tells how far things are. */
    public void show(String text) {
        if (terminal) {
            out.print(ERASE + TerminalText.fit(text, AlertPrinter.COLUMNS - 1));
            out.flush();
            standing = true;
        } else if (clock.millis() - shownAt >= BETWEEN.toMillis()) {
            out.println(text);
            shownAt = clock.millis();
        }
    }

    /** Makes room for other lines. */
    public void clear() {
        if (standing) {
            out.print(ERASE);
            out.flush();
            standing = false;
        }
    }
}
