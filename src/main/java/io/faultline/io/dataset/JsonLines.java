package io.faultline.io.dataset;

import io.faultline.io.json.Codec;
import io.faultline.io.json.RejectedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

    /**
     * All records that are left; closes the file.
     *
     * @param complaint what is wrong with a record beyond its own form, null for nothing
     */
    List<T> all(Function<T, String> complaint) {
        try (this) {
            List<T> records = new ArrayList<>();
            for (T each = next(); each != null; each = next()) {
                String wrong = complaint.apply(each);
                if (wrong != null) {
                    throw wrong(wrong);
                }
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
