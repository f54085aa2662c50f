package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Custom resources against the definitions of their operators, which are not part of this project: the environment variable
 * {@code FAULTLINE_CRDS} names a directory that holds them. Without it these tests are skipped.
 */
class CustomResourceTest {

    private static final String DIRECTORY = "FAULTLINE_CRDS";
    private static int checked;

    static Stream<String> overlays() {
        return Kustomize.OVERLAYS.stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void knowsEveryField(String overlay) throws IOException {
        List<JsonNode> definitions = definitions();
        List<String> errors = new ArrayList<>();
        for (JsonNode definition : definitions) {
            StrictSchema schema = StrictSchema.of(definition);
            for (JsonNode object : Kustomize.overlay(overlay).all(kind(definition))) {
                errors.addAll(schema.errors(object));
                checked++;
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void refusesWhatTheOperatorWouldDrop() throws IOException {
        JsonNode definition = definitions().stream()
                .filter(one -> kind(one).equals("FlinkDeployment"))
                .findFirst()
                .orElseThrow();
        StrictSchema schema = StrictSchema.of(definition);
        ObjectNode deployment = (ObjectNode) Kustomize.overlay("prod").flink();
        assertThat(schema.errors(deployment)).isEmpty();

        ObjectNode misspelt = deployment.deepCopy();
        ((ObjectNode) misspelt.at("/spec/job")).put("upgrademode", "savepoint");
        ObjectNode nested = deployment.deepCopy();
        ((ObjectNode) nested.at("/spec/podTemplate/spec/containers/0/securityContext")).put("readOnlyRoot", true);
        ObjectNode mistyped = deployment.deepCopy();
        ((ObjectNode) mistyped.at("/spec/jobManager")).put("replicas", "two");
        ObjectNode unknown = deployment.deepCopy();
        ((ObjectNode) unknown.path("spec")).put("flinkVersion", "v9_9");
        assertThat(List.of(misspelt, nested, mistyped, unknown))
                .allSatisfy(faulty -> assertThat(schema.errors(faulty)).isNotEmpty());
    }

    private static String kind(JsonNode definition) {
        return definition.at("/spec/names/kind").asText();
    }

    private static List<JsonNode> definitions() throws IOException {
        String directory = System.getenv(DIRECTORY);
        assumeTrue(directory != null, DIRECTORY + " is not set: custom resources are not checked against definitions");
        List<JsonNode> definitions = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                Manifests.of(Files.readString(file))
                        .all("CustomResourceDefinition")
                        .forEach(definitions::add);
            }
        }
        assertThat(definitions).as("definitions in " + directory).isNotEmpty();
        return definitions;
    }

    @AfterAll
    static void tell() {
        System.out.printf("custom resources: %d checked against the definitions of their operator%n", checked);
    }
}
