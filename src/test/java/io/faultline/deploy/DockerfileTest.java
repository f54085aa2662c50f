package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The image's recipe against the checkout: no container engine is needed to see that it cannot be right. */
class DockerfileTest {

    private static final Path FILE = Path.of("docker/Dockerfile");
    private static final Path IGNORED = Path.of("docker/Dockerfile.dockerignore");
    private static final Pattern PINNED =
            Pattern.compile("[^:\\s]+:(?!latest$)[\\w.-]*\\d[\\w.-]*(@sha256:[0-9a-f]{64})?");

    private static final List<Rule<Dockerfile>> RULES = List.of(
            new Rule<>("base images are pinned arguments", DockerfileTest::bases),
            new Rule<>("what is copied is in the checkout and not ignored", DockerfileTest::copies),
            new Rule<>("no stage that is shipped ends as root", DockerfileTest::users),
            new Rule<>("Flink is the one that the job is built with", DockerfileTest::flink),
            new Rule<>("checkpoints can go to S3", DockerfileTest::plugin));

    static Stream<Rule<Dockerfile>> rules() {
        return RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<Dockerfile> rule) {
        assertThat(rule.breaches().apply(Dockerfile.read())).isEmpty();
    }

    static Stream<Mutation<String[]>> mutations() {
        return Stream.of(
                replace(
                        "base images are pinned arguments",
                        "FLINK_IMAGE=flink:2.2.1-scala_2.12-java17",
                        "FLINK_IMAGE=flink:latest"),
                replace("base images are pinned arguments", "FROM ${JRE_IMAGE}", "FROM debian"),
                replace("what is copied is in the checkout and not ignored", "src/main src/main", "src/test src/test"),
                replace(
                        "what is copied is in the checkout and not ignored",
                        "docker/config/config.yaml",
                        "docker/conf.yaml"),
                replace("no stage that is shipped ends as root", "USER 9999:9999", "USER root"),
                replace("Flink is the one that the job is built with", "flink:2.2.1", "flink:2.1.0"),
                replace("checkpoints can go to S3", "plugins/s3-fs-presto/", "lib/"));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void finds(Mutation<String[]> mutation) throws IOException {
        String[] text = {Files.readString(FILE)};
        String before = text[0];
        mutation.change().accept(text);
        assertThat(text[0]).isNotEqualTo(before);
        Rule<Dockerfile> rule = RULES.stream()
                .filter(one -> one.name().equals(mutation.rule()))
                .findFirst()
                .orElseThrow();
        assertThat(rule.breaches().apply(Dockerfile.of(text[0]))).isNotEmpty();
    }

    @Test
    void everyRuleHasAFaultToFind() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        RULES.stream().map(Rule::name).toList());
    }

    private static Mutation<String[]> replace(String rule, String what, String with) {
        return new Mutation<>(rule, with, text -> text[0] = text[0].replace(what, with));
    }

    private static List<String> bases(Dockerfile file) {
        Stream<String> unpinned = file.all("ARG").stream()
                .filter(argument -> argument.contains("_IMAGE="))
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                .filter(image -> !PINNED.matcher(image).matches());
        Stream<String> fixed = file.all("FROM").stream().filter(from -> !from.matches("\\$\\{[A-Z]+_IMAGE} AS [a-z]+"));
        return Stream.concat(unpinned, fixed).toList();
    }

    private static List<String> copies(Dockerfile file) {
        List<String> shipped;
        try {
            shipped = Files.readAllLines(IGNORED).stream()
                    .filter(line -> line.startsWith("!"))
                    .map(line -> line.substring(1))
                    .toList();
        } catch (IOException e) {
            return List.of(IGNORED + " cannot be read");
        }
        return file.all("COPY").stream()
                .filter(copy -> !copy.contains("--from="))
                .map(copy -> copy.replaceAll("--\\S+ ", ""))
                .map(copy -> copy.substring(0, copy.indexOf(' ')))
                .filter(source ->
                        !Files.exists(Path.of(source)) || shipped.stream().noneMatch(source::startsWith))
                .toList();
    }

    private static List<String> users(Dockerfile file) {
        String cli = String.join("\n", file.instructions()).replaceAll("(?s).* AS cli\n|\nFROM .*", "");
        return Stream.of(Dockerfile.of(cli), file.lastStage())
                .map(stage -> stage.all("USER"))
                .filter(users -> users.isEmpty() || !users.get(users.size() - 1).matches("[1-9]\\d*:[1-9]\\d*"))
                .map(users -> "ends as " + users)
                .toList();
    }

    private static List<String> flink(Dockerfile file) {
        String expected = "FLINK_IMAGE=flink:" + EnvironmentInformation.getVersion() + "-scala_2.12-java17";
        return file.all("ARG").stream().anyMatch(argument -> argument.startsWith(expected))
                ? List.of()
                : List.of("no argument " + expected);
    }

    private static List<String> plugin(Dockerfile file) {
        return file.lastStage().all("RUN").stream()
                        .anyMatch(run -> run.matches(".*cp opt/flink-s3-fs-presto-\\*\\.jar plugins/s3-fs-presto/.*"))
                ? List.of()
                : List.of("the S3 plugin has no folder of its own under plugins/");
    }
}
