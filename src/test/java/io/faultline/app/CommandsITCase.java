package io.faultline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.app.broker.EmbeddedBroker;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.app.console.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need a Kafka, against one. */
@Timeout(180)
class CommandsITCase {

    private static EmbeddedBroker broker;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startBroker() throws IOException {
        broker = EmbeddedBroker.start(LoopbackPorts.free());
    }

    @AfterAll
    static void stopBroker() throws IOException {
        broker.close();
    }

    @Test
    void topicsAreCreatedOnceAndThenAsExpected() {
        String[] prefix = {"topics", "create", "--config", config("live")};
        assertThat(runHere("topics", "check", "--config", config("live"))).isEqualTo(1);
        assertThat(err.toString(UTF_8)).endsWith("differ from what is expected in 9 places\n");
        assertThat(runHere("run", "--config", config("live"))).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("topics are missing: live.ticks")
                .containsOnlyOnce("\n");
        assertThat(runHere(prefix)).isZero();
        assertThat(out.toString(UTF_8)).endsWith("9 topics created\n");
        assertThat(runHere(prefix)).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("all topics are there\n");
        assertThat(runHere("topics", "check", "--config", config("live"))).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("all topics are as expected\n");
    }

    @Test
    void rulesAndListingsArePublishedAndADataSetReplayed() throws IOException {
        Path set = Path.of("src/main/resources/datasets/jan-2025");
        String config = config("play");
        assertThat(runHere("topics", "create", "--config", config)).isZero();
        assertThat(runHere("rules", "publish", "--shipped", "--config", config)).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("15 rules published to play.rules\n");
        assertThat(runHere("listings", "publish", set.resolve("listings.jsonl").toString(), "--config", config))
                .isZero();
        assertThat(out.toString(UTF_8)).endsWith("listings published to play.listings\n");
        assertThat(runHere(
                        "replay", "--dataset", smallSet(set).toString(), "--config", config, "--speed", "0", "--exit"))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("All sent: ").contains(" 2 ticks");
    }

    @Test
    void rulesThatAreThereAreLeftAsTheyAre() throws IOException {
        String config = config("kept");
        assertThat(runHere("topics", "create", "--config", config)).isZero();
        assertThat(runHere("rules", "publish", "--shipped", "--if-none", "--config", config))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("15 rules published to kept.rules\n");
        assertThat(runHere("rules", "publish", "--shipped", "--if-none", "--config", config))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("0 rules published: kept.rules has rules already\n");
        assertThat(runHere("rules", "publish", "--shipped", "--config", config)).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("15 rules published to kept.rules\n");
    }

    @Test
    void aMissingTopicAndAKafkaThatIsAwayAreOneLineEach() {
        assertThat(runHere("alerts", "--config", config("none"))).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .startsWith("faultline: there is no topic none.alerts at ")
                .containsOnlyOnce("\n");
    }

    /** One symbol, two prints. */
    private Path smallSet(Path shipped) throws IOException {
        Path set = Files.createDirectories(directory.resolve("small"));
        String nvidia = Files.readAllLines(shipped.resolve("listings.jsonl")).stream()
                .filter(line -> line.contains("\"NVDA\""))
                .findFirst()
                .orElseThrow();
        Files.writeString(set.resolve("listings.jsonl"), nvidia + "\n");
        Files.writeString(
                set.resolve("bars.csv"),
                "ts,symbol,open,high,low,close,volume\n2025-01-21,NVDA,139.16,141.83,137.09,140.83,197749000\n");
        return set;
    }

    private String config(String prefix) {
        List<String> lines = new ArrayList<>(List.of("kafka.bootstrap.servers=" + broker.bootstrapServers()));
        List<String> topics = List.of(
                "ticks",
                "headlines",
                "listings",
                "rules",
                "calendars",
                "alerts",
                "incidents",
                "sectors",
                "dead-letters");
        topics.forEach(topic -> lines.add("faultline.topics." + topic + "=" + prefix + "." + topic));
        try {
            return Files.write(directory.resolve(prefix + ".properties"), lines).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int runHere(String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, Palette.PLAIN);
        int code = Main.run(terminal, new Stop(), args);
        assertThat(err.toString(UTF_8)).as(Arrays.toString(args)).doesNotContain("\tat ");
        return code;
    }
}
