package io.faultline.io.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The files of a data set, in a directory or on the class path; any of them may be gzipped ({@code .gz}). */
interface DataSetFiles {

    /** The bytes of a plain file of the set; empty if there is none. */
    Optional<InputStream> raw(String name) throws IOException;

    /**
     * The content of {@code name}, or of {@code name.gz} unzipped; empty if the set has neither.
     *
     * @throws DataSetException if it has both, or one that cannot be opened
     */
    default Optional<DataSetFile> open(String name) {
        Optional<InputStream> plain = opened(name);
        Optional<InputStream> zipped = opened(name + ".gz");
        if (plain.isPresent() && zipped.isPresent()) {
            new DataSetFile(name, plain.get()).close();
            new DataSetFile(name, zipped.get()).close();
            throw new DataSetException(name + " and " + name + ".gz are both there: keep one of them");
        }
        return plain.isPresent()
                ? plain.map(bytes -> new DataSetFile(name, bytes))
                : zipped.map(bytes -> new DataSetFile(name + ".gz", unzipped(name + ".gz", bytes)));
    }

    private Optional<InputStream> opened(String name) {
        try {
            return raw(name);
        } catch (IOException e) {
            throw new DataSetException(name + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    private static InputStream unzipped(String name, InputStream bytes) {
        try {
            return new GZIPInputStream(bytes, 1 << 16);
        } catch (IOException e) {
            new DataSetFile(name, bytes).close();
            boolean noZip = e instanceof ZipException || e instanceof EOFException;
            throw new DataSetException(
                    name + ": " + (noZip ? "is no gzip file" : "cannot be opened: " + e.getMessage()), e);
        }
    }

    /** Files of a directory. */
    static DataSetFiles in(Path directory) {
        return name -> {
            Path file = directory.resolve(name);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (!Files.isRegularFile(file)) {
                throw new DataSetException(
                        name + ": is " + (Files.isDirectory(file) ? "a directory" : "no regular file"));
            }
            return Optional.of(Files.newInputStream(file));
        };
    }

    /** Files under a folder of the class path. */
    static DataSetFiles shipped(String folder) {
        return name -> Optional.ofNullable(DataSetFiles.class.getResourceAsStream(folder + "/" + name));
    }
}
