package io.faultline.deploy;

import static io.faultline.deploy.Manifests.each;
import static io.faultline.deploy.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether objects that name each other fit. */
final class ClusterRules {

    static final List<Rule<Manifests>> ALL = List.of(
            new Rule<>("all objects are in one namespace under names of their own", ClusterRules::names),
            new Rule<>("configuration that is mounted is there", ClusterRules::configMaps));

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
}
