package io.faultline.io.replay;

import io.faultline.io.kafka.KafkaTopics;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends records without waiting for each; the first refusal surfaces at the next call. */
final class Outbox {

    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> refusal = new AtomicReference<>();

    Outbox(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    int tickPartitions(KafkaTopics topics) {
        return producer.partitionsFor(topics.ticks()).size();
    }

    int headlinePartitions(KafkaTopics topics) {
        return producer.partitionsFor(topics.headlines()).size();
    }

    void send(ProducerRecord<byte[], byte[]> kafkaRecord) {
        failIfRefused();
        Future<RecordMetadata> unused = producer.send(kafkaRecord, (metadata, failure) -> {
            if (failure != null) {
                refusal.compareAndSet(null, failure);
            }
        });
    }

    /** Waits until all is acknowledged. */
    void flush() {
        producer.flush();
        failIfRefused();
    }

    private void failIfRefused() {
        Exception failure = refusal.get();
        if (failure != null) {
            throw new ReplayFailedException(failure);
        }
    }
}
