package io.faultline.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are named on the command line. */
final class InputFile {

    private InputFile() {}

    /** @throws UsageException if there is no readable file of that name */
    static void check(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(file + ": is a directory");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(file + ": cannot be read");
        }
    }
}
