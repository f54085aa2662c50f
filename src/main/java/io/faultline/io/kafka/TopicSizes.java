package io.faultline.io.kafka;

import java.util.Properties;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks Kafka how many partitions a topic has. */
public final class TopicSizes implements ToIntFunction<String> {

    private final Properties client;

    /** @param client Kafka client properties: bootstrap servers, security */
    public TopicSizes(Properties client) {
        this.client = client;
    }

    /**
     * Number of partitions.
     *
     * @throws KafkaException if the broker cannot be reached or the topic does not exist
     */
    @Override
    public int applyAsInt(String topic) {
        Properties properties = new Properties();
        client.stringPropertyNames().forEach(name -> properties.setProperty(name, client.getProperty(name)));
        properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            int partitions = consumer.partitionsFor(topic).size();
            if (partitions == 0) {
                throw new KafkaException("topic " + topic + " does not exist");
            }
            return partitions;
        }
    }
}
