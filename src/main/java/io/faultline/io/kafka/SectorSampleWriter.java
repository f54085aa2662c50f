package io.faultline.io.kafka;

import io.faultline.io.json.SectorSampleCodec;
import io.faultline.shock.SectorSample;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes sector samples, keyed by sector; the record's timestamp is the sample's event time. */
public final class SectorSampleWriter implements KafkaRecordSerializationSchema<SectorSample> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private transient SectorSampleCodec codec;

    /** @param topic where to */
    public SectorSampleWriter(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(SectorSample sample, KafkaSinkContext context, Long timestamp) {
        if (codec == null) {
            codec = new SectorSampleCodec();
        }
        byte[] key = sample.sector().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, sample.at().toEpochMilli(), key, codec.write(sample));
    }
}
