package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.faultline.io.kafka.KafkaSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** Whether topics, users and the job's own configuration say the same. */
final class KafkaRules {

    private static final Set<String> HARMLESS = Set.of("Read", "Write", "Describe", "DescribeConfigs");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("each user may do on Kafka what it is for and no more", KafkaRules::rights),
            new Rule<>("users may name only topics that are there, and change none", KafkaRules::userRights),
            new Rule<>("the job finds its Kafka, and the network lets it", KafkaRules::address),
            new Rule<>("brokers prove who they are, and nobody listens", KafkaRules::security),
            new Rule<>("the job reads its configuration", KafkaRules::configuration),
            new Rule<>("an alert is delivered once", KafkaRules::once));

    private KafkaRules() {}

    private static List<String> rights(Manifests manifests) {
        Map<String, Set<String>> allowed = KafkaRights.of(JobConfig.of(manifests));
        List<String> users =
                manifests.all("KafkaUser").stream().map(Manifests::name).toList();
        List<String> breaches = new ArrayList<>(Differences.between(allowed.keySet(), users));
        allowed.forEach((user, needed) -> {
            List<String> given = Acl.of(manifests, user).stream()
                    .flatMap(acl -> acl.words().stream())
                    .toList();
            Differences.between(needed, given).forEach(line -> breaches.add(user + ": " + line));
        });
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

    private static List<String> security(Manifests manifests) {
        Properties client = JobConfig.of(manifests).kafkaClient();
        List<String> breaches = new ArrayList<>();
        String protocol = client.getProperty("security.protocol", "PLAINTEXT");
        if (!Set.of("SSL", "SASL_SSL").contains(protocol)) {
            breaches.add("security.protocol " + protocol);
        }
        String check = client.getProperty("ssl.endpoint.identification.algorithm", "https");
        if (!check.equals("https")) {
            breaches.add("the name of a broker is checked by \"" + check + "\"");
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

    private static List<String> once(Manifests manifests) {
        DeliveryGuarantee guarantee = JobConfig.of(manifests).kafkaSettings().guarantee();
        return guarantee == DeliveryGuarantee.EXACTLY_ONCE ? List.of() : List.of("guarantee " + guarantee);
    }
}
