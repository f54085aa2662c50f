package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes' own objects have no field that it does not know; an API server would drop such a one, or refuse it. */
class KubernetesFieldsTest {

    /** Kinds that other definitions than Kubernetes' own describe. */
    private static final java.util.Set<String> CUSTOM =
            java.util.Set.of("FlinkDeployment", "KafkaTopic", "KafkaUser", "PodMonitor", "PrometheusRule");

    private static final Map<String, Check> CHECKS = Map.of(
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "Role", V1Role::validateJsonElement,
            "RoleBinding", V1RoleBinding::validateJsonElement,
            "ServiceAccount", V1ServiceAccount::validateJsonElement);

    private static int checked;

    /** Refuses an object by an exception. */
    private interface Check {
        void of(JsonElement object) throws IOException;
    }

    static Stream<String> overlays() {
        return Kustomize.OVERLAYS.stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void knowsEveryField(String overlay) throws IOException {
        Manifests manifests = Kustomize.overlay(overlay);
        for (JsonNode object : manifests.objects()) {
            String kind = object.path("kind").asText();
            assertThat(CHECKS.containsKey(kind) || CUSTOM.contains(kind))
                    .as(kind)
                    .isTrue();
            if (CHECKS.containsKey(kind)) {
                CHECKS.get(kind).of(JsonParser.parseString(object.toString()));
                checked++;
            }
        }
        V1PodTemplateSpec.validateJsonElement(
                JsonParser.parseString(template(manifests).toString()));
        checked++;
    }

    @Test
    void refusesAFieldThatIsNotThere() {
        Manifests manifests = Kustomize.overlay("prod");
        ObjectNode policy = manifests.the("NetworkPolicy", "faultline-default-deny");
        ((ObjectNode) policy.path("spec")).put("podselector", "faultline");
        assertThatThrownBy(() -> CHECKS.get("NetworkPolicy").of(JsonParser.parseString(policy.toString())))
                .hasMessageContaining("podselector");

        ObjectNode template = template(manifests);
        ((ObjectNode) template.at("/spec/containers/0/securityContext")).put("readOnlyRoot", true);
        assertThatThrownBy(() -> V1PodTemplateSpec.validateJsonElement(JsonParser.parseString(template.toString())))
                .hasMessageContaining("readOnlyRoot");
    }

    private static ObjectNode template(Manifests manifests) {
        return ((ObjectNode) manifests.flink().at("/spec/podTemplate"))
                .deepCopy()
                .without(java.util.List.of("apiVersion", "kind"));
    }

    @AfterAll
    static void tell() {
        System.out.printf("kubernetes fields: %d objects checked%n", checked);
    }
}
