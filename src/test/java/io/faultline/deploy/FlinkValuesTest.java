package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flink's configuration has the values that were chosen, and another value of each is found. */
class FlinkValuesTest {

    private static final String VALUES = "settings have the values that were chosen";
    private static final String OTHERS = "nothing is set that nobody chose";
    private static final String OPENS = "the JDK is open to Flink as far as it reflects into it";
    private static final String EXITS = "a process without memory ends";
    private static final String SLOTS = "one TaskManager has a slot for each task of the default";
    private static final Tally TALLY = new Tally("config.yaml");

    static Stream<Rule<Map<String, String>>> rules() {
        return FlinkValueRules.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule<Map<String, String>> rule) {
        assertThat(rule.breaches().apply(FlinkSettings.all())).isEmpty();
        TALLY.held();
    }

    static Stream<Mutation<Map<String, String>>> mutations() {
        Stream<Mutation<Map<String, String>>> others =
                FlinkValues.ALL.stream().map(value -> is(value.key(), "another", VALUES));
        Stream<Mutation<Map<String, String>>> none = FlinkValues.ALL.stream().map(value -> isNot(value.key(), VALUES));
        Stream<Mutation<Map<String, String>>> further = Stream.of(
                is("execution.checkpointing.unaligned.enabled", "true", OTHERS),
                is("pipeline.object-reuse", "true", OTHERS),
                is("execution.runtime-mode", "BATCH", OTHERS),
                lacks("env.java.opts.all", "java.base/java.time=", OPENS),
                lacks("env.java.opts.all", "java.base/java.util.concurrent=", OPENS),
                isNot("env.java.opts.all", OPENS),
                lacks("env.java.opts.jobmanager", "OnOutOfMemoryError", EXITS),
                isNot("env.java.opts.taskmanager", EXITS),
                is("taskmanager.numberOfTaskSlots", "1", SLOTS),
                is("parallelism.default", "3", SLOTS));
        return Stream.of(others, none, further).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void finds(Mutation<Map<String, String>> mutation) {
        Map<String, String> faulty = FlinkSettings.all();
        mutation.change().accept(faulty);
        assertThat(faulty).isNotEqualTo(FlinkSettings.all());
        List<Rule<Map<String, String>>> rule =
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

    private static Mutation<Map<String, String>> is(String key, String value, String rule) {
        return new Mutation<>(rule, key + " = " + value, settings -> settings.put(key, value));
    }

    private static Mutation<Map<String, String>> isNot(String key, String rule) {
        return new Mutation<>(rule, "no " + key, settings -> settings.remove(key));
    }

    private static Mutation<Map<String, String>> lacks(String key, String word, String rule) {
        return new Mutation<>(
                rule, key + " without " + word, settings -> settings.compute(key, (k, v) -> v.replace(word, "")));
    }
}
