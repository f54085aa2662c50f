package io.faultline;

import io.faultline.io.kafka.KafkaSettings;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.stream.StreamSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;

/** A read and checked configuration: {@link FaultlineOptions}, and what is passed through to Kafka and Flink. */
public final class FaultlineConfig {

    private final String origin;
    private final Map<String, Object> values;
    private final Map<String, String> kafka;
    private final Map<String, String> flink;
    private final Path base;

    private FaultlineConfig(
            String origin,
            Map<String, Object> values,
            Map<String, String> kafka,
            Map<String, String> flink,
            Path base) {
        this.origin = origin;
        this.values = values;
        this.kafka = kafka;
        this.flink = flink;
        this.base = base;
    }

    /**
     * Reads a properties file and the files it names.
     *
     * @throws ConfigException in one line: no such file, an unknown key, a wrong value
     */
    public static FaultlineConfig load(Path file) {
        FaultlineConfig config = of(PropertiesFile.read(file), file.toString());
        Map<String, String> kafka = new HashMap<>(config.kafka);
        for (String further : config.get(FaultlineOptions.KAFKA_PROPERTIES_FILES)) {
            kafka.putAll(PropertiesFile.read(file.toAbsolutePath().resolveSibling(further)));
        }
        return new FaultlineConfig(
                config.origin,
                config.values,
                kafka,
                config.flink,
                file.toAbsolutePath().resolveSibling(""));
    }

    /**
     * Takes keys and values as a file would hold them.
     *
     * @param origin where they stand, for messages
     * @throws ConfigException in one line: an unknown key, a wrong value
     */
    public static FaultlineConfig of(Map<String, String> entries, String origin) {
        Map<String, Setting<?>> known = new HashMap<>();
        FaultlineOptions.all().forEach(setting -> known.put(setting.key(), setting));
        Map<String, Object> values = new HashMap<>();
        Map<String, String> kafka = new HashMap<>();
        Map<String, String> flink = new HashMap<>();
        entries.forEach((key, text) -> {
            Setting<?> setting = known.get(key);
            if (setting != null) {
                values.put(key, setting.read(text, origin));
            } else if (key.startsWith(FaultlineOptions.KAFKA_PREFIX)) {
                kafka.put(key.substring(FaultlineOptions.KAFKA_PREFIX.length()), text.strip());
            } else if (key.startsWith(FaultlineOptions.FLINK_PREFIX)) {
                flink.put(key.substring(FaultlineOptions.FLINK_PREFIX.length()), text.strip());
            } else {
                throw new ConfigException(origin + ": unknown key " + key + ", did you mean "
                        + NearestName.to(key, known.keySet()) + "?");
            }
        });
        return new FaultlineConfig(origin, values, kafka, flink, Path.of("")).checked();
    }

    /** The value of a setting, its default if none is given. */
    @SuppressWarnings("unchecked") // put in under the same setting's key
    public <T> T get(Setting<T> setting) {
        return (T) values.getOrDefault(setting.key(), setting.defaultValue());
    }

    /** The same with other Kafka brokers. */
    public FaultlineConfig withBootstrapServers(String servers) {
        Map<String, String> other = new HashMap<>(kafka);
        other.put("bootstrap.servers", servers);
        return new FaultlineConfig(origin, values, other, flink, base);
    }

    /** Properties for Kafka clients, credentials included: not for printing. */
    public Properties kafkaClient() {
        if (kafka.getOrDefault("bootstrap.servers", "").isBlank()) {
            throw new ConfigException(origin + ": kafka.bootstrap.servers is missing");
        }
        Properties client = new Properties();
        client.putAll(kafka);
        return client;
    }

    /** Flink's own configuration, for a cluster that the command line starts. */
    public Configuration flink() {
        return Configuration.fromMap(flink);
    }

    /**
     * What the job graph needs; reads the tables of words that the configuration names.
     *
     * @throws ConfigException if one of them is wrong
     */
    public StreamSettings streamSettings(Clock clock) {
        return new StreamSettings(
                get(FaultlineOptions.TIME_MODE),
                clock,
                get(FaultlineOptions.TIME_LATENESS),
                get(FaultlineOptions.TIME_QUIET_AFTER),
                get(FaultlineOptions.MOVES_MIN_MOVE),
                get(FaultlineOptions.MOVES_CONFIRM_EVERY),
                get(FaultlineOptions.MOVES_CORROBORATE_BEYOND),
                get(FaultlineOptions.FEEDS_STALE_AFTER),
                get(FaultlineOptions.SAMPLES_EVERY),
                get(FaultlineOptions.DEAD_LETTERS_PER_REASON),
                get(FaultlineOptions.PATTERNS_MAX_RELEASE_AGE),
                get(FaultlineOptions.PATTERNS_MAX_ATTRIBUTION_AGE),
                LexiconFiles.read(get(FaultlineOptions.NEWS_LEXICON), base));
    }

    /** Names of the topics. */
    public KafkaTopics topics() {
        return new KafkaTopics(
                get(FaultlineOptions.TOPICS_TICKS),
                get(FaultlineOptions.TOPICS_HEADLINES),
                get(FaultlineOptions.TOPICS_LISTINGS),
                get(FaultlineOptions.TOPICS_RULES),
                get(FaultlineOptions.TOPICS_CALENDARS),
                get(FaultlineOptions.TOPICS_ALERTS),
                get(FaultlineOptions.TOPICS_INCIDENTS),
                get(FaultlineOptions.TOPICS_SECTORS),
                get(FaultlineOptions.TOPICS_DEAD_LETTERS));
    }

    /**
     * What the job's ends on Kafka need.
     *
     * @throws ConfigException if no brokers are named
     */
    public KafkaSettings kafkaSettings() {
        return new KafkaSettings(
                topics(),
                get(FaultlineOptions.KAFKA_GROUP_ID),
                kafkaClient(),
                get(FaultlineOptions.KAFKA_DELIVERY_GUARANTEE),
                get(FaultlineOptions.KAFKA_TRANSACTIONAL_ID_PREFIX),
                get(FaultlineOptions.KAFKA_TRANSACTION_TIMEOUT),
                get(FaultlineOptions.KAFKA_PARTITION_DISCOVERY));
    }

    private FaultlineConfig checked() {
        KafkaTopics topics = topics();
        List<String> names = List.of(
                topics.ticks(),
                topics.headlines(),
                topics.listings(),
                topics.rules(),
                topics.calendars(),
                topics.alerts(),
                topics.incidents(),
                topics.sectors(),
                topics.deadLetters());
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new ConfigException(origin + ": two topics have the name " + name);
            }
        }
        return this;
    }
}
