package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No object has a field that its kind does not know: an API server would drop it, or refuse the object. Kubernetes' own kinds by
 * its client, those of Strimzi and the Prometheus Operator by a schema of what is used of them.
 */
class KubernetesFieldsTest {

    private static final Set<String> OTHERS = Set.of("KafkaTopic", "KafkaUser", "PodMonitor", "PrometheusRule");

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
            if (OTHERS.contains(kind)) {
                assertThat(others().validate(object)).as(kind).isEmpty();
            } else if (!kind.equals("FlinkDeployment")) {
                assertThat(CHECKS).containsKey(kind);
                CHECKS.get(kind).of(JsonParser.parseString(object.toString()));
            }
            checked++;
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

    @Test
    void refusesAMisspeltRight() throws IOException {
        ObjectNode user = Kustomize.overlay("prod").the("KafkaUser", "faultline");
        assertThat(others().validate(user)).isEmpty();
        ((ObjectNode) user.at("/spec/authorization/acls/0/resource")).put("patterntype", "prefix");
        assertThat(others().validate(user)).isNotEmpty();
    }

    private static JsonSchema others() throws IOException {
        try (InputStream schema =
                KubernetesFieldsTest.class.getResourceAsStream("/deploy/custom-resources.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        }
    }

    private static ObjectNode template(Manifests manifests) {
        return ((ObjectNode) manifests.flink().at("/spec/podTemplate"))
                .deepCopy()
                .without(List.of("apiVersion", "kind"));
    }

    @AfterAll
    static void tell() {
        System.out.printf("kubernetes fields: %d objects checked%n", checked);
    }
}
