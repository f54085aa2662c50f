package io.faultline.io.kafka;

import io.faultline.io.json.TimestampGuard;
import io.faultline.stream.EventTime;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.ShockSources;
import io.faultline.stream.StreamInput;
import io.faultline.stream.StreamOutput;
import io.faultline.stream.StreamSettings;
import java.time.Clock;
import java.util.Properties;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job's ends on Kafka. */
public final class KafkaEnds {

    private final KafkaSettings settings;

    private final ToIntFunction<String> partitions;

    private KafkaEnds(KafkaSettings settings, ToIntFunction<String> partitions) {
        this.settings = settings;
        this.partitions = partitions;
    }

    /**
     * All sources. Ticks and headlines go on from the group's committed offsets, or from the earliest; reference data is
     * always read from the earliest, since all of it counts.
     *
     * @param partitions number of partitions of a topic
     */
    @SuppressWarnings("deprecation") // Flink's own signature still asks for OffsetResetStrategy
    public static ShockSources sources(
            KafkaSettings settings, StreamSettings stream, ToIntFunction<String> partitions) {
        KafkaEnds ends = new KafkaEnds(settings, partitions);
        KafkaTopics topics = settings.topics();
        TimestampGuard guard = new TimestampGuard(stream.mode(), stream.clock());
        OffsetsInitializer goOn = OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        OffsetsInitializer all = OffsetsInitializer.earliest();
        return new ShockSources(
                ends.source(topics.ticks(), new TickReader(guard), goOn, EventTime.ticks(stream)),
                ends.source(topics.headlines(), new HeadlineReader(guard), goOn, EventTime.headlines(stream)),
                ends.source(topics.listings(), new ListingReader(), all, EventTime.reference()),
                ends.source(topics.rules(), new RuleReader(), all, EventTime.reference()),
                ends.source(topics.calendars(), new CalendarReader(), all, EventTime.reference()));
    }

    /**
     * All sinks. The delivery guarantee holds for alerts and incidents; samples and dead letters are written at least
     * once, so that boards need not wait for a checkpoint.
     *
     * @param clock stamps {@code emittedAt}; serializable
     */
    public static ShockSinks sinks(KafkaSettings settings, Clock clock) {
        KafkaEnds ends = new KafkaEnds(settings, topic -> 1);
        KafkaTopics topics = settings.topics();
        return new ShockSinks(
                ends.sink("alerts", new AlertWriter(topics.alerts(), clock), settings.guarantee()),
                ends.sink("incidents", new AlertWriter(topics.incidents(), clock), settings.guarantee()),
                ends.sink("sectors", new SectorSampleWriter(topics.sectors()), DeliveryGuarantee.AT_LEAST_ONCE),
                ends.sink("dead-letters", new DeadLetterWriter(topics.deadLetters()), DeliveryGuarantee.AT_LEAST_ONCE));
    }

    private <T> StreamInput<T> source(
            String topic,
            KafkaRecordDeserializationSchema<T> reader,
            OffsetsInitializer start,
            WatermarkStrategy<T> watermarks) {
        KafkaSource<T> source = KafkaSource.<T>builder()
                .setTopics(topic)
                .setGroupId(settings.groupId())
                .setClientIdPrefix(settings.groupId() + "-" + topic)
                .setProperties(consumerProperties())
                .setStartingOffsets(start)
                .setDeserializer(reader)
                .build();
        // A task without a partition would hold event time back until it counts as quiet.
        return env -> env.fromSource(source, watermarks, topic)
                .setParallelism(Math.min(env.getParallelism(), partitions.applyAsInt(topic)));
    }

    private <T> StreamOutput<T> sink(
            String name, KafkaRecordSerializationSchema<T> writer, DeliveryGuarantee guarantee) {
        KafkaSinkBuilder<T> builder = KafkaSink.<T>builder()
                .setKafkaProducerConfig(producerProperties())
                .setRecordSerializer(writer)
                .setDeliveryGuarantee(guarantee)
                .setTransactionalIdPrefix(settings.transactionalIdPrefix() + "-" + name);
        if (guarantee == DeliveryGuarantee.EXACTLY_ONCE) {
            builder.setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
        }
        KafkaSink<T> sink = builder.build();
        return stream -> stream.sinkTo(sink);
    }

    private Properties consumerProperties() {
        Properties properties = new Properties();
        properties.putAll(settings.client());
        // Input that a producer took back is no input.
        properties.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(
                KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                Long.toString(settings.partitionDiscovery().toMillis()));
        return properties;
    }

    private Properties producerProperties() {
        Properties properties = new Properties();
        properties.putAll(settings.client());
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(settings.transactionTimeout().toMillis()));
        return properties;
    }
}
