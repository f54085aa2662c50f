package io.faultline.deploy;

import java.util.List;
import java.util.stream.Stream;

/** All rules for an overlay. */
final class ManifestRules {

    static final List<Rule<Manifests>> ALL = Stream.of(
                    FlinkRules.ALL, PodRules.ALL, ClusterRules.ALL, NetworkRules.ALL, KafkaRules.ALL)
            .flatMap(List::stream)
            .toList();

    private ManifestRules() {}
}
