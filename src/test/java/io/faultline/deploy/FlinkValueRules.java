package io.faultline.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether docker/config/config.yaml is what was chosen: most of it no run would miss until the day that it is there for. */
final class FlinkValueRules {

    /** What all processes of Flink start with; without it the first record of some type ends the job. */
    private static final List<String> JDK = Stream.concat(
                    Stream.of("sun.net.util", "sun.management").map(name -> "--add-exports=" + module(name)),
                    Stream.of(
                                    "java.lang",
                                    "java.lang.reflect",
                                    "java.io",
                                    "java.net",
                                    "java.nio",
                                    "java.text",
                                    "java.time",
                                    "java.util",
                                    "java.util.concurrent",
                                    "java.util.concurrent.atomic",
                                    "java.util.concurrent.locks",
                                    "sun.nio.ch")
                            .map(name -> "--add-opens=" + module(name)))
            .toList();

    private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

    static final List<Rule<Map<String, String>>> ALL = List.of(
            new Rule<>("settings have the values that were chosen", FlinkValueRules::values),
            new Rule<>("nothing is set that nobody chose", FlinkValueRules::others),
            new Rule<>("the JDK is open to Flink as far as it reflects into it", FlinkValueRules::opens),
            new Rule<>("a process without memory ends", FlinkValueRules::exits),
            new Rule<>("one TaskManager has a slot for each task of the default", FlinkValueRules::slots));

    private FlinkValueRules() {}

    private static List<String> values(Map<String, String> settings) {
        return FlinkValues.ALL.stream()
                .filter(wanted -> !settings.getOrDefault(wanted.key(), "").equals(wanted.value()))
                .map(wanted -> wanted.key() + " is \"" + settings.getOrDefault(wanted.key(), "") + "\", not \""
                        + wanted.value() + "\": " + wanted.reason())
                .toList();
    }

    private static List<String> others(Map<String, String> settings) {
        Set<String> chosen = new HashSet<>(FlinkSettings.OWN_TO_A_DEPLOYMENT);
        chosen.addAll(Set.of("env.java.opts.all", "env.java.opts.jobmanager", "env.java.opts.taskmanager"));
        FlinkValues.ALL.forEach(value -> chosen.add(value.key()));
        return settings.keySet().stream().filter(key -> !chosen.contains(key)).toList();
    }

    private static List<String> opens(Map<String, String> settings) {
        List<String> given = words(settings.getOrDefault("env.java.opts.all", ""));
        List<String> breaches = new ArrayList<>(JDK);
        breaches.removeAll(given);
        return breaches;
    }

    private static List<String> exits(Map<String, String> settings) {
        return Stream.of("env.java.opts.jobmanager", "env.java.opts.taskmanager")
                .filter(key -> !words(settings.getOrDefault(key, "")).contains(EXIT))
                .map(key -> key + " is without " + EXIT)
                .toList();
    }

    private static List<String> slots(Map<String, String> settings) {
        Function<String, Integer> number = key -> Integer.parseInt(settings.getOrDefault(key, "1"));
        int slots = number.apply("taskmanager.numberOfTaskSlots");
        int tasks = number.apply("parallelism.default");
        return slots >= tasks ? List.of() : List.of(slots + " slots for " + tasks + " tasks");
    }

    private static String module(String name) {
        return (name.equals("sun.management") ? "java.management/" : "java.base/") + name + "=ALL-UNNAMED";
    }

    private static List<String> words(String options) {
        return Arrays.asList(options.strip().split("\\s+", -1));
    }
}
