package io.faultline.io.kafka;

import io.faultline.io.json.AlertCodec;
import io.faultline.shock.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes alert revisions, keyed by incident, with CloudEvents headers. Stamps {@code emittedAt}, the one field that is
 * not a function of the input; the record's timestamp is {@code detectedAt}.
 */
public final class AlertWriter implements KafkaRecordSerializationSchema<Alert>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final Clock clock;
    private transient AlertCodec codec;

    /** @param clock serializable */
    public AlertWriter(String topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Alert alert, KafkaSinkContext context, Long timestamp) {
        if (codec == null) {
            codec = new AlertCodec();
        }
        byte[] key = alert.incidentId().getBytes(StandardCharsets.UTF_8);
        byte[] value = codec.write(alert.emitted(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return new ProducerRecord<>(
                topic, null, alert.detectedAt().toEpochMilli(), key, value, CloudEventHeaders.of(alert));
    }

    /** Names the topic: pooled transactions are looked up by it after a restart. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }
}
