package io.faultline.app;

import io.faultline.ConfigException;
import io.faultline.io.dataset.DataSetException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/** The command line. Exit codes: 0 done, 1 could not be done, or not all of it, 2 a bad option or file. */
public final class Main {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int INTERRUPTED = 130;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Stop stop = Stop.onSignal();
        int code = run(Terminal.ofProcess(), stop, args);
        stop.done();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @return its exit code
     */
    static int run(Terminal terminal, Stop stop, String... args) {
        FaultlineCommand root = new FaultlineCommand();
        CommandLine line = commands(root, terminal, stop);
        line.setParameterExceptionHandler((e, given) -> {
            CommandSpec command = e.getCommandLine().getCommandSpec();
            terminal.complain(firstLine(e.getMessage()) + " (see " + command.qualifiedName() + " --help)");
            return USAGE;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (stop.asked()) {
                return INTERRUPTED;
            }
            if (root.verbose) {
                terminal.trace(e);
            }
            boolean known =
                    e instanceof UsageException || e instanceof ConfigException || e instanceof DataSetException;
            terminal.complain(known || e instanceof OperationException ? e.getMessage() : FailureReason.of(e));
            return known ? USAGE : FAILED;
        });
        try {
            return line.execute(args);
        } catch (Error e) {
            // Asked to stop while starting, classes may find the process in shutdown already.
            if (stop.asked()) {
                return INTERRUPTED;
            }
            if (e instanceof OutOfMemoryError) {
                if (root.verbose) {
                    terminal.trace(e);
                }
                terminal.complain(FailureReason.of(e));
                return FAILED;
            }
            throw e;
        }
    }

    private static String firstLine(String message) {
        return message == null ? "failed" : message.lines().findFirst().orElse("failed");
    }

    /** All commands and options, to be parsed or executed. */
    static CommandLine commands(FaultlineCommand root, Terminal terminal, Stop stop) {
        CommandLine line = new CommandLine(root, new Commands(terminal, stop));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        return line;
    }

    /** Makes commands that need the terminal or hear of Ctrl-C. */
    private record Commands(Terminal terminal, Stop stop) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Terminal.class, Stop.class).newInstance(terminal, stop);
            } catch (NoSuchMethodException none) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
