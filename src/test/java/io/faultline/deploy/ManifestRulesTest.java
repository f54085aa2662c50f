package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the faults that it is there for: put into the manifests of production, one at a time. */
class ManifestRulesTest {

    private static int found;

    static Stream<Mutation<Manifests>> mutations() {
        return Stream.of(
                        ManifestMutations.ALL,
                        ClusterMutations.ALL,
                        RoleMutations.ALL,
                        KafkaMutations.ALL,
                        CredentialMutations.ALL,
                        NetworkMutations.ALL,
                        OperatorMutations.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<Manifests> mutation) {
        Manifests faulty = Kustomize.overlay("prod");
        mutation.change().accept(faulty);
        List<Rule<Manifests>> rules = ManifestRules.ALL.stream()
                .filter(rule -> rule.name().equals(mutation.rule()))
                .toList();
        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).breaches().apply(faulty)).isNotEmpty();
        found++;
    }

    @Test
    void everyRuleHasAFaultToFind() {
        assertThat(mutations().map(Mutation::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ManifestRules.ALL.stream().map(Rule::name).toList());
    }

    @AfterAll
    static void tell() {
        System.out.printf("manifest rules: %d, faults found: %d%n", ManifestRules.ALL.size(), found);
    }
}
