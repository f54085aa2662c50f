package io.faultline;

import io.faultline.io.kafka.KafkaTopics;
import io.faultline.shock.RunMode;
import io.faultline.stream.StreamSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * Everything that can be configured, in one place; {@code docs/configuration.md} shows the same. Thresholds of sectors
 * are not here: they are rules on a topic and change without a restart.
 */
public final class FaultlineOptions {

    /** Keys with this prefix go to every Kafka client, without the prefix. */
    public static final String KAFKA_PREFIX = "kafka.";

    /** Keys with this prefix go to Flink, without the prefix, when the command line runs the job itself. */
    public static final String FLINK_PREFIX = "flink.";

    private static final KafkaTopics TOPIC = KafkaTopics.defaults();
    private static final StreamSettings STREAM =
            StreamSettings.defaults(RunMode.LIVE, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    public static final Setting<RunMode> TIME_MODE = new Setting<>(
            "faultline.time.mode",
            SettingType.word(List.of(RunMode.values())),
            STREAM.mode(),
            "",
            "Where time comes from: live follows the clock when feeds are silent, replay only the data and its heartbeats.");
    public static final Setting<Duration> TIME_LATENESS = new Setting<>(
            "faultline.time.lateness",
            SettingType.duration(Duration.ZERO),
            STREAM.lateness(),
            "time",
            "How far records of one partition may be out of order; later ones go to the dead letters.");
    public static final Setting<Duration> TIME_QUIET_AFTER = new Setting<>(
            "faultline.time.quiet-after",
            SettingType.duration(Duration.ofSeconds(1)),
            STREAM.quietAfter(),
            "wall time",
            "A partition without records for this long no longer holds event time back.");
    public static final Setting<Double> MOVES_MIN_MOVE = new Setting<>(
            "faultline.moves.min-move",
            SettingType.fraction(),
            STREAM.minMove(),
            "fraction of the reference close",
            "Change of a listing's session return from which its move is told to the sectors at once.");
    public static final Setting<Duration> MOVES_CONFIRM_EVERY = new Setting<>(
            "faultline.moves.confirm-every",
            SettingType.duration(Duration.ofSeconds(1)),
            STREAM.confirmEvery(),
            "event time",
            "A listing that prints without moving is told to the sectors once per this time.");
    public static final Setting<Double> MOVES_CORROBORATE_BEYOND = new Setting<>(
            "faultline.moves.corroborate-beyond",
            SettingType.fraction(),
            STREAM.corroborateBeyond(),
            "fraction",
            "A print farther than this from the last accepted price waits for a second one to bear it out.");
    public static final Setting<Duration> FEEDS_STALE_AFTER = new Setting<>(
            "faultline.feeds.stale-after",
            SettingType.duration(Duration.ofSeconds(1)),
            STREAM.staleAfter(),
            "event time",
            "A price feed without a print for this long while its exchange is open is reported as stale; the "
                    + "headlines after 12 times as long, around the clock.");
    public static final Setting<Duration> SAMPLES_EVERY = new Setting<>(
            "faultline.samples.every",
            SettingType.duration(Duration.ofSeconds(1)),
            STREAM.sampleEvery(),
            "event time",
            "A sector that is not in stress is measured and sampled once per this time, and whenever a member moves.");
    public static final Setting<Integer> DEAD_LETTERS_PER_REASON = new Setting<>(
            "faultline.dead-letters.per-reason",
            SettingType.whole(0),
            STREAM.deadLettersPerReason(),
            "records per minute and task",
            "Dead letters written per reason; the rest is only counted.");
    public static final Setting<Duration> PATTERNS_MAX_RELEASE_AGE = new Setting<>(
            "faultline.patterns.max-release-age",
            SettingType.duration(Duration.ofDays(1)),
            STREAM.maxReleaseAge(),
            "event time",
            "Calendar bound on the time from a release to a collapse; rules bound it in sessions. Bounds the state.");
    public static final Setting<Duration> PATTERNS_MAX_ATTRIBUTION_AGE = new Setting<>(
            "faultline.patterns.max-attribution-age",
            SettingType.duration(Duration.ofHours(1)),
            STREAM.maxAttributionAge(),
            "event time",
            "Calendar bound on the time from a collapse to a headline that names its cause.");

    public static final Setting<List<String>> NEWS_LEXICON = new Setting<>(
            "faultline.news.lexicon",
            SettingType.texts(),
            List.of(),
            "",
            "Further tables of vendors, models and words, and a release.model that train wrote: files, or directories"
                    + " that hold them. Read when the job is submitted. Paths are relative to this file.");

    public static final Setting<String> TOPICS_TICKS = topic("ticks", TOPIC.ticks(), "prints, in");
    public static final Setting<String> TOPICS_HEADLINES = topic("headlines", TOPIC.headlines(), "headlines, in");
    public static final Setting<String> TOPICS_LISTINGS = topic("listings", TOPIC.listings(), "reference data, in");
    public static final Setting<String> TOPICS_RULES = topic("rules", TOPIC.rules(), "sector rules, in");
    public static final Setting<String> TOPICS_CALENDARS =
            topic("calendars", TOPIC.calendars(), "calendar entries, in");
    public static final Setting<String> TOPICS_ALERTS = topic("alerts", TOPIC.alerts(), "every alert revision, out");
    public static final Setting<String> TOPICS_INCIDENTS =
            topic("incidents", TOPIC.incidents(), "latest revision per incident, out");
    public static final Setting<String> TOPICS_SECTORS = topic("sectors", TOPIC.sectors(), "sector samples, out");
    public static final Setting<String> TOPICS_DEAD_LETTERS =
            topic("dead-letters", TOPIC.deadLetters(), "refused records, out");
    public static final Setting<Integer> TOPICS_TICK_PARTITIONS = new Setting<>(
            "faultline.topics.tick-partitions",
            SettingType.whole(1),
            4,
            "partitions",
            "Partitions that topics create gives the tick topic.");
    public static final Setting<Integer> TOPICS_HEADLINE_PARTITIONS = new Setting<>(
            "faultline.topics.headline-partitions",
            SettingType.whole(1),
            2,
            "partitions",
            "Partitions that topics create gives the headline topic.");
    public static final Setting<Integer> TOPICS_REPLICATION = new Setting<>(
            "faultline.topics.replication",
            SettingType.whole(0),
            0,
            "replicas",
            "Replicas that topics create gives each topic; 0 takes the broker's default. From 3 on, a write needs two of them.");

    public static final Setting<List<String>> KAFKA_PROPERTIES_FILES = new Setting<>(
            "faultline.kafka.properties-files",
            SettingType.texts(),
            List.of(),
            "",
            "Further files with Kafka client properties (no prefix), such as credentials mounted as a secret. Paths are"
                    + " relative to this file.");
    public static final Setting<String> KAFKA_GROUP_ID = new Setting<>(
            "faultline.kafka.group-id",
            SettingType.text(),
            "faultline",
            "",
            "Consumer group of the job; offsets are committed with checkpoints.");
    public static final Setting<DeliveryGuarantee> KAFKA_DELIVERY_GUARANTEE = new Setting<>(
            "faultline.kafka.delivery-guarantee",
            SettingType.word(List.of(DeliveryGuarantee.AT_LEAST_ONCE, DeliveryGuarantee.EXACTLY_ONCE)),
            DeliveryGuarantee.AT_LEAST_ONCE,
            "",
            "For alerts and incidents: at-least-once, or exactly-once by transactions. With the latter a reader with"
                    + " isolation.level read_committed sees a revision at the next checkpoint only.");
    public static final Setting<String> KAFKA_TRANSACTIONAL_ID_PREFIX = new Setting<>(
            "faultline.kafka.transactional-id-prefix",
            SettingType.text(),
            "faultline",
            "",
            "exactly-once: unique to this job in the Kafka cluster; never change it once in use.");
    public static final Setting<Duration> KAFKA_TRANSACTION_TIMEOUT = new Setting<>(
            "faultline.kafka.transaction-timeout",
            SettingType.duration(Duration.ofSeconds(1)),
            Duration.ofMinutes(10),
            "wall time",
            "exactly-once: longest time between two checkpoints including a restart; not above the broker's"
                    + " transaction.max.timeout.ms (15 min unless changed).");
    public static final Setting<Duration> KAFKA_PARTITION_DISCOVERY = new Setting<>(
            "faultline.kafka.partition-discovery",
            SettingType.duration(Duration.ZERO),
            Duration.ofMinutes(1),
            "wall time",
            "How often new partitions are looked for; 0 s for never.");

    private FaultlineOptions() {}

    /** All of them, in the order of the documentation. */
    public static List<Setting<?>> all() {
        return List.of(
                TIME_MODE,
                TIME_LATENESS,
                TIME_QUIET_AFTER,
                MOVES_MIN_MOVE,
                MOVES_CONFIRM_EVERY,
                MOVES_CORROBORATE_BEYOND,
                FEEDS_STALE_AFTER,
                SAMPLES_EVERY,
                DEAD_LETTERS_PER_REASON,
                PATTERNS_MAX_RELEASE_AGE,
                PATTERNS_MAX_ATTRIBUTION_AGE,
                NEWS_LEXICON,
                TOPICS_TICKS,
                TOPICS_HEADLINES,
                TOPICS_LISTINGS,
                TOPICS_RULES,
                TOPICS_CALENDARS,
                TOPICS_ALERTS,
                TOPICS_INCIDENTS,
                TOPICS_SECTORS,
                TOPICS_DEAD_LETTERS,
                TOPICS_TICK_PARTITIONS,
                TOPICS_HEADLINE_PARTITIONS,
                TOPICS_REPLICATION,
                KAFKA_PROPERTIES_FILES,
                KAFKA_GROUP_ID,
                KAFKA_DELIVERY_GUARANTEE,
                KAFKA_TRANSACTIONAL_ID_PREFIX,
                KAFKA_TRANSACTION_TIMEOUT,
                KAFKA_PARTITION_DISCOVERY);
    }

    private static Setting<String> topic(String what, String name, String holds) {
        return new Setting<>("faultline.topics." + what, SettingType.text(), name, "", "Topic of " + holds + ".");
    }
}
