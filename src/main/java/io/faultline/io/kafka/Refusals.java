package io.faultline.io.kafka;

import io.faultline.io.json.ErrorClass;
import io.faultline.io.json.RejectedRecordException;
import io.faultline.stream.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the five sources share: keys, and the dead letter of a refused record. */
final class Refusals {

    /** Stage of everything refused in a source. */
    static final String STAGE = "parse";

    private Refusals() {}

    static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> kafka, RejectedRecordException refusal) {
        return new DeadLetter(
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                kafka.timestamp(),
                kafka.key(),
                kafka.value(),
                STAGE,
                refusal.errorClass().name(),
                refusal.reason());
    }

    /** The key as text, for records that are told apart by nothing else; broken bytes show as replacement characters. */
    static String keyText(ConsumerRecord<byte[], byte[]> kafka) {
        return kafka.key() == null ? "" : new String(kafka.key(), StandardCharsets.UTF_8);
    }

    /** Compaction keeps the newest value per key: a wrong key would keep a stale record for ever. */
    static void checkKey(ConsumerRecord<byte[], byte[]> kafka, String needed) throws RejectedRecordException {
        if (!Arrays.equals(kafka.key(), needed.getBytes(StandardCharsets.UTF_8))) {
            throw new RejectedRecordException(
                    ErrorClass.KEY_MISMATCH, "key is '" + keyText(kafka) + "', the value asks for '" + needed + "'");
        }
    }

    /** A removal without a key removes nothing. */
    static String removedKey(ConsumerRecord<byte[], byte[]> kafka) throws RejectedRecordException {
        if (keyText(kafka).isEmpty()) {
            throw new RejectedRecordException(ErrorClass.EMPTY, "neither key nor value");
        }
        return keyText(kafka);
    }
}
