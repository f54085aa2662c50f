package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether pods run as the image is made, and what pods of one role have of their own. */
final class PodTemplateRules {

    private static final List<String> ROLES = List.of("jobManager", "taskManager");

    /** Where pods run. Anything else would undo what the common template says, and what {@link PodRules} look at. */
    private static final Set<String> OF_A_ROLE =
            Set.of("affinity", "nodeSelector", "tolerations", "topologySpreadConstraints", "priorityClassName");

    private static final Set<String> OF_ALL = Set.of("securityContext", "containers", "volumes");
    private static final Set<String> OF_A_CONTAINER =
            Set.of("name", "securityContext", "ports", "volumeMounts", "env", "resources");

    private static final String NODE = "kubernetes.io/hostname";

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("pods run as the user that the image is made for", PodTemplateRules::user),
            new Rule<>("a node that lacks the image gets it", PodTemplateRules::pull),
            new Rule<>("pods of one role have of their own where they run, and no more", PodTemplateRules::roles),
            new Rule<>("pods are told nothing that nobody looked at", PodTemplateRules::fields),
            new Rule<>("a JobManager that stands by is on another node", PodTemplateRules::apart));

    private PodTemplateRules() {}

    private static List<String> user(Manifests manifests) {
        String image = Dockerfile.read().user();
        List<String> breaches = new ArrayList<>();
        JsonNode rights = manifests.pod().path("securityContext");
        String user = rights.path("runAsUser").asText() + ":"
                + rights.path("runAsGroup").asText();
        if (!user.equals(image) || !image.endsWith(":" + rights.path("fsGroup").asText())) {
            breaches.add(rights + " for an image of " + image);
        }
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : manifests.pod().path(list)) {
                JsonNode own = container.path("securityContext");
                if (own.has("runAsUser") || own.has("runAsGroup") || own.has("runAsNonRoot")) {
                    breaches.add(container.path("name").asText() + " has " + own);
                }
            }
        }
        return breaches;
    }

    private static List<String> pull(Manifests manifests) {
        String policy = manifests.flink().at("/spec/imagePullPolicy").asText("IfNotPresent");
        return Set.of("IfNotPresent", "Always").contains(policy) ? List.of() : List.of(policy);
    }

    private static List<String> roles(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (String role : ROLES) {
            JsonNode template = manifests.flink().at("/spec/" + role + "/podTemplate");
            template.path("spec").fieldNames().forEachRemaining(field -> {
                if (!OF_A_ROLE.contains(field)) {
                    breaches.add(role + " has " + field);
                }
            });
            // Labels and annotations: selectors of policies and monitors are about the common ones.
            if (template.has("metadata")) {
                breaches.add(role + " has metadata");
            }
        }
        return breaches;
    }

    /** A command or a probe of its own would be Flink's end, a DNS of its own that of Kafka. */
    private static List<String> fields(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        manifests.pod().fieldNames().forEachRemaining(field -> {
            if (!OF_ALL.contains(field) && !OF_A_ROLE.contains(field)) {
                breaches.add("pods have " + field);
            }
        });
        for (JsonNode container : manifests.pod().path("containers")) {
            container.fieldNames().forEachRemaining(field -> {
                if (!OF_A_CONTAINER.contains(field)) {
                    breaches.add(container.path("name").asText() + " has " + field);
                }
            });
        }
        return breaches;
    }

    private static List<String> apart(Manifests manifests) {
        JsonNode role = manifests.flink().at("/spec/jobManager");
        JsonNode rules = role.at("/podTemplate/spec/affinity/podAntiAffinity");
        List<JsonNode> terms = new ArrayList<>();
        each(rules.path("preferredDuringSchedulingIgnoredDuringExecution"))
                .forEach(preferred -> terms.add(preferred.path("podAffinityTerm")));
        each(rules.path("requiredDuringSchedulingIgnoredDuringExecution")).forEach(terms::add);
        boolean kept = terms.stream().anyMatch(term -> isOfTheJobManagers(manifests, term));
        return kept || role.path("replicas").asInt() <= 1 ? List.of() : List.of("anti-affinity is " + rules);
    }

    private static boolean isOfTheJobManagers(Manifests manifests, JsonNode term) {
        JsonNode selector = term.path("labelSelector");
        JsonNode labels = selector.path("matchLabels");
        return term.path("topologyKey").asText().equals(NODE)
                && selector.size() == 1
                && labels.size() == 2
                && labels.path("app").asText().equals(name(manifests.flink()))
                && labels.path("component").asText().equals("jobmanager");
    }
}
