package io.faultline.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faultline.app.console.Palette;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.ParameterException;

/** Tells of command lines in documents and files of other tools whether there are such commands and options. */
public final class CommandLines {

    private CommandLines() {}

    /** What is wrong with one; empty if nothing is. Nothing is run. */
    public static String complaint(List<String> arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, Palette.PLAIN);
        try {
            Main.commands(new FaultlineCommand(), terminal, new Stop()).parseArgs(arguments.toArray(String[]::new));
            return "";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
