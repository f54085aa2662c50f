package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two manifests say what a file for other tools says, since Kustomize cannot read those files. Run with
 * {@code -Dfaultline.docs.write=true} to write them anew.
 */
class WrittenManifestsTest {

    private static final Path BASE = Path.of("k8s/base");
    private static final Path ALERTS = Path.of("docker/prometheus/rules");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    @Test
    void kubernetesRunsFlinkWithTheSettingsOfTheImage() throws IOException {
        ObjectNode patch = object("flink.apache.org/v1beta1", "FlinkDeployment");
        ObjectNode settings = patch.putObject("spec").putObject("flinkConfiguration");
        FlinkSettings.shared().forEach(settings::put);
        isKept(BASE.resolve("flink-configuration.yaml"), FlinkSettings.FILE, patch);
    }

    @Test
    void kubernetesAlertsAsTheComposeStackDoes() throws IOException {
        ObjectNode rule = object("monitoring.coreos.com/v1", "PrometheusRule");
        ArrayNode groups = rule.putObject("spec").putArray("groups");
        List<Path> files;
        try (Stream<Path> all = Files.list(ALERTS)) {
            files = all.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            groups.addAll((ArrayNode) YAML.readTree(file.toFile()).path("groups"));
        }
        assertThat(groups).isNotEmpty();
        isKept(BASE.resolve("prometheus-rule.yaml"), ALERTS, rule);
    }

    private static ObjectNode object(String version, String kind) {
        ObjectNode object = YAML.createObjectNode().put("apiVersion", version).put("kind", kind);
        object.putObject("metadata").put("name", "faultline");
        return object;
    }

    private static void isKept(Path file, Path source, ObjectNode expected) throws IOException {
        String text = "# Written by WrittenManifestsTest from " + source + ": change that.\n"
                + YAML.writeValueAsString(expected);
        if (Boolean.getBoolean("faultline.docs.write")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }
}
