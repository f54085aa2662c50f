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
import java.util.Collection;

/** Where a back-test writes: {@code alerts.jsonl}, {@code closes.jsonl}, {@code summary.json}, {@code summary.txt}. */
public final class OutFiles {

    private final Path directory;

    private OutFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory if need be; files of these names in it will be replaced.
     *
     * @throws UsageException if nothing can be written there
     */
    public static OutFiles in(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "alerts", ".part"));
            return new OutFiles(directory);
        } catch (IOException e) {
            throw new UsageException("cannot write to " + directory, e);
        }
    }

    void write(Result result) {
        try {
            lines("alerts.jsonl", result.alerts(), new AlertCodec());
            lines("closes.jsonl", result.closes().values(), new SectorSampleCodec());
            Files.write(directory.resolve("summary.json"), SummaryJson.bytes(result));
            Files.write(directory.resolve("summary.txt"), SummaryText.lines(result));
        } catch (IOException e) {
            throw new UsageException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    private <T> void lines(String name, Collection<T> records, Codec<T> codec) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            for (T each : records) {
                out.write(codec.write(each));
                out.write('\n');
            }
        }
    }
}
