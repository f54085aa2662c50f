package io.faultline.io.replay;

import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer a replay should use: nothing lost, nothing doubled, order kept, large compressed batches. */
public final class ReplayProducer {

    private static final int BATCH_BYTES = 128 * 1024;

    private ReplayProducer() {}

    /**
     * Connects.
     *
     * @param client properties of the Kafka client, {@code bootstrap.servers} among them; they win over what is set here
     * @return to be closed by the caller
     */
    public static Producer<byte[], byte[]> connect(Properties client) {
        Properties all = new Properties();
        all.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        all.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        all.setProperty(ProducerConfig.LINGER_MS_CONFIG, "10");
        all.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH_BYTES));
        all.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        client.stringPropertyNames().forEach(name -> all.setProperty(name, client.getProperty(name)));
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
