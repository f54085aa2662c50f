package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Network policies as words: who may talk to whom, where. */
final class NetworkFlows {

    private static final String JOB = "app=faultline";
    private static final String JOBMANAGER = "app=faultline,component=jobmanager";
    private static final String PRIVATE = "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16";

    private NetworkFlows() {}

    /** Those that the job needs: ports and object store as its settings say, brokers as its topics do. */
    static Set<String> needed(Manifests manifests) {
        String brokers = "strimzi.io/cluster="
                + manifests
                        .all("KafkaTopic")
                        .get(0)
                        .at("/metadata/labels/strimzi.io~1cluster")
                        .asText();
        return new TreeSet<>(List.of(
                JOB + " denies all the rest",
                JOB + " from app=faultline on any port",
                JOB + " to app=faultline on any port",
                JOBMANAGER + " from app.kubernetes.io/name=flink-kubernetes-operator in flink-operator on TCP "
                        + manifests.setting("rest.port"),
                JOB + " from app.kubernetes.io/name=prometheus in monitoring on TCP "
                        + manifests.setting("metrics.reporter.prom.port"),
                JOB + " to k8s-app=kube-dns in kube-system on UDP 53, TCP 53",
                JOB + " to " + PRIVATE + " on TCP 443, TCP 6443",
                JOB + " to " + brokers + " on TCP 9093",
                JOB + " to " + store(manifests)));
    }

    private static String store(Manifests manifests) {
        String endpoint = manifests.setting("s3.endpoint");
        if (endpoint.isEmpty()) {
            return "0.0.0.0/0 except " + PRIVATE + " 169.254.0.0/16 on TCP 443";
        }
        URI address = URI.create(endpoint);
        return "all in " + address.getHost().split("\\.", -1)[1] + " on TCP " + address.getPort();
    }

    /** Those that are allowed. */
    static Set<String> allowed(Manifests manifests) {
        Set<String> flows = new TreeSet<>();
        for (JsonNode policy : manifests.all("NetworkPolicy")) {
            JsonNode spec = policy.path("spec");
            String pods = labels(spec.path("podSelector"));
            List<String> types = texts(spec.path("policyTypes"));
            if (types.equals(List.of("Ingress", "Egress")) && !spec.has("ingress") && !spec.has("egress")) {
                flows.add(pods + " denies all the rest");
            }
            spec.path("ingress").forEach(rule -> flows.add(pods + " from " + rule(rule, "from")));
            spec.path("egress").forEach(rule -> flows.add(pods + " to " + rule(rule, "to")));
            if ((spec.has("ingress") && !types.contains("Ingress"))
                    || (spec.has("egress") && !types.contains("Egress"))) {
                flows.add(pods + " has rules of a type that is not in force: " + types);
            }
        }
        return flows;
    }

    private static String rule(JsonNode rule, String side) {
        List<String> peers = each(rule.path(side)).map(NetworkFlows::peer).toList();
        List<String> ports = each(rule.path("ports"))
                .map(port ->
                        port.path("protocol").asText() + " " + port.path("port").asText())
                .toList();
        return (peers.isEmpty() ? "anybody" : String.join(" ", peers)) + " on "
                + (ports.isEmpty() ? "any port" : String.join(", ", ports));
    }

    private static String peer(JsonNode peer) {
        List<String> words = new ArrayList<>();
        if (peer.has("ipBlock")) {
            words.add(peer.at("/ipBlock/cidr").asText());
            if (peer.at("/ipBlock").has("except")) {
                words.add("except " + String.join(" ", texts(peer.at("/ipBlock/except"))));
            }
        } else {
            words.add(peer.has("podSelector") ? labels(peer.path("podSelector")) : "all");
            if (peer.has("namespaceSelector")) {
                words.add("in " + labels(peer.path("namespaceSelector")).replace("kubernetes.io/metadata.name=", ""));
            }
        }
        return String.join(" ", words);
    }

    private static String labels(JsonNode selector) {
        Set<String> labels = new TreeSet<>();
        selector.path("matchLabels")
                .fields()
                .forEachRemaining(label ->
                        labels.add(label.getKey() + "=" + label.getValue().asText()));
        selector.path("matchExpressions").forEach(expression -> labels.add(expression.toString()));
        return labels.isEmpty() ? "anything" : String.join(",", labels);
    }
}
