package io.faultline.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java command line.
 *
 * @param classPath as given to {@code -cp}
 * @param options of the JVM
 * @param mainClass what to run
 */
record Jvm(String classPath, List<String> options, String mainClass) {

    /** Two cores are shared by all: a JVM that compiles less and collects with one thread leaves more of them. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** The command with these arguments. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
