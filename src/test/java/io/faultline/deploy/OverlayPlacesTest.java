package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No overlay keeps state where another does. */
class OverlayPlacesTest {

    @Test
    void everyOverlayHasItsOwn() {
        assertThat(OverlayPlaces.shared(overlays())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "execution.checkpointing.dir, s3://faultline-prod/checkpoints",
        "execution.checkpointing.dir, s3://faultline-prod/dev/checkpoints",
        "execution.checkpointing.savepoint-dir, s3://faultline-dev/checkpoints",
        "high-availability.storageDir, s3://faultline-dev/checkpoints/ha",
    })
    void findsAPlaceThatIsShared(String setting, String place) {
        Map<String, Manifests> overlays = overlays();
        Faults.put(overlays.get("dev").flink(), "/spec/flinkConfiguration/" + setting, place);
        assertThat(OverlayPlaces.shared(overlays)).isNotEmpty();
    }

    private static Map<String, Manifests> overlays() {
        Map<String, Manifests> overlays = new TreeMap<>();
        Kustomize.OVERLAYS.forEach(name -> overlays.put(name, Kustomize.overlay(name)));
        return overlays;
    }
}
