package io.faultline.app.cluster;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineJob;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.stream.StreamSettings;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with its ends on Kafka. */
public final class KafkaJob {

    private KafkaJob() {}

    /**
     * Builds it into an environment.
     *
     * @throws io.faultline.ConfigException at once, if no brokers are named
     */
    public static Consumer<StreamExecutionEnvironment> of(FaultlineConfig config) {
        StreamSettings stream = config.streamSettings(Clock.systemUTC());
        KafkaSettings kafka = config.kafkaSettings();
        return env -> FaultlineJob.define(env, stream, kafka);
    }
}
