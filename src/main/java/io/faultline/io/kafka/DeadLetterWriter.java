package io.faultline.io.kafka;

import static io.faultline.io.kafka.CloudEventHeaders.header;

import io.faultline.stream.DeadLetter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Writes dead letters: key and value as they came, the circumstances in headers. The record's timestamp is that of
 * writing, since the original one may be what was wrong.
 *
 * <p>A letter must never fail for its size, or the record would stop the job that meant to set it aside: beyond
 * {@value #MAX_BYTES} bytes key or value are cut and a header tells their full size.
 */
public final class DeadLetterWriter implements KafkaRecordSerializationSchema<DeadLetter> {

    private static final long serialVersionUID = 1L;

    /** Most bytes of a value that are kept: well below the 1 MiB that brokers and producers accept by default. */
    static final int MAX_BYTES = 900_000;

    private static final int MAX_KEY_BYTES = 16 * 1024;

    private final String topic;

    /** @param topic where to */
    public DeadLetterWriter(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("original-topic", letter.topic()));
        headers.add(header("original-partition", Integer.toString(letter.partition())));
        headers.add(header("original-offset", Long.toString(letter.offset())));
        headers.add(header("original-timestamp", Long.toString(letter.timestamp())));
        headers.add(header("stage", letter.stage()));
        headers.add(header("error-class", letter.errorClass()));
        headers.add(header("reason", letter.reason()));
        byte[] key = bounded(letter.key(), MAX_KEY_BYTES, "original-key-bytes", headers);
        byte[] value = bounded(letter.value(), MAX_BYTES, "original-value-bytes", headers);
        return new ProducerRecord<>(topic, null, null, key, value, headers);
    }

    private static byte[] bounded(byte[] bytes, int max, String sizeHeader, List<Header> headers) {
        if (bytes == null || bytes.length <= max) {
            return bytes;
        }
        headers.add(header(sizeHeader, Integer.toString(bytes.length)));
        return Arrays.copyOf(bytes, max);
    }
}
