package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether objects that name each other fit. */
final class ClusterRules {

    /** Secrets that people make by hand; k8s/README.md tells how. */
    static final Set<String> MADE_BY_HAND = Set.of("faultline-s3");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("all objects are in one namespace under names of their own", ClusterRules::names),
            new Rule<>("configuration that is mounted is there", ClusterRules::configMaps),
            new Rule<>("somebody makes each secret", ClusterRules::secrets),
            new Rule<>("the service account is there and has its role", ClusterRules::serviceAccount),
            new Rule<>("roles name what they allow and read no secrets", ClusterRules::roles));

    private ClusterRules() {}

    private static List<String> names(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String namespace = manifests.flink().at("/metadata/namespace").asText();
        for (JsonNode object : manifests.objects()) {
            String id = object.path("kind").asText() + " " + name(object);
            if (!seen.add(id)) {
                breaches.add(id + " is there twice");
            }
            String own = object.at("/metadata/namespace").asText();
            if (own.isEmpty() || !own.equals(namespace)) {
                breaches.add(id + " is in namespace \"" + own + "\"");
            }
        }
        return breaches;
    }

    private static List<String> configMaps(Manifests manifests) {
        return each(manifests.pod().path("volumes"))
                .map(volume -> volume.at("/configMap/name").asText())
                .filter(name -> !name.isEmpty() && !manifests.has("ConfigMap", name))
                .toList();
    }

    private static List<String> secrets(Manifests manifests) {
        Set<String> made = new HashSet<>(MADE_BY_HAND);
        manifests.all("KafkaUser").forEach(user -> {
            made.add(name(user));
            made.add(user.at("/metadata/labels/strimzi.io~1cluster").asText() + "-cluster-ca-cert");
        });
        List<String> named = new ArrayList<>(manifests.pod().findValuesAsText("secretName"));
        manifests
                .pod()
                .findValues("secretKeyRef")
                .forEach(key -> named.add(key.path("name").asText()));
        manifests
                .pod()
                .findValues("secretRef")
                .forEach(key -> named.add(key.path("name").asText()));
        return named.stream().filter(name -> !made.contains(name)).toList();
    }

    private static List<String> serviceAccount(Manifests manifests) {
        String account = manifests.flink().at("/spec/serviceAccount").asText();
        if (!manifests.has("ServiceAccount", account)) {
            return List.of("no service account \"" + account + "\"");
        }
        boolean bound = manifests.all("RoleBinding").stream()
                .filter(binding ->
                        manifests.has("Role", binding.at("/roleRef/name").asText()))
                .flatMap(binding -> each(binding.path("subjects")))
                .anyMatch(subject -> subject.path("name").asText().equals(account)
                        && subject.path("namespace")
                                .asText()
                                .equals(manifests
                                        .flink()
                                        .at("/metadata/namespace")
                                        .asText()));
        return bound ? List.of() : List.of("no role is bound to " + account);
    }

    private static List<String> roles(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        if (!manifests.all("ClusterRole").isEmpty()
                || !manifests.all("ClusterRoleBinding").isEmpty()) {
            breaches.add("rights in the whole cluster");
        }
        for (JsonNode role : manifests.all("Role")) {
            for (JsonNode rule : role.path("rules")) {
                List<String> words = new ArrayList<>(texts(rule.path("verbs")));
                words.addAll(texts(rule.path("resources")));
                words.addAll(texts(rule.path("apiGroups")));
                if (words.contains("*") || words.contains("secrets") || words.contains("pods/exec")) {
                    breaches.add(name(role) + " allows " + words);
                }
            }
        }
        return breaches;
    }
}
