package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The image's recipe against the checkout: no container engine is needed to see that it cannot be right. */
class DockerfileTest {

    private static final Path FILE = Path.of("docker/Dockerfile");
    private static final Tally TALLY = new Tally("Dockerfile");

    static Stream<Rule<Dockerfile>> rules() {
        return Stream.of(DockerfileRules.ALL, DockerfileBuildRules.ALL).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<Dockerfile> rule) {
        assertThat(rule.breaches().apply(Dockerfile.read())).isEmpty();
        TALLY.held();
    }

    static Stream<Mutation<String[]>> mutations() {
        return DockerfileMutations.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<String[]> mutation) throws IOException {
        String[] text = {Files.readString(FILE)};
        String before = text[0];
        mutation.change().accept(text);
        assertThat(text[0]).isNotEqualTo(before);
        Rule<Dockerfile> rule = rules().filter(one -> one.name().equals(mutation.rule()))
                .findFirst()
                .orElseThrow();
        assertThat(rule.breaches().apply(Dockerfile.of(text[0]))).isNotEmpty();
        TALLY.found();
    }

    @Test
    void everyRuleHasAFaultToFind() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(rules().map(Rule::name).toList());
    }

    @AfterAll
    static void tell() {
        TALLY.tell();
    }
}
