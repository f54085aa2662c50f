package io.faultline.app;

import io.faultline.app.console.Palette;
import io.faultline.app.console.TerminalText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * Where a command's output goes.
 *
 * @param out what was asked for
 * @param err what went wrong
 * @param interactive a person reads {@code out} on a terminal
 * @param palette colours for {@code out}
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Palette palette) {

    /** That of this process. Java's console is there only if input and output both are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Java 17: null unless interactive
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean interactive = System.console() != null && !"true".equals(environment.get("CI"));
        return new Terminal(System.out, System.err, interactive, Palette.of(interactive, environment));
    }

    /** One line about what went wrong. It may quote files and arguments: they cannot break or colour it. */
    public void complain(String line) {
        err.println("faultline: " + TerminalText.clean(line));
    }

    /** @throws OperationException if not all that was asked for reached its reader, such as a file on a full disk */
    void checkWritten() {
        if (out.checkError()) {
            throw new OperationException("standard output cannot be written: not all was told");
        }
    }

    /** Where a failure came from, for those who asked for it. */
    void trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString()
                .lines()
                .forEach(line -> err.println((line.startsWith("\t") ? "\t" : "") + TerminalText.clean(line)));
    }
}
