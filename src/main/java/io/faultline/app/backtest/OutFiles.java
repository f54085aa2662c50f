package io.faultline.app.backtest;

import io.faultline.app.UsageException;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.Codec;
import io.faultline.io.json.SectorSampleCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;

/**
 * Where a back-test writes: {@code alerts.jsonl}, {@code closes.jsonl}, {@code summary.json}, {@code summary.txt}. They
 * are all of one run that ended well: those of an earlier run are removed at the start, and the new ones get their names
 * when all of them are written.
 */
public final class OutFiles {

    private static final String ALERTS = "alerts.jsonl";
    private static final String CLOSES = "closes.jsonl";
    private static final String TEXT = "summary.txt";
    private static final String JSON = "summary.json";
    private static final List<String> ALL = List.of(ALERTS, CLOSES, TEXT, JSON);

    private final Path directory;

    private OutFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory if need be, and removes results of an earlier run from it.
     *
     * @throws UsageException if nothing can be written there
     */
    public static OutFiles in(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UsageException("cannot write to " + directory + ": it is a file, not a directory");
        }
        OutFiles files = new OutFiles(directory);
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "alerts", ".part"));
            files.remove();
            return files;
        } catch (IOException e) {
            throw files.cannotWrite(e);
        }
    }

    void write(Result result) {
        try {
            lines(ALERTS, result.alerts(), new AlertCodec());
            lines(CLOSES, result.closes().values(), new SectorSampleCodec());
            Files.write(part(JSON), SummaryJson.bytes(result));
            Files.write(part(TEXT), SummaryText.lines(result));
            for (String name : ALL) {
                Files.move(part(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void remove() throws IOException {
        for (String name : ALL) {
            Path file = directory.resolve(name);
            if (Files.isDirectory(file)) {
                throw new UsageException("cannot write to " + file + ": it is a directory");
            }
            Files.deleteIfExists(file);
            Files.deleteIfExists(part(name));
        }
    }

    private <T> void lines(String name, Collection<T> records, Codec<T> codec) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part(name)))) {
            for (T each : records) {
                out.write(codec.write(each));
                out.write('\n');
            }
        }
    }

    private Path part(String name) {
        return directory.resolve(name + ".part");
    }

    private UsageException cannotWrite(IOException e) {
        return new UsageException("cannot write to " + directory + ": " + e.getMessage(), e);
    }
}
