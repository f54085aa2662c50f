package io.faultline.io.dataset;

import io.faultline.io.json.Codec;
import io.faultline.io.json.RejectedRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        byte[] line = file.nextBytes();
        if (line == null) {
            return null;
        }
        try {
            return codec.read(line);
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
        return good(complaint, problem -> {
            throw new DataSetException(problem);
        });
    }

    /** All records that are left and in order; what is wrong with the others goes to {@code bad}. Closes the file. */
    List<T> good(Function<T, String> complaint, Consumer<String> bad) {
        try (this) {
            List<T> records = new ArrayList<>();
            for (byte[] line = file.nextBytes(); line != null; line = file.nextBytes()) {
                String wrong;
                try {
                    T record = codec.read(line);
                    wrong = complaint.apply(record);
                    if (wrong == null) {
                        records.add(record);
                    }
                } catch (RejectedRecordException e) {
                    wrong = e.reason();
                }
                if (wrong != null) {
                    bad.accept(file.wrong(wrong).getMessage());
                }
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
