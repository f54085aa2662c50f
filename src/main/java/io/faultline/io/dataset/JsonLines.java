package io.faultline.io.dataset;

import io.faultline.io.json.Codec;
import io.faultline.io.json.RejectedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of one wire-format record per line.
 *
 * @param <T> the record type
 */
final class JsonLines<T> implements AutoCloseable {

    private final DataSetFile file;
    private final Codec<T> codec;

    JsonLines(DataSetFile file, Codec<T> codec) {
        this.file = file;
        this.codec = codec;
    }

    /** The next record, or null at the end. */
    T next() {
        String line = file.nextLine();
        if (line == null) {
            return null;
        }
        try {
            return codec.read(line.getBytes(StandardCharsets.UTF_8));
        } catch (RejectedRecordException e) {
            throw file.wrong(e.reason());
        }
    }

    /** All records that are left; closes the file. */
    List<T> all() {
        try (this) {
            List<T> records = new ArrayList<>();
            for (T each = next(); each != null; each = next()) {
                records.add(each);
            }
            return records;
        }
    }

    DataSetException wrong(String reason) {
        return file.wrong(reason);
    }

    @Override
    public void close() {
        file.close();
    }
}
