package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the job's account may do in the cluster: what Flink's native mode does, to the word. */
final class RoleRules {

    /** Group, resource, names where they are narrowed, verb. */
    static final Set<String> NEEDED = Stream.of(
                    allowed("pods", "create", "delete", "get", "list", "watch"),
                    allowed("configmaps", "create", "delete", "get", "list", "patch", "update", "watch"),
                    allowed("apps/deployments[faultline]", "delete", "get"))
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("the service account is there and has its role", RoleRules::account),
            new Rule<>("nothing is bound but the one role to the one account", RoleRules::bindings),
            new Rule<>("the role allows what Flink does and no more", RoleRules::role));

    private RoleRules() {}

    private static List<String> account(Manifests manifests) {
        String account = manifests.flink().at("/spec/serviceAccount").asText();
        List<String> breaches = new ArrayList<>();
        if (!manifests.has("ServiceAccount", account)) {
            breaches.add("no service account \"" + account + "\"");
        }
        if (manifests.all("RoleBinding").stream().noneMatch(binding -> bindsTheRole(manifests, binding))) {
            breaches.add("no role is bound to " + account);
        }
        List<JsonNode> holders = new ArrayList<>(manifests.all("ServiceAccount"));
        holders.add(manifests.pod());
        if (holders.stream()
                .anyMatch(holder ->
                        holder.path("automountServiceAccountToken").asText().equals("false"))) {
            breaches.add("the job gets no token of its account: it could neither lead nor start a TaskManager");
        }
        return breaches;
    }

    private static List<String> bindings(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (String kind : List.of("ClusterRole", "ClusterRoleBinding")) {
            manifests.all(kind).forEach(object -> breaches.add(kind + " " + name(object)));
        }
        if (manifests.all("Role").size() != 1) {
            breaches.add("roles: " + manifests.all("Role").size());
        }
        manifests.all("RoleBinding").stream()
                .filter(binding -> !bindsTheRole(manifests, binding))
                .forEach(binding -> breaches.add(
                        name(binding) + " binds " + binding.path("roleRef") + " to " + binding.path("subjects")));
        return breaches;
    }

    private static boolean bindsTheRole(Manifests manifests, JsonNode binding) {
        JsonNode role = binding.path("roleRef");
        return role.path("kind").asText().equals("Role")
                && role.path("apiGroup").asText().equals("rbac.authorization.k8s.io")
                && manifests.has("Role", role.path("name").asText())
                && binding.path("subjects").size() == 1
                && each(binding.path("subjects")).allMatch(subject -> isTheAccount(manifests, subject));
    }

    private static boolean isTheAccount(Manifests manifests, JsonNode subject) {
        JsonNode flink = manifests.flink();
        return subject.path("kind").asText().equals("ServiceAccount")
                && subject.path("name")
                        .asText()
                        .equals(flink.at("/spec/serviceAccount").asText())
                && subject.path("namespace")
                        .asText()
                        .equals(flink.at("/metadata/namespace").asText());
    }

    private static List<String> role(Manifests manifests) {
        Set<String> given = new TreeSet<>();
        for (JsonNode role : manifests.all("Role")) {
            for (JsonNode rule : role.path("rules")) {
                given.addAll(rights(rule));
            }
        }
        return Differences.between(NEEDED, given);
    }

    private static List<String> rights(JsonNode rule) {
        List<String> rights = new ArrayList<>();
        List<String> names = texts(rule.path("resourceNames"));
        for (String group : texts(rule.path("apiGroups"))) {
            for (String resource : texts(rule.path("resources"))) {
                for (String verb : texts(rule.path("verbs"))) {
                    rights.add((group.isEmpty() ? "" : group + "/") + resource + (names.isEmpty() ? "" : names) + " "
                            + verb);
                }
            }
        }
        return rights;
    }

    private static List<String> allowed(String resource, String... verbs) {
        return List.of(verbs).stream().map(verb -> resource + " " + verb).toList();
    }
}
