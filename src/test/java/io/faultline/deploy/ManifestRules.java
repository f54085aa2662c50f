package io.faultline.deploy;

import java.util.List;
import java.util.stream.Stream;

/** All rules for an overlay. */
final class ManifestRules {

    static final List<Rule<Manifests>> ALL = Stream.of(
                    FlinkRules.ALL,
                    OperatorRules.ALL,
                    SizeRules.ALL,
                    PodRules.ALL,
                    PodTemplateRules.ALL,
                    ClusterRules.ALL,
                    SecretRules.ALL,
                    CredentialRules.ALL,
                    RoleRules.ALL,
                    NetworkRules.ALL,
                    MonitorRules.ALL,
                    TopicRules.ALL,
                    KafkaRules.ALL)
            .flatMap(List::stream)
            .toList();

    private ManifestRules() {}
}
