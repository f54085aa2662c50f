package io.faultline.deploy;

import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.faultline.app.topics.TopicPlan;
import io.faultline.app.topics.TopicPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether topics are declared as the job expects them, and outlive a broker. */
final class TopicRules {

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("topics are those of the contract", TopicRules::contract),
            new Rule<>(
                    "a record outlives the loss of a broker where the job does that of a node", TopicRules::replicas));

    private TopicRules() {}

    private static List<String> contract(Manifests manifests) {
        Set<String> replicas = manifests.all("KafkaTopic").stream()
                .map(topic -> topic.at("/spec/replicas").asText())
                .collect(Collectors.toSet());
        if (replicas.size() != 1) {
            return List.of("replicas " + replicas);
        }
        Map<String, TopicPlan> planned = TopicPlans.of(
                        JobConfig.of(manifests, replicas.iterator().next()))
                .stream()
                .collect(Collectors.toMap(TopicPlan::name, plan -> plan));
        Map<String, TopicPlan> declared = new TreeMap<>();
        manifests.all("KafkaTopic").forEach(topic -> declared.put(name(topic), declared(topic, replicas)));
        Set<String> names = new TreeSet<>(planned.keySet());
        names.addAll(declared.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(planned.get(name), declared.get(name)))
                .map(name -> "declared " + declared.get(name) + ", contract " + planned.get(name))
                .toList();
    }

    private static TopicPlan declared(JsonNode topic, Set<String> replicas) {
        Map<String, String> configs = new TreeMap<>();
        topic.at("/spec/config")
                .fields()
                .forEachRemaining(
                        entry -> configs.put(entry.getKey(), entry.getValue().asText()));
        // A lone replica is in sync with itself: that is the broker's own default.
        if (replicas.equals(Set.of("1"))) {
            configs.remove("min.insync.replicas", "1");
        }
        return new TopicPlan(name(topic), topic.at("/spec/partitions").asInt(), configs);
    }

    private static List<String> replicas(Manifests manifests) {
        boolean standsBy = manifests.flink().at("/spec/jobManager/replicas").asInt() > 1;
        List<String> breaches = new ArrayList<>();
        for (JsonNode topic : manifests.all("KafkaTopic")) {
            int replicas = topic.at("/spec/replicas").asInt();
            int inSync = topic.at("/spec/config").path("min.insync.replicas").asInt();
            boolean outlives = replicas >= inSync + 1 && inSync >= 2;
            boolean alone = replicas == 1 && inSync == 1 && !standsBy;
            if (!outlives && !alone) {
                breaches.add(name(topic) + ": " + replicas + " replicas, " + inSync + " in sync");
            }
        }
        return breaches;
    }
}
