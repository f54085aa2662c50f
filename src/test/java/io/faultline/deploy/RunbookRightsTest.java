package io.faultline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.FaultlineConfig;
import io.faultline.testkit.PageCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who is on call may read what the runbooks' commands read, in the group that they read it with, and see the transactions that
 * they ask for.
 */
class RunbookRightsTest {

    private static final Pattern CONSUMES = Pattern.compile("kafka-console-consumer\\.sh(?:\\\\\n|[^|\n])*");
    private static final Pattern NAMED = Pattern.compile("--(topic|group) (\\S+)");
    /** Not abort and forceTerminateTransaction, which the Kafka on-call does. */
    private static final Pattern TRANSACTIONS = Pattern.compile(
            "kafka-transactions\\.sh (?:--\\S+ \\S+ )*(list|find-hanging|describe-producers|describe)\\b([^|\n]*)");

    private static final Pattern PUBLISHES = Pattern.compile("faultline (?:rules|listings) publish ");

    private static final Pattern ID = Pattern.compile("--transactional-id (\\S+)");
    /** Any of the job's own: what may not be described is left out of a list. */
    private static final String OWN = "transactionalId faultline-alerts-0-1";

    private static final Set<String> RIGHTS = KafkaRights.of(
                    FaultlineConfig.of(Map.of("kafka.bootstrap.servers", "kafka:9092"), "test"))
            .get("faultline-on-call");

    @Test
    void everyCommandReadsWhatMayBeRead() throws IOException {
        Set<String> needed = new TreeSet<>();
        try (Stream<Path> pages = Files.list(Path.of("docs/runbooks"))) {
            for (Path page : pages.toList()) {
                needed.addAll(needs(Files.readString(page)));
            }
        }
        assertThat(needed).contains("topic faultline.dead-letters.v1", "topic faultline.alerts.v1", OWN);
        assertThat(needed).allMatch(RunbookRightsTest::allowed);
    }

    /** Whoever is on call writes nothing, so a page says as whom. */
    @Test
    void everyCommandThatWritesSaysAsWhom() throws IOException {
        int writes = 0;
        for (Path page : PageCode.runbooks()) {
            for (String block : PageCode.blocks(Files.readString(page))) {
                for (String line : block.replace("\\\n", "").lines().toList()) {
                    String as = PUBLISHES.matcher(line).find()
                            ? "AS=faultline-reference faultline "
                            : line.contains("--reset-offsets") ? "AS=faultline kafka-" : "";
                    writes += as.isEmpty() ? 0 : 1;
                    assertThat(line).as(page.toString()).contains(as);
                }
            }
        }
        assertThat(writes).isGreaterThan(4);
    }

    @Test
    void findsATopicAndAGroupThatAreNotAllowed() {
        String reads = "kafka-console-consumer.sh --bootstrap-server b \\\n --topic %s --group %s | jq .";
        assertThat(needs(reads.formatted("market.quotes.v1", "mine")))
                .containsExactly("group mine", "topic market.quotes.v1")
                .noneMatch(RunbookRightsTest::allowed);
        assertThat(needs(reads.formatted("faultline.alerts.v1", "console-consumer-7")))
                .hasSize(2)
                .allMatch(RunbookRightsTest::allowed);
    }

    @Test
    void findsTransactionsThatAreNotShown() {
        String sees = "kafka-transactions.sh --bootstrap-server b ";
        assertThat(needs(sees + "list | grep x")).containsExactly(OWN);
        assertThat(needs(sees + "find-hanging --broker-id 1")).containsExactly(OWN);
        assertThat(needs(sees + "describe --transactional-id other-1"))
                .containsExactly("transactionalId other-1")
                .noneMatch(RunbookRightsTest::allowed);
        assertThat(needs(sees + "describe-producers --topic market.quotes.v1 --partition 0"))
                .containsExactly("topic market.quotes.v1")
                .noneMatch(RunbookRightsTest::allowed);
    }

    private static Set<String> needs(String page) {
        Set<String> needed = new TreeSet<>();
        for (Matcher command = TRANSACTIONS.matcher(page); command.find(); ) {
            Matcher id = ID.matcher(command.group(2));
            Matcher topic = NAMED.matcher(command.group(2));
            boolean named = id.find();
            boolean producers = topic.find();
            needed.add(named ? "transactionalId " + id.group(1) : producers ? "topic " + topic.group(2) : OWN);
        }
        for (Matcher command = CONSUMES.matcher(page); command.find(); ) {
            for (Matcher named = NAMED.matcher(command.group()); named.find(); ) {
                needed.add(named.group(1) + " " + named.group(2));
            }
        }
        // A loop over topics names them elsewhere.
        needed.removeIf(each -> each.contains("$"));
        return needed;
    }

    private static boolean allowed(String needed) {
        String operation = needed.startsWith("transactionalId") ? "Describe" : "Read";
        String prefix = " prefix " + operation;
        return RIGHTS.contains(needed + " literal " + operation)
                || RIGHTS.stream()
                        .filter(right -> right.endsWith(prefix))
                        .anyMatch(right -> needed.startsWith(right.replace(prefix, "")));
    }
}
