package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Overlays run Flink as the image does, but for what is a deployment's own. */
class SharedSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void noOverlayChangesASharedSetting(String overlay) {
        Manifests manifests = Kustomize.overlay(overlay);
        assertThat(FlinkSettings.shared())
                .allSatisfy((key, value) ->
                        assertThat(manifests.setting(key)).as(key).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyOverlayHasItsOwnPlacesForState(String overlay) {
        Manifests manifests = Kustomize.overlay(overlay);
        assertThat(FlinkSettings.all().keySet()).containsAll(FlinkSettings.OWN_TO_A_DEPLOYMENT);
        for (String key : FlinkSettings.OWN_TO_A_DEPLOYMENT) {
            if (key.endsWith("dir") || key.endsWith("Dir")) {
                assertThat(manifests.setting(key)).as(key).isNotEmpty();
            }
        }
    }
}
