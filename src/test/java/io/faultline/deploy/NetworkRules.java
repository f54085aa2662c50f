package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Who may reach the job's pods, and whom they may reach. */
final class NetworkRules {

    /** Addresses of clusters, and of machines that tell a pod its node's credentials. */
    private static final List<String> INSIDE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("what is not allowed is denied, both ways", NetworkRules::defaultDeny),
            new Rule<>("no policy lets everybody in", NetworkRules::open),
            new Rule<>(
                    "the whole internet is reached on named ports only, and nothing inside by it",
                    NetworkRules::internet),
            new Rule<>("the network lets through what the job needs and no more", NetworkRules::flows));

    private NetworkRules() {}

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

    private static List<String> internet(Manifests manifests) {
        List<String> breaches = new ArrayList<>();
        for (JsonNode policy : manifests.all("NetworkPolicy")) {
            for (JsonNode rule : policy.at("/spec/egress")) {
                for (JsonNode block : rule.findValues("ipBlock")) {
                    String cidr = block.path("cidr").asText();
                    boolean whole = cidr.endsWith("/0");
                    if (rule.path("ports").isEmpty()
                            || (whole && !texts(block.path("except")).containsAll(INSIDE))) {
                        breaches.add(name(policy) + " lets out to " + block);
                    }
                }
            }
        }
        return breaches;
    }

    private static List<String> flows(Manifests manifests) {
        return Differences.between(NetworkFlows.needed(manifests), NetworkFlows.allowed(manifests));
    }
}
