package io.faultline.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All processes of the test: their logs are kept, and none outlives it, not even after Ctrl-C. */
final class Processes implements AutoCloseable {

    private final Path logs;
    private final List<Running> all = new ArrayList<>();

    Processes(Path logs) {
        this.logs = logs;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-processes"));
    }

    /** Starts a program; what it writes is appended to {@code NAME.log}. */
    synchronized Running start(String name, List<String> command, Map<String, String> environment) {
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(logs);
            Running running = new Running(name, builder.start(), log);
            all.add(running);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those started, the newest of each name. */
    synchronized List<Running> newest() {
        Map<String, Running> byName = new java.util.LinkedHashMap<>();
        all.forEach(each -> byName.put(each.name(), each));
        return List.copyOf(byName.values());
    }

    @Override
    public synchronized void close() {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).alive()) {
                all.get(i).kill();
            }
        }
    }
}
