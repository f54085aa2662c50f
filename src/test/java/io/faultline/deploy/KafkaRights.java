package io.faultline.deploy;

import io.faultline.FaultlineConfig;
import io.faultline.app.topics.TopicPlan;
import io.faultline.app.topics.TopicPlans;
import io.faultline.io.kafka.KafkaTopics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What each user may do on Kafka, by what it is for; each right is {@code type name pattern operation}. */
final class KafkaRights {

    private static final String JOB = "faultline";
    private static final String FEED = "faultline-feed";
    private static final String REFERENCE = "faultline-reference";
    private static final String READER = "faultline-reader";
    private static final String ON_CALL = "faultline-on-call";

    private final Map<String, Set<String>> rights = new LinkedHashMap<>();
    private final FaultlineConfig config;
    private final KafkaTopics topics;

    private KafkaRights(FaultlineConfig config) {
        this.config = config;
        this.topics = config.topics();
        List.of(JOB, FEED, REFERENCE, READER, ON_CALL).forEach(user -> rights.put(user, new TreeSet<>()));
    }

    /** All users with all that they may do. */
    static Map<String, Set<String>> of(FaultlineConfig config) {
        KafkaRights allowed = new KafkaRights(config);
        allowed.job();
        allowed.others();
        return allowed.rights;
    }

    private void job() {
        List<String> inputs =
                TopicPlans.inputs(config).stream().map(TopicPlan::name).toList();
        for (TopicPlan plan : TopicPlans.of(config)) {
            boolean input = inputs.contains(plan.name());
            topic(JOB, plan.name(), "Describe", "DescribeConfigs", input ? "Read" : "Write");
        }
        // Exactly once: to see whose transactions are open on a topic takes the right to read it.
        topic(JOB, topics.alerts(), "Read");
        topic(JOB, topics.incidents(), "Read");
        allow(JOB, "group " + config.kafkaSettings().groupId() + " literal", "Read");
        allow(JOB, transactions(), "Describe", "Write");
    }

    private void others() {
        for (String fed : List.of(topics.ticks(), topics.headlines())) {
            topic(FEED, fed, "Describe", "Write");
        }
        for (String published : List.of(topics.listings(), topics.calendars(), topics.rules())) {
            topic(REFERENCE, published, "Describe", "Write");
        }
        for (String told : List.of(topics.alerts(), topics.incidents(), topics.sectors())) {
            topic(READER, told, "Describe", "Read");
        }
        allow(READER, "group faultline-alerts- prefix", "Read");
        for (TopicPlan plan : TopicPlans.of(config)) {
            topic(ON_CALL, plan.name(), "Describe", "DescribeConfigs", "Read");
        }
        // The group that kafka-console-consumer.sh makes up when it is given none, as in the runbooks.
        allow(ON_CALL, "group console-consumer- prefix", "Read");
        // A list of transactions leaves out those that one may not describe, and says nothing of it.
        allow(ON_CALL, transactions(), "Describe");
    }

    private String transactions() {
        return "transactionalId " + config.kafkaSettings().transactionalIdPrefix() + "- prefix";
    }

    private void topic(String user, String topic, String... operations) {
        allow(user, "topic " + topic + " literal", operations);
    }

    private void allow(String user, String resource, String... operations) {
        for (String operation : operations) {
            rights.get(user).add(resource + " " + operation);
        }
    }
}
