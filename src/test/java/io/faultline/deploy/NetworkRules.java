package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Who may reach the job's pods, and whom they may reach. */
final class NetworkRules {

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("selectors select the job's pods", NetworkRules::selectors),
            new Rule<>("what is not allowed is denied, both ways", NetworkRules::defaultDeny),
            new Rule<>("no policy lets everybody in", NetworkRules::open),
            new Rule<>("metrics are scraped where Flink serves them", NetworkRules::metrics));

    private NetworkRules() {}

    private static List<String> selectors(Manifests manifests) {
        String job = name(manifests.flink());
        List<String> breaches = new ArrayList<>();
        for (String kind : List.of("NetworkPolicy", "PodMonitor", "PodDisruptionBudget")) {
            for (JsonNode object : manifests.all(kind)) {
                String field = kind.equals("NetworkPolicy") ? "podSelector" : "selector";
                String app =
                        object.path("spec").path(field).at("/matchLabels/app").asText();
                if (!app.equals(job)) {
                    breaches.add(kind + " " + name(object) + " selects \"" + app + "\"");
                }
            }
        }
        return breaches;
    }

    private static List<String> defaultDeny(Manifests manifests) {
        boolean there = manifests.all("NetworkPolicy").stream()
                .anyMatch(policy -> texts(policy.at("/spec/policyTypes")).containsAll(List.of("Ingress", "Egress"))
                        && policy.at("/spec/ingress").isMissingNode()
                        && policy.at("/spec/egress").isMissingNode()
                        && policy.at("/spec/podSelector/matchLabels").size() == 1);
        return there ? List.of() : List.of("no policy denies all");
    }

    private static List<String> open(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (JsonNode policy : manifests.all("NetworkPolicy")) {
            for (JsonNode rule : policy.at("/spec/ingress")) {
                boolean narrow = rule.path("from").size() > 0
                        && each(rule.path("from"))
                                .allMatch(peer ->
                                        peer.at("/podSelector/matchLabels").size() > 0);
                if (!narrow) {
                    breaches.add(name(policy) + " lets in who is not named");
                }
            }
            for (JsonNode rule : policy.at("/spec/egress")) {
                if (rule.path("to").isEmpty()) {
                    breaches.add(name(policy) + " lets out to anywhere");
                }
            }
        }
        return breaches;
    }

    private static List<String> metrics(Manifests manifests) {
        int port = Integer.parseInt(manifests.setting("metrics.reporter.prom.port"));
        List<String> breaches = new ArrayList<>();
        for (JsonNode monitor : manifests.all("PodMonitor")) {
            for (JsonNode endpoint : monitor.at("/spec/podMetricsEndpoints")) {
                boolean served = each(manifests.container().path("ports"))
                        .anyMatch(own -> own.path("name")
                                        .asText()
                                        .equals(endpoint.path("port").asText())
                                && own.path("containerPort").asInt() == port);
                if (!served) {
                    breaches.add("port " + endpoint.path("port").asText() + " is not " + port);
                }
            }
        }
        boolean allowed = manifests.all("NetworkPolicy").stream()
                .flatMap(policy -> each(policy.at("/spec/ingress")))
                .flatMap(rule -> each(rule.path("ports")))
                .anyMatch(own -> own.path("port").asInt() == port);
        if (!allowed) {
            breaches.add("no policy lets Prometheus in on " + port);
        }
        return breaches;
    }
}
