package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** What the job is told on the compose stack, live and in replay. */
final class ComposeJobRules {

    /** All that the stack tells the job; the rest is the default that tests run with. */
    private static final Set<String> TOLD = Set.of(
            "kafka.bootstrap.servers",
            "faultline.time.mode",
            FaultlineOptions.TOPICS_REPLICATION.key(),
            FaultlineOptions.KAFKA_DELIVERY_GUARANTEE.key());

    static final List<Rule<JsonNode>> ALL =
            List.of(new Rule<>("the job asks the broker that is there, once for each alert", ComposeJobRules::job));

    private ComposeJobRules() {}

    private static List<String> job(JsonNode file) {
        Map<String, String> told = ComposeBrokerRules.listeners(file, "KAFKA_ADVERTISED_LISTENERS");
        String here = told.get(file.at(ComposeBrokerRules.KAFKA + "KAFKA_INTER_BROKER_LISTENER_NAME")
                .asText());
        long brokers = each(file.path("services"))
                .filter(service -> service.path("image").asText().startsWith("apache/kafka:"))
                .count();
        List<String> breaches = new ArrayList<>();
        for (String mode : List.of("live", "replay")) {
            FaultlineConfig config = config(file.at("/properties/" + mode).asText(), mode);
            List<String> seen = Arrays.asList(
                    config.kafkaClient().getProperty("bootstrap.servers"),
                    config.get(FaultlineOptions.TOPICS_REPLICATION).toString(),
                    config.get(FaultlineOptions.KAFKA_DELIVERY_GUARANTEE).toString());
            List<String> wanted =
                    Arrays.asList(here, Long.toString(brokers), DeliveryGuarantee.EXACTLY_ONCE.toString());
            if (!seen.equals(wanted)) {
                breaches.add(mode + ": " + seen + ", not " + wanted);
            }
            entries(file.at("/properties/" + mode).asText()).keySet().stream()
                    .filter(key -> !TOLD.contains(key))
                    .forEach(key -> breaches.add(mode + ": " + key));
        }
        return breaches;
    }

    private static FaultlineConfig config(String text, String mode) {
        return FaultlineConfig.of(entries(text), mode);
    }

    private static Map<String, String> entries(String text) {
        try {
            Properties read = new Properties();
            read.load(new StringReader(text));
            Map<String, String> entries = new HashMap<>();
            read.forEach((key, value) -> entries.put(key.toString(), value.toString()));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
