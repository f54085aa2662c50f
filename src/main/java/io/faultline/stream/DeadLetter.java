package io.faultline.stream;

/**
 * A record that could not be used, with the bytes as they came.
 *
 * @param topic where it was read; for records made up inside the job, the input topic they stem from
 * @param partition partition there, -1 if unknown
 * @param offset offset there, -1 if unknown
 * @param timestamp Kafka timestamp there, epoch milliseconds, -1 if unknown
 * @param key original key bytes, may be null
 * @param value original value bytes, untouched; may be null
 * @param stage operator that refused it, e.g. {@code parse}, {@code late}, {@code ineligible}
 * @param errorClass short stable name of the reason: the rate limit and the counter go by it
 * @param reason one line for a person
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as Kafka gave them; never compared
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte[] key,
        byte[] value,
        String stage,
        String errorClass,
        String reason) {}
