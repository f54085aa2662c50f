package io.faultline.io.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.broker.EmbeddedBroker;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.io.json.AlertCodec;
import io.faultline.io.json.TickCodec;
import io.faultline.io.json.WireSamples;
import io.faultline.shock.Alert;
import io.faultline.shock.RunMode;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.InboundTick;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.StreamSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ends against a real broker, exactly once. */
class KafkaEndsITCase {

    private static final KafkaTopics TOPICS = KafkaTopics.defaults();
    private static final byte[] GARBAGE = {(byte) 0xfe, '{', 0};

    @Test
    @Timeout(120)
    void goodTicksComeThroughAndBadOnesAreSetAside() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(LoopbackPorts.free())) {
            Properties client = new Properties();
            client.setProperty("bootstrap.servers", broker.bootstrapServers());
            createTopics(client);
            publishTicks(client);

            JobClient job = startJob(KafkaSettings.defaults(client).withGuarantee(DeliveryGuarantee.EXACTLY_ONCE));
            try {
                List<ConsumerRecord<byte[], byte[]>> alerts = committed(client, TOPICS.alerts(), 2);
                ConsumerRecord<byte[], byte[]> letter =
                        committed(client, TOPICS.deadLetters(), 1).get(0);

                assertThat(alerts).hasSize(2);
                Alert alert = new AlertCodec().read(alerts.get(0).value());
                assertThat(alert.emittedAt()).isNotNull();
                assertThat(letter.value()).isEqualTo(GARBAGE);
                assertThat(new String(letter.headers().lastHeader("error-class").value(), UTF_8))
                        .isEqualTo("MALFORMED_JSON");
            } finally {
                job.cancel().get();
            }
        }
    }

    /** Each good tick becomes an alert. */
    private static JobClient startJob(KafkaSettings settings) throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("restart-strategy.type", "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        env.enableCheckpointing(300);
        StreamSettings stream = StreamSettings.defaults(RunMode.REPLAY, Clock.systemUTC());
        ShockSinks sinks = KafkaEnds.sinks(settings, Clock.systemUTC());
        DataStream<InboundTick> ticks = KafkaEnds.sources(settings, stream, new TopicSizes(settings.client()))
                .ticks()
                .attach(env);
        DataStream<Alert> alerts = ticks.filter(inbound -> inbound.rejected() == null)
                .map(inbound -> WireSamples.alert())
                .returns(Alert.class);
        DataStream<DeadLetter> refused = ticks.filter(inbound -> inbound.rejected() != null)
                .map(InboundTick::rejected)
                .returns(DeadLetter.class);
        sinks.alerts().attach(alerts);
        sinks.incidents().attach(alerts);
        sinks.deadLetters().attach(refused);
        return env.executeAsync();
    }

    private static void createTopics(Properties client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(Stream.of(TOPICS.ticks(), TOPICS.alerts(), TOPICS.incidents(), TOPICS.deadLetters())
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void publishTicks(Properties client) throws Exception {
        byte[] tick = new TickCodec().write(WireSamples.tick());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : List.of(tick, GARBAGE, tick)) {
                producer.send(new ProducerRecord<>(TOPICS.ticks(), null, value)).get();
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> committed(Properties client, String topic, int count) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.putAll(
                Map.of("group.id", "reader", "auto.offset.reset", "earliest", "isolation.level", "read_committed"));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (records.size() < count) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
