package io.faultline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A file named on the command line that is written as a whole or stays as it was. Opening it tells at once whether it can
 * be written, so that nobody waits for a result that has no place.
 */
final class OutputFile implements AutoCloseable {

    private final Path file;
    private final Path draft;

    private OutputFile(Path file, Path draft) {
        this.file = file;
        this.draft = draft;
    }

    /** @throws UsageException if there can be no such file */
    static OutputFile open(Path named) {
        if (named.toString().isEmpty()) {
            throw new UsageException("--out: the name is empty");
        }
        if (Files.isDirectory(named)) {
            throw new UsageException(named + ": is a directory");
        }
        boolean exists = Files.exists(named);
        if (exists && !Files.isRegularFile(named)) {
            throw new UsageException(named + ": is no regular file");
        }
        if (exists && !Files.isWritable(named)) {
            throw new UsageException(named + ": cannot be written");
        }
        try {
            Path file = exists ? named.toRealPath() : named.toAbsolutePath();
            if (!Files.isDirectory(file.getParent())) {
                throw new UsageException(named + ": there is no directory " + file.getParent());
            }
            long process = ProcessHandle.current().pid();
            Path draft = Files.createFile(file.resolveSibling("." + file.getFileName() + "." + process));
            draft.toFile().deleteOnExit();
            return new OutputFile(file, draft);
        } catch (IOException e) {
            throw new UsageException(named + ": cannot be written", e);
        }
    }

    /** @throws UsageException if it is one of the files that the command reads, under whatever name */
    void isNoneOf(List<Path> inputs) {
        try {
            for (Path input : inputs) {
                if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                    throw new UsageException("--out: " + input + " is read by this command: name another file");
                }
            }
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be written", e);
        }
    }

    /** Where to write before {@link #commit}. */
    Path draft() {
        return draft;
    }

    /** Puts what was written in its place. */
    void commit() throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing behind of what was not committed. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // The exit of the process tries again; the file that was asked for is as it was.
            draft.toFile().deleteOnExit();
        }
    }
}
