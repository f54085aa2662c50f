package io.faultline.app.topics;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.shock.RunMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The topics that a configuration asks for. */
public final class TopicPlans {

    private static final String FOR_EVER = "-1";
    private static final int REPLICAS_TO_LOSE_ONE = 3;
    private static final String IN_SYNC = "2";
    private static final Duration TICKS_KEPT = Duration.ofDays(3);
    private static final Duration HEADLINES_KEPT = Duration.ofDays(30);
    private static final Duration ALERTS_KEPT = Duration.ofDays(365);
    private static final Duration SAMPLES_KEPT = Duration.ofDays(30);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private TopicPlans() {}

    /**
     * All topics, inputs first. In replay mode nothing is deleted by age: brokers judge age by the records' own, simulated
     * time and would throw away a replay of last year at once. With three or more replicas a record is acknowledged when two
     * have it, so that the loss of one broker neither loses it nor stops the job.
     */
    public static List<TopicPlan> of(FaultlineConfig config) {
        int replicas = config.get(FaultlineOptions.TOPICS_REPLICATION);
        return kept(config).stream()
                .map(plan -> replicas < REPLICAS_TO_LOSE_ONE ? plan : plan.with("min.insync.replicas", IN_SYNC))
                .toList();
    }

    private static List<TopicPlan> kept(FaultlineConfig config) {
        KafkaTopics topics = config.topics();
        boolean byAge = config.get(FaultlineOptions.TIME_MODE) == RunMode.LIVE;
        return List.of(
                new TopicPlan(
                        topics.ticks(), config.get(FaultlineOptions.TOPICS_TICK_PARTITIONS), kept(byAge, TICKS_KEPT)),
                new TopicPlan(
                        topics.headlines(),
                        config.get(FaultlineOptions.TOPICS_HEADLINE_PARTITIONS),
                        kept(byAge, HEADLINES_KEPT)),
                new TopicPlan(
                        topics.listings(), 1, Map.of("cleanup.policy", "compact,delete", "retention.ms", FOR_EVER)),
                new TopicPlan(topics.calendars(), 1, compacted()),
                new TopicPlan(topics.rules(), 1, compacted()),
                new TopicPlan(topics.alerts(), 1, kept(byAge, ALERTS_KEPT)),
                new TopicPlan(topics.incidents(), 1, compacted()),
                new TopicPlan(topics.sectors(), 1, kept(byAge, SAMPLES_KEPT)),
                new TopicPlan(topics.deadLetters(), 1, kept(byAge, DEAD_LETTERS_KEPT)));
    }

    /** Those that the job reads. */
    public static List<TopicPlan> inputs(FaultlineConfig config) {
        KafkaTopics topics = config.topics();
        List<String> names =
                List.of(topics.ticks(), topics.headlines(), topics.listings(), topics.calendars(), topics.rules());
        return of(config).stream().filter(plan -> names.contains(plan.name())).toList();
    }

    private static Map<String, String> compacted() {
        return Map.of("cleanup.policy", "compact");
    }

    private static Map<String, String> kept(boolean byAge, Duration age) {
        String retention = byAge ? Long.toString(age.toMillis()) : FOR_EVER;
        return Map.of("cleanup.policy", "delete", "retention.ms", retention);
    }
}
