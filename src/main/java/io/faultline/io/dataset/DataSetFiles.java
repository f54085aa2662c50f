package io.faultline.io.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The files of a data set, in a directory or on the class path; any of them may be gzipped ({@code .gz}). */
interface DataSetFiles {

    /** The bytes of a plain file of the set; empty if there is none. */
    Optional<InputStream> raw(String name) throws IOException;

    /** The content of {@code name}, or of {@code name.gz} unzipped; empty if the set has neither. */
    default Optional<DataSetFile> open(String name) {
        try {
            Optional<InputStream> plain = raw(name);
            if (plain.isPresent()) {
                return Optional.of(new DataSetFile(name, plain.get()));
            }
            Optional<InputStream> zipped = raw(name + ".gz");
            return zipped.isPresent()
                    ? Optional.of(new DataSetFile(name + ".gz", new GZIPInputStream(zipped.get(), 1 << 16)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new DataSetException(name + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Files of a directory. */
    static DataSetFiles in(Path directory) {
        return name -> {
            Path file = directory.resolve(name);
            return Files.isRegularFile(file)
                    ? Optional.of(new BufferedInputStream(Files.newInputStream(file)))
                    : Optional.empty();
        };
    }

    /** Files under a folder of the class path. */
    static DataSetFiles shipped(String folder) {
        return name -> Optional.ofNullable(DataSetFiles.class.getResourceAsStream(folder + "/" + name));
    }
}
