package io.faultline.guard;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import io.faultline.Setting;
import io.faultline.app.topics.TopicPlan;
import io.faultline.app.topics.TopicPlans;
import io.faultline.testkit.PageCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.rest.messages.ClusterOverviewHeaders;
import org.apache.flink.runtime.rest.messages.JobExceptionsHeaders;
import org.apache.flink.runtime.rest.messages.JobsOverviewHeaders;
import org.apache.flink.runtime.rest.messages.checkpoints.CheckpointConfigHeaders;
import org.apache.flink.runtime.rest.messages.checkpoints.CheckpointingStatisticsHeaders;
import org.apache.flink.runtime.rest.messages.job.JobDetailsHeaders;
import org.apache.flink.runtime.rest.messages.taskmanager.TaskManagersHeaders;

/** Names in the code of a runbook that must be those of something. */
final class RunbookNames {

    private static final Pattern TOPIC = Pattern.compile("\\b(?:market|news|faultline)\\.[a-z-]+\\.v\\d+\\b");
    private static final Pattern SETTING = Pattern.compile("^(faultline\\.[a-z-]+\\.[a-z-]+)(?: ?=.*)?$");
    private static final Pattern ALERT = Pattern.compile("\\b(?<![/\\w])(Faultline[A-Z]\\w+)(?![\\w.])");
    private static final Pattern VARIABLE = Pattern.compile("\\bFAULTLINE_[A-Z_]+\\b");
    private static final Pattern FILE = Pattern.compile("(?<![\\w/.$-])(?:docker|k8s|scripts|src)/[\\w./-]+");
    private static final Pattern SERVICES =
            Pattern.compile("\\bcompose (?:build|ps|stop|up)((?: --?[a-z-]+(?: taskmanager=\\d)?)*)((?: [a-z]+)+)");
    private static final Pattern LOGS = Pattern.compile("(?<![\\w-] )\\blogs ([a-z]+)");
    private static final Pattern REST = Pattern.compile("\\$FLINK(/[\\w/$-]+)");
    private static final Pattern FORWARDED = Pattern.compile("\\bsvc/([\\w-]+)");
    private static final Pattern KAFKA_TOOL = Pattern.compile("\\b(kafka-[a-z-]+)\\.sh\\b([^|>\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--?[a-zA-Z][\\w-]*");

    private static final Set<String> PATHS = Stream.of(
                    ClusterOverviewHeaders.getInstance(),
                    JobsOverviewHeaders.getInstance(),
                    JobDetailsHeaders.getInstance(),
                    JobExceptionsHeaders.getInstance(),
                    CheckpointingStatisticsHeaders.getInstance(),
                    CheckpointConfigHeaders.getInstance(),
                    TaskManagersHeaders.getInstance())
            .map(headers -> headers.getTargetRestEndpointURL().replace(":jobid", "$JOB"))
            .collect(Collectors.toSet());
    /** The first is Flink's: the name of the FlinkDeployment, and this end. The others are of Prometheus' operator. */
    private static final Set<String> FORWARDS =
            Set.of("faultline-rest", "prometheus-operated", "alertmanager-operated");
    /** Of Kafka 4.2, those that pages use. */
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "kafka-console-consumer",
            Set.of(
                    "topic",
                    "partition",
                    "from-beginning",
                    "isolation-level",
                    "timeout-ms",
                    "max-messages",
                    "formatter-property"),
            "kafka-get-offsets",
            Set.of("topic", "time"),
            "kafka-consumer-groups",
            Set.of("group", "topic", "reset-offsets", "to-datetime", "execute"),
            "kafka-configs",
            Set.of("alter", "add-config", "entity-type", "entity-name"),
            "kafka-topics",
            Set.of("list"),
            "kafka-transactions",
            Set.of("topic", "partition", "start-offset", "transactional-id", "transactionalId"));
    /** Written by the one who runs the stack. */
    private static final String LOCAL = "docker/.env";

    private final Set<String> alerts;
    private final Set<String> services;
    private final String compose;

    RunbookNames(Set<String> alerts, Set<String> services, String compose) {
        this.alerts = alerts;
        this.services = services;
        this.compose = compose;
    }

    /** Names that there are not, each with its kind. */
    List<String> unknown(String page) {
        List<String> unknown = new ArrayList<>();
        Set<String> topics = topics();
        Set<String> settings = FaultlineOptions.all().stream().map(Setting::key).collect(Collectors.toSet());
        for (String code : PageCode.all(page)) {
            find("topic", TOPIC, code, topics::contains, unknown);
            find("setting", SETTING, code, key -> settings.contains(key) || topics.contains(key), unknown);
            find("variable", VARIABLE, code, compose::contains, unknown);
            find("file", FILE, code, RunbookNames::exists, unknown);
            LOGS.matcher(code).results().forEach(call -> services(" " + call.group(1), unknown));
            find("REST path", REST, code, PATHS::contains, unknown);
            find("forwarded service", FORWARDED, code, FORWARDS::contains, unknown);
            KAFKA_TOOL.matcher(code).results().forEach(call -> options(call.group(1), call.group(2), unknown));
            SERVICES.matcher(code).results().forEach(call -> services(call.group(2), unknown));
        }
        find("alert", ALERT, page, alerts::contains, unknown);
        PageCode.blocks(page)
                .forEach(block -> block.lines()
                        .filter(line -> line.contains("flink run"))
                        .forEach(line -> unknown.add("command of a session cluster: " + line.strip())));
        return unknown;
    }

    private static Set<String> topics() {
        return TopicPlans.of(FaultlineConfig.of(Map.of(), "defaults")).stream()
                .map(TopicPlan::name)
                .collect(Collectors.toSet());
    }

    private void services(String names, List<String> unknown) {
        for (String name : names.strip().split(" ", -1)) {
            if (!services.contains(name)) {
                unknown.add("service " + name);
            }
        }
    }

    private static void options(String tool, String arguments, List<String> unknown) {
        Set<String> known = OPTIONS.getOrDefault(tool, Set.of());
        OPTION.matcher(arguments)
                .results()
                .map(MatchResult::group)
                .filter(option ->
                        !List.of("--bootstrap-server", "--command-config").contains(option))
                .filter(option -> !known.contains(option.replaceFirst("^--", "")))
                .forEach(option -> unknown.add("option " + tool + " " + option));
    }

    private static void find(String kind, Pattern pattern, String text, Predicate<String> known, List<String> unknown) {
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(Math.min(1, match.groupCount())))
                .filter(name -> !known.test(name))
                .forEach(name -> unknown.add(kind + " " + name));
    }

    private static boolean exists(String file) {
        return file.equals(LOCAL) || Files.exists(Path.of(file));
    }
}
