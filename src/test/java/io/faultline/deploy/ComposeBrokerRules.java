package io.faultline.deploy;

import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/** Whether the broker of the compose stack can do its work alone, and is found by those who need it. */
final class ComposeBrokerRules {

    static final String KAFKA = "/services/kafka/environment/";

    /** One broker: with the defaults no transaction would begin, since its log wants three replicas and two in sync. */
    private static final Map<String, String> ALONE = Map.of(
            "KAFKA_PROCESS_ROLES", "broker,controller",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1",
            "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1",
            // Or a slip in a name would make a topic that nobody reads, and a compacted one would expire.
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    static final List<Rule<JsonNode>> ALL = List.of(
            new Rule<>("a broker that is alone waits for no other", ComposeBrokerRules::alone),
            new Rule<>("each setting of the broker is one that it knows", ComposeBrokerRules::settings),
            new Rule<>("clients reach the broker where it sends them", ComposeBrokerRules::addresses),
            new Rule<>("the broker is its own controller", ComposeBrokerRules::controller));

    private ComposeBrokerRules() {}

    private static List<String> alone(JsonNode file) {
        return ALONE.entrySet().stream()
                .filter(wanted -> !file.at(KAFKA + wanted.getKey()).asText().equals(wanted.getValue()))
                .map(wanted -> wanted.getKey() + " is not " + wanted.getValue())
                .toList();
    }

    /** The image's entry point makes a setting of each variable. */
    private static List<String> settings(JsonNode file) {
        List<String> breaches = new ArrayList<>();
        file.at("/services/kafka/environment").fieldNames().forEachRemaining(name -> {
            String key = name.replaceAll("^KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.');
            boolean known = AbstractKafkaConfig.CONFIG_DEF.names().contains(key);
            if (!name.equals("KAFKA_HEAP_OPTS") && !known) {
                breaches.add(name);
            }
        });
        return breaches;
    }

    /** Listeners by name, as {@code host:port}. */
    static Map<String, String> listeners(JsonNode file, String variable) {
        Map<String, String> listeners = new TreeMap<>();
        for (String listener : file.at(KAFKA + variable).asText().split(",", -1)) {
            String[] parts = listener.split("://", 2);
            listeners.put(parts[0], parts[parts.length - 1]);
        }
        return listeners;
    }

    private static List<String> addresses(JsonNode file) {
        Map<String, String> told = listeners(file, "KAFKA_ADVERTISED_LISTENERS");
        String internal = file.at(KAFKA + "KAFKA_INTER_BROKER_LISTENER_NAME").asText();
        List<String> breaches = new ArrayList<>();
        listeners(file, "KAFKA_LISTENERS").forEach((name, listens) -> {
            boolean fromHere = texts(file.at("/services/kafka/ports")).contains("127.0.0.1" + listens + listens);
            String expected = (name.equals(internal) ? "kafka" : "localhost") + listens;
            boolean asked = name.equals(internal) || fromHere;
            boolean controller = name.equals(
                    file.at(KAFKA + "KAFKA_CONTROLLER_LISTENER_NAMES").asText());
            if (!controller && (!asked || !expected.equals(told.get(name)))) {
                breaches.add(name + " listens at " + listens + ", clients are sent to " + told.get(name));
            }
            String protocols = ","
                    + file.at(KAFKA + "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").asText() + ",";
            if (!protocols.contains("," + name + ":PLAINTEXT,")) {
                breaches.add(name + " has no protocol");
            }
        });
        return breaches;
    }

    private static List<String> controller(JsonNode file) {
        String name = file.at(KAFKA + "KAFKA_CONTROLLER_LISTENER_NAMES").asText();
        String own = file.at(KAFKA + "KAFKA_NODE_ID").asText() + "@kafka"
                + listeners(file, "KAFKA_LISTENERS").get(name);
        String voters = file.at(KAFKA + "KAFKA_CONTROLLER_QUORUM_VOTERS").asText();
        return voters.equals(own) ? List.of() : List.of(voters + " vote, the broker is " + own);
    }
}
