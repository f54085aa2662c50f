package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay, rendered, keeps every rule. */
class ManifestsTest {

    private static int objects;
    private static int held;

    static Stream<Arguments> overlaysAndRules() {
        return Kustomize.OVERLAYS.stream()
                .flatMap(overlay -> ManifestRules.ALL.stream().map(rule -> Arguments.of(overlay, rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlaysAndRules")
    void holds(String overlay, Rule<Manifests> rule) {
        assertThat(rule.breaches().apply(Kustomize.overlay(overlay))).isEmpty();
        held++;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void hasTheObjectsThatAnOverlayNeeds(String overlay) {
        Manifests manifests = Kustomize.overlay(overlay);
        objects += manifests.objects().size();
        assertThat(manifests.all("FlinkDeployment")).hasSize(1);
        assertThat(manifests.all("PodMonitor")).hasSize(1);
        assertThat(manifests.all("PrometheusRule")).hasSize(1);
        assertThat(manifests.all("NetworkPolicy")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(manifests.all("Secret")).as("secrets in the repository").isEmpty();
    }

    static Stream<String> overlays() {
        return Kustomize.OVERLAYS.stream();
    }

    @Test
    void productionStandsByWithASecondJobManager() {
        assertThat(Kustomize.overlay("prod")
                        .flink()
                        .at("/spec/jobManager/replicas")
                        .asInt())
                .isGreaterThan(1);
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "manifests: %d overlays, %d objects, %d rules, %d held%n",
                Kustomize.OVERLAYS.size(), objects, ManifestRules.ALL.size(), held);
    }
}
