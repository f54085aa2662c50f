package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether each secret that pods name is made by somebody, with the keys that are read. */
final class SecretRules {

    /** What Strimzi puts into the Secret of a user, by how he logs in. */
    private static final Map<String, Set<String>> OF_A_USER = Map.of(
            "tls", Set.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password"),
            "scram-sha-512", Set.of("password", "sasl.jaas.config"));

    private static final Set<String> OF_A_CLUSTER = Set.of("ca.crt", "ca.p12", "ca.password");
    private static final Path MADE_BY_HAND = Path.of("k8s/README.md");
    private static final Pattern CREATED =
            Pattern.compile("create secret generic (\\S+)((?: \\\\\n| |--from-file=\\S+)+)");
    private static final Pattern KEY = Pattern.compile("--from-file=([\\w.-]+)=");
    private static final Pattern READ = Pattern.compile("\\$\\{files:([^:}]+):([^}]+)}|(/\\S+)");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("somebody makes each secret", SecretRules::secrets),
            new Rule<>("secrets have the keys that are read", SecretRules::keys));

    private SecretRules() {}

    /** Secrets that somebody makes, with their keys. */
    private static Map<String, Set<String>> made(Manifests manifests) {
        Map<String, Set<String>> made = new HashMap<>();
        manifests.all("KafkaUser").forEach(user -> {
            String login = user.at("/spec/authentication/type").asText();
            made.put(name(user), OF_A_USER.getOrDefault(login, Set.of()));
            made.put(user.at("/metadata/labels/strimzi.io~1cluster").asText() + "-cluster-ca-cert", OF_A_CLUSTER);
        });
        try {
            for (Matcher secret = CREATED.matcher(Files.readString(MADE_BY_HAND)); secret.find(); ) {
                made.put(
                        secret.group(1),
                        KEY.matcher(secret.group(2))
                                .results()
                                .map(key -> key.group(1))
                                .collect(Collectors.toSet()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private static List<String> secrets(Manifests manifests) {
        JsonNode pod = manifests.pod();
        List<String> named = new ArrayList<>(pod.findValuesAsText("secretName"));
        for (String reference : List.of("secretKeyRef", "secretRef")) {
            pod.findValues(reference).forEach(key -> named.add(key.path("name").asText()));
        }
        Map<String, Set<String>> made = made(manifests);
        return named.stream().filter(name -> !made.containsKey(name)).toList();
    }

    private static List<String> keys(Manifests manifests) {
        Map<String, Set<String>> made = made(manifests);
        Set<String> breaches = new TreeSet<>();
        for (JsonNode reference : manifests.pod().findValues("secretKeyRef")) {
            String secret = reference.path("name").asText();
            String key = reference.path("key").asText();
            if (!made.getOrDefault(secret, Set.of()).contains(key)) {
                breaches.add(secret + " has no " + key);
            }
        }
        for (JsonNode volume : manifests.pod().path("volumes")) {
            String secret = volume.at("/secret/secretName").asText();
            Set<String> there = made.getOrDefault(secret, Set.of());
            each(volume.at("/secret/items"))
                    .map(item -> item.path("key").asText())
                    .filter(key -> !there.contains(key))
                    .forEach(key -> breaches.add(secret + " has no " + key));
        }
        breaches.addAll(unread(manifests, made));
        return List.copyOf(breaches);
    }

    /** Files that the Kafka client is told to read, and no secret puts there. */
    private static List<String> unread(Manifests manifests, Map<String, Set<String>> made) {
        Set<String> files = new TreeSet<>();
        for (JsonNode mount : manifests.container().path("volumeMounts")) {
            String at = mount.path("mountPath").asText() + "/";
            for (JsonNode volume : manifests.pod().path("volumes")) {
                if (volume.path("name").equals(mount.path("name"))) {
                    JsonNode items = volume.at("/secret/items");
                    Set<String> keys = items.isMissingNode()
                            ? made.getOrDefault(volume.at("/secret/secretName").asText(), Set.of())
                            : each(items)
                                    .map(item -> item.path("path").asText())
                                    .collect(Collectors.toSet());
                    keys.forEach(key -> files.add(at + key));
                }
            }
        }
        List<String> breaches = new ArrayList<>();
        JobConfig.of(manifests).kafkaClient().forEach((setting, value) -> {
            Matcher read = READ.matcher(value.toString());
            if (!setting.toString().endsWith(".allowed.paths") && read.matches()) {
                String file = read.group(3) == null ? read.group(1) + "/" + read.group(2) : read.group(3);
                if (!files.contains(file)) {
                    breaches.add(setting + " reads " + file + ", which no secret has");
                }
            }
        });
        return breaches;
    }
}
