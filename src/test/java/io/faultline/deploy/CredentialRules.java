package io.faultline.deploy;

import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether those who read credentials and stores find them under the names, in the form and with the rights they need. */
final class CredentialRules {

    /** What Amazon's client library looks for in the environment. */
    private static final Set<String> KEYS_OF_AWS = new TreeSet<>(Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));

    /** Kinds of key stores by the ending of their files. */
    private static final Map<String, String> STORES = Map.of("crt", "PEM", "pem", "PEM", "p12", "PKCS12", "jks", "JKS");

    private static final int READABLE_BY_GROUP = 0040;
    private static final int BY_OTHERS = 0007;

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("the S3 plugin finds each key under its own name", CredentialRules::aws),
            new Rule<>("a store inside the cluster is asked by path", CredentialRules::paths),
            new Rule<>("the job may read its secrets, and no other user", CredentialRules::modes),
            new Rule<>("key stores are of the kind that the client takes them for", CredentialRules::stores),
            new Rule<>("users log in as the listener asks", CredentialRules::logins));

    private CredentialRules() {}

    /** Both or none: with a cloud identity there are none. */
    private static List<String> aws(Manifests manifests) {
        Map<String, JsonNode> given = new TreeMap<>();
        manifests
                .container()
                .path("env")
                .forEach(variable -> given.put(variable.path("name").asText(), variable.at("/valueFrom/secretKeyRef")));
        List<String> breaches = new ArrayList<>();
        Set<String> secrets = new TreeSet<>();
        given.forEach((name, reference) -> {
            secrets.add(reference.path("name").asText());
            String key = name.replaceFirst("AWS_", "").toLowerCase(Locale.ROOT).replace('_', '-');
            if (!KEYS_OF_AWS.contains(name) || !reference.path("key").asText().equals(key)) {
                breaches.add(name + " is " + reference);
            }
        });
        if (!given.isEmpty() && (!given.keySet().equals(KEYS_OF_AWS) || secrets.size() != 1)) {
            breaches.add(given.keySet() + " of " + secrets);
        }
        return breaches;
    }

    /** The bucket would become part of the host's name, which no DNS inside of a cluster knows. */
    private static List<String> paths(Manifests manifests) {
        String endpoint = manifests.setting("s3.endpoint");
        boolean own = !endpoint.isEmpty() && !endpoint.matches("https://[\\w.-]+\\.amazonaws\\.com(\\.cn)?/?");
        return own && !manifests.setting("s3.path.style.access").equals("true")
                ? List.of(endpoint + " is asked by host name")
                : List.of();
    }

    /** Files of a Secret belong to root and to the group that the pod gives its volumes. */
    private static List<String> modes(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (JsonNode volume : manifests.pod().path("volumes")) {
            for (JsonNode secret : volume.findValues("secret")) {
                List<JsonNode> modes = new ArrayList<>(List.of(secret.path("defaultMode")));
                modes.addAll(secret.path("items").findValues("mode"));
                for (JsonNode mode : modes) {
                    if ((mode.asInt() & READABLE_BY_GROUP) == 0 || (mode.asInt() & BY_OTHERS) != 0) {
                        breaches.add(volume.path("name").asText() + " has mode " + Integer.toOctalString(mode.asInt()));
                    }
                }
            }
        }
        return breaches;
    }

    private static List<String> stores(Manifests manifests) {
        Properties client = JobConfig.of(manifests).kafkaClient();
        List<String> breaches = new ArrayList<>();
        for (String store : List.of("ssl.truststore.", "ssl.keystore.")) {
            String file = client.getProperty(store + "location", "");
            String type = client.getProperty(store + "type", "JKS");
            if (!type.equals(STORES.get(file.replaceAll(".*\\.", "")))) {
                breaches.add(store + "type " + type + " for \"" + file + "\"");
            }
        }
        return breaches;
    }

    private static List<String> logins(Manifests manifests) {
        String protocol = JobConfig.of(manifests).kafkaClient().getProperty("security.protocol", "PLAINTEXT");
        String expected = protocol.equals("SSL") ? "tls" : "scram-sha-512";
        return manifests.all("KafkaUser").stream()
                .filter(user -> !user.at("/spec/authentication/type").asText().equals(expected))
                .map(user -> name(user) + " logs in by " + user.at("/spec/authentication"))
                .toList();
    }
}
