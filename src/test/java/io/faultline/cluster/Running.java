package io.faultline.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of the test. */
final class Running {

    private static final Duration DYING = Duration.ofSeconds(20);
    private static final Pattern COMPLAINT = Pattern.compile("WARN|ERROR|FATAL|level=error|Exception|Caused by");

    private final String name;
    private final Process process;
    private final Path log;

    Running(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    String name() {
        return name;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ended with success. */
    boolean done() {
        return !alive() && process.exitValue() == 0;
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed, no connection is closed by the process. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(DYING);
    }

    /** Waits for the end and returns the exit code. */
    int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CheckFailedException(name + " has not ended within " + patience.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailedException("interrupted while waiting for the end of " + name, e);
        }
    }

    /** All it has written so far. */
    String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines it has written that tell of trouble. */
    List<String> complaints(int lines) {
        List<String> all =
                output().lines().filter(line -> COMPLAINT.matcher(line).find()).toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }
}
