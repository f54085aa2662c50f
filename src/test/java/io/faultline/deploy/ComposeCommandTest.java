package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** What the services of the compose file run and are told, and each rule finds the fault that it is there for. */
class ComposeCommandTest {

    private static final Tally TALLY = new Tally("what compose services run");

    static Stream<Rule<JsonNode>> rules() {
        return Stream.of(
                        ComposeCommandRules.ALL,
                        ComposeImageRules.ALL,
                        ComposeBrokerRules.ALL,
                        ComposeJobRules.ALL,
                        ComposeWatcherRules.ALL,
                        ComposeProcessRules.ALL)
                .flatMap(List::stream);
    }

    /** The compose file, and the texts of the job's two configurations under {@code properties}. */
    private static JsonNode stack() throws IOException {
        ObjectNode stack = ComposeTest.compose();
        ObjectNode properties = stack.putObject("properties");
        for (String mode : List.of("live", "replay")) {
            properties.put(mode, Files.readString(Path.of("docker", mode + ".properties")));
        }
        return stack;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<JsonNode> rule) throws IOException {
        assertThat(rule.breaches().apply(stack())).isEmpty();
        TALLY.held();
    }

    static Stream<Mutation<JsonNode>> mutations() {
        return ComposeCommandMutations.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<JsonNode> mutation) throws IOException {
        JsonNode faulty = stack();
        mutation.change().accept(faulty);
        assertThat(faulty).isNotEqualTo(stack());
        List<Rule<JsonNode>> rule =
                rules().filter(one -> one.name().equals(mutation.rule())).toList();
        assertThat(rule).hasSize(1);
        assertThat(rule.get(0).breaches().apply(faulty)).isNotEmpty();
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
