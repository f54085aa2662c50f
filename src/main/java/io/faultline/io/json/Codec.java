package io.faultline.io.json;

/**
 * One record type's JSON, strictly read and written. Instances may keep buffers: one per thread.
 *
 * @param <T> the record type
 */
public interface Codec<T> {

    /**
     * Reads one JSON object.
     *
     * @param value UTF-8 bytes; null counts as empty
     * @throws RejectedRecordException for anything that breaks the contract, and nothing else whatever the bytes
     */
    T read(byte[] value) throws RejectedRecordException;

    /** Writes one JSON object as UTF-8, without line breaks. Fields that are null are left out. */
    byte[] write(T record);
}
