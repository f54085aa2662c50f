package io.faultline.app.demo;

import io.faultline.app.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes revisions as they came, one per line. */
final class AlertFile implements AutoCloseable {

    private static final String NAME = "alerts.jsonl";

    private final OutputStream out;

    private AlertFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Opens the file in a directory, which is made if need be; what was in it is replaced.
     *
     * @param directory null writes nothing
     * @throws UsageException if that is not possible
     */
    static AlertFile in(Path directory) {
        if (directory == null) {
            return new AlertFile(OutputStream.nullOutputStream());
        }
        try {
            Files.createDirectories(directory);
            return new AlertFile(Files.newOutputStream(directory.resolve(NAME)));
        } catch (IOException e) {
            throw new UsageException("cannot write " + directory.resolve(NAME) + ": " + e.getMessage(), e);
        }
    }

    /** Writes one record's value, which has no line breaks. */
    void write(byte[] value) {
        try {
            out.write(value);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
