package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.faultline.FaultlineConfig;
import io.faultline.app.topics.TopicPlan;
import io.faultline.app.topics.TopicPlans;
import io.faultline.io.kafka.KafkaSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether topics, users and the job's own configuration say the same. */
final class KafkaRules {

    private static final String JOB = "faultline";
    private static final Set<String> HARMLESS = Set.of("Read", "Write", "Describe");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("topics are those of the contract", KafkaRules::topics),
            new Rule<>("the job may do on Kafka what it does and no more", KafkaRules::jobRights),
            new Rule<>("users may name only topics that are there, and change none", KafkaRules::userRights),
            new Rule<>("the job finds its Kafka, and the network lets it", KafkaRules::address),
            new Rule<>("the job reads its configuration", KafkaRules::configuration));

    private KafkaRules() {}

    private static List<String> topics(Manifests manifests) {
        Map<String, TopicPlan> declared = new TreeMap<>();
        for (JsonNode topic : manifests.all("KafkaTopic")) {
            Map<String, String> configs = new TreeMap<>();
            topic.at("/spec/config")
                    .fields()
                    .forEachRemaining(entry ->
                            configs.put(entry.getKey(), entry.getValue().asText()));
            declared.put(
                    name(topic),
                    new TopicPlan(name(topic), topic.at("/spec/partitions").asInt(), configs));
        }
        Map<String, TopicPlan> planned = TopicPlans.of(JobConfig.of(manifests)).stream()
                .collect(Collectors.toMap(TopicPlan::name, plan -> plan));
        Set<String> names = new TreeSet<>(planned.keySet());
        names.addAll(declared.keySet());
        return names.stream()
                .filter(name -> !java.util.Objects.equals(planned.get(name), declared.get(name)))
                .map(name -> "declared " + declared.get(name) + ", contract " + planned.get(name))
                .toList();
    }

    private static List<String> jobRights(Manifests manifests) {
        FaultlineConfig config = JobConfig.of(manifests);
        KafkaSettings kafka = config.kafkaSettings();
        Set<String> inputs =
                TopicPlans.inputs(config).stream().map(TopicPlan::name).collect(Collectors.toSet());
        Set<String> needed = new TreeSet<>();
        for (TopicPlan plan : TopicPlans.of(config)) {
            needed.add("topic " + plan.name() + " literal Describe");
            needed.add("topic " + plan.name() + " literal " + (inputs.contains(plan.name()) ? "Read" : "Write"));
        }
        // Exactly once: to see whose transactions are open on a topic takes the right to read it.
        needed.add("topic " + config.topics().alerts() + " literal Read");
        needed.add("topic " + config.topics().incidents() + " literal Read");
        needed.add("group " + kafka.groupId() + " literal Read");
        needed.add("transactionalId " + kafka.transactionalIdPrefix() + "- prefix Describe");
        needed.add("transactionalId " + kafka.transactionalIdPrefix() + "- prefix Write");
        Set<String> given = new TreeSet<>();
        for (Acl acl : Acl.of(manifests, JOB)) {
            acl.operations()
                    .forEach(operation ->
                            given.add(acl.type() + " " + acl.name() + " " + acl.pattern() + " " + operation));
        }
        List<String> breaches = new ArrayList<>();
        needed.stream().filter(right -> !given.contains(right)).forEach(right -> breaches.add("missing: " + right));
        given.stream().filter(right -> !needed.contains(right)).forEach(right -> breaches.add("not needed: " + right));
        return breaches;
    }

    private static List<String> userRights(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (JsonNode user : manifests.all("KafkaUser")) {
            if (!user.at("/spec/authorization/type").asText().equals("simple")) {
                breaches.add(name(user) + " may do everything");
            }
            for (Acl acl : Acl.of(manifests, name(user))) {
                boolean known = !acl.type().equals("topic") || manifests.has("KafkaTopic", acl.name());
                if (!known || acl.name().equals("*") || !HARMLESS.containsAll(acl.operations())) {
                    breaches.add(name(user) + ": " + acl);
                }
            }
        }
        return breaches;
    }

    private static List<String> address(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        Set<String> clusters = new HashSet<>();
        for (String kind : List.of("KafkaTopic", "KafkaUser")) {
            manifests
                    .all(kind)
                    .forEach(object -> clusters.add(
                            object.at("/metadata/labels/strimzi.io~1cluster").asText()));
        }
        String servers = JobConfig.of(manifests).kafkaClient().getProperty("bootstrap.servers");
        if (clusters.size() != 1 || !servers.startsWith(clusters.iterator().next() + "-kafka-bootstrap:")) {
            breaches.add("topics and users of " + clusters + ", brokers " + servers);
        }
        int port = Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
        boolean allowed = manifests.all("NetworkPolicy").stream()
                .flatMap(policy -> each(policy.at("/spec/egress")))
                .filter(rule -> clusters.contains(rule.at("/to/0/podSelector/matchLabels/strimzi.io~1cluster")
                        .asText()))
                .flatMap(rule -> each(rule.path("ports")))
                .anyMatch(own -> own.path("port").asInt() == port);
        if (!allowed) {
            breaches.add("no policy lets the job out to " + servers);
        }
        return breaches;
    }

    private static List<String> configuration(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        KafkaSettings kafka = JobConfig.of(manifests).kafkaSettings();
        kafka.client().forEach((key, value) -> {
            String path = value.toString().replaceAll("^\\$\\{files:|:[^/]*}$", "");
            boolean mounted = each(manifests.container().path("volumeMounts"))
                    .anyMatch(mount -> path.startsWith(mount.path("mountPath").asText())
                            || mount.path("mountPath").asText().startsWith(path));
            if (path.startsWith("/") && !mounted) {
                breaches.add(key + ": nothing is mounted at " + path);
            }
        });
        return breaches;
    }
}
