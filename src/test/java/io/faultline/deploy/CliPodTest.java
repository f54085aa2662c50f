package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pod that runbooks start for the command line and Kafka's tools reads what the job reads, as another user. */
class CliPodTest {

    private static final Path POD = Path.of("k8s", "cli-pod.yaml");
    private static final Pattern REPLACED = Pattern.compile("s\\|([^|]+)\\|[^|]+\\|");

    @Test
    void findsTheKeyStoreAndWhatTheJobIsConfiguredWith() throws IOException {
        Properties client = new Properties();
        try (var file = Files.newBufferedReader(Path.of("k8s/components/strimzi/kafka.properties"))) {
            client.load(file);
        }
        for (JsonNode container : pod().at("/spec/containers")) {
            List<String> mounted = container.path("volumeMounts").findValuesAsText("mountPath");
            assertThat(mounted).contains("/etc/faultline", "/work", "/tmp");
            for (String key : List.of("ssl.truststore.location", "ssl.keystore.location")) {
                Path read = Path.of(client.getProperty(key));
                assertThat(mounted).as(key).contains(read.getParent().toString());
            }
        }
    }

    @Test
    void isStartedAsAnyUser() throws IOException {
        Manifests users = Manifests.of(Files.readString(Path.of("k8s/components/strimzi/users.yaml")));
        String text = Files.readString(POD);
        String page = Files.readString(Path.of("docs", "runbooks", "README.md"));
        List<String> replaced = REPLACED.matcher(page.lines()
                        .filter(line -> line.contains("k8s/cli-pod.yaml |"))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();

        assertThat(replaced)
                .hasSize(3)
                .allMatch(each ->
                        Pattern.compile(each.replace("{", "\\{")).matcher(text).find());
        assertThat(users.all("KafkaUser").stream().map(Manifests::name)).contains(replaced.get(0));
        assertThat(pod().at("/metadata/name").asText()).isEqualTo("cli-" + replaced.get(0));
        assertThat(pod().findValuesAsText("secretName")).contains(replaced.get(0));
    }

    @Test
    void hasTheToolsOfTheComposeStacksKafkaAndNoRights() throws IOException {
        JsonNode compose = Manifests.YAML.readTree(Files.readString(Path.of("docker", "docker-compose.yml")));

        assertThat(pod().findValuesAsText("image"))
                .contains(compose.at("/services/kafka/image").asText());
        assertThat(pod().at("/spec/automountServiceAccountToken").asBoolean(true))
                .isFalse();
        for (JsonNode container : pod().at("/spec/containers")) {
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
        }
    }

    private static JsonNode pod() throws IOException {
        return Manifests.YAML.readTree(Files.readString(POD));
    }
}
