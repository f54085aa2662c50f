package io.faultline.app.feed;

import io.faultline.FaultlineConfig;
import io.faultline.app.FailureReason;
import io.faultline.app.OperationException;
import io.faultline.io.json.ListingCodec;
import io.faultline.io.json.RuleCodec;
import io.faultline.market.Listing;
import io.faultline.rules.SectorRule;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes keyed reference data, each record acknowledged by all replicas. */
public final class ReferencePublisher {

    private ReferencePublisher() {}

    /**
     * Publishes rules.
     *
     * @throws OperationException if Kafka does not take them
     */
    public static void rules(FaultlineConfig config, List<SectorRule> rules) {
        RuleCodec codec = new RuleCodec();
        publish(
                config.kafkaClient(),
                config.topics().rules(),
                rules.stream().map(rule -> Map.entry(rule.ruleId(), codec.write(rule))));
    }

    /**
     * Whether rules were ever published, be it that all of them were removed since.
     *
     * @throws OperationException if Kafka does not answer or there is no such topic
     */
    public static boolean hasRules(FaultlineConfig config) {
        return TopicFollower.endOf(config.kafkaClient(), config.topics().rules()) > 0;
    }

    /**
     * Publishes listings.
     *
     * @throws OperationException if Kafka does not take them
     */
    public static void listings(FaultlineConfig config, List<Listing> listings) {
        ListingCodec codec = new ListingCodec();
        publish(
                config.kafkaClient(),
                config.topics().listings(),
                listings.stream().map(each -> Map.entry(ListingCodec.topicKey(each), codec.write(each))));
    }

    /** In the order of the stream; waits for the last acknowledgement. */
    private static void publish(Properties client, String topic, Stream<Map.Entry<String, byte[]>> records) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // One request for as much as fits: an end in the middle leaves all of a few rules, or none.
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, "524288");
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "100");
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, "12000");
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            // Asked once: each record would wait as long again for a broker that is not there.
            producer.partitionsFor(topic);
            List<Future<RecordMetadata>> sent = records.map(
                            each -> producer.send(new ProducerRecord<>(topic, each.getKey(), each.getValue())))
                    .toList();
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (KafkaException | ExecutionException e) {
            throw new OperationException("publishing to " + topic + ": " + FailureReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationException("interrupted", e);
        }
    }
}
