package io.faultline;

import io.faultline.io.json.LogText;
import io.faultline.io.kafka.KafkaEnds;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.io.kafka.ReferenceReader;
import io.faultline.io.kafka.TopicSizes;
import io.faultline.market.TradingDay;
import io.faultline.shock.RunMode;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.StreamSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Entry point for {@code flink run faultline-job.jar --config FILE}. Checkpoints, state backend and restarts are the
 * cluster's configuration; here is only what would break the job if it were otherwise.
 */
public final class FaultlineJob {

    /** The job's name: label {@code job_name} of the JobManager's metrics, by which alerts know it. */
    public static final String NAME = "Faultline";

    /** Number of key groups: part of the state's layout, never changed once released. */
    public static final int MAX_PARALLELISM = 128;

    /** Longest outage from which the ticks are caught up with, LIVE. */
    private static final int BACKLOG_DAYS = 30;

    private static final int BAD_INPUT = 2;

    private FaultlineJob() {}

    /**
     * Submits the job.
     *
     * @param arguments {@code --config FILE}; a bad one ends the process with one line and exit code 2
     */
    public static void main(String[] arguments) throws Exception {
        FaultlineConfig config = null;
        StreamSettings stream = null;
        try {
            config = FaultlineConfig.load(configFile(arguments));
            stream = config.streamSettings(Clock.systemUTC());
        } catch (ConfigException e) {
            System.err.println("faultline: " + LogText.oneLine(e.getMessage()));
            System.exit(BAD_INPUT);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        define(env, stream, config.kafkaSettings());
        env.execute(NAME);
    }

    private static Path configFile(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            throw new ConfigException("usage: flink run faultline-job.jar --config FILE");
        }
        return Path.of(arguments[1]);
    }

    /** Defines the job on Kafka; reads the rules, calendars and listings of this moment from there. */
    public static void define(StreamExecutionEnvironment env, StreamSettings stream, KafkaSettings kafka) {
        protect(env);
        ReferenceSnapshot initial = new ReferenceReader(kafka.client()).read(kafka.topics(), listedSince(stream));
        FaultlineTopology.build(
                env,
                stream,
                initial,
                KafkaEnds.sources(kafka, stream, new TopicSizes(kafka.client())),
                KafkaEnds.sinks(kafka, stream.clock()));
    }

    /** Ticks older than this are in no backlog; a replay may start at any time. */
    private static TradingDay listedSince(StreamSettings stream) {
        LocalDate today = LocalDate.ofInstant(stream.clock().instant(), ZoneOffset.UTC);
        return stream.mode() == RunMode.REPLAY ? null : TradingDay.of(today.minusDays(BACKLOG_DAYS));
    }

    /** Refuses state without a frozen address and types without a serializer of their own. */
    public static void protect(StreamExecutionEnvironment env) {
        env.configure(new Configuration()
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM));
    }
}
