package io.faultline.cluster;

import io.faultline.app.broker.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A Kafka broker in a JVM of its own, which comes back with its data after it was killed. */
final class Broker {

    private static final Duration FORMATTING = Duration.ofSeconds(60);
    private static final Duration STARTING = Duration.ofSeconds(90);

    private final Processes processes;
    private final Path config;
    private final int port;
    private Running running;

    private Broker(Processes processes, Path config, int port) {
        this.processes = processes;
        this.config = config;
        this.port = port;
    }

    static Broker start(Processes processes) throws IOException {
        int port = LoopbackPorts.free();
        Path config = Files.write(Places.conf().resolve("server.properties"), settings(port, LoopbackPorts.free()));
        Broker broker = new Broker(processes, config, port);
        broker.format();
        broker.start();
        return broker;
    }

    /** {@code host:port} for clients. */
    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** SIGKILL. */
    void kill() {
        running.kill();
    }

    /** Starts it, for the first time or again, and waits until it answers. */
    void start() {
        Jvm jvm = new Jvm(Places.PROJECT_LIB, options("-Xmx400m"), "kafka.Kafka");
        running = processes.start("kafka", jvm.command(List.of(config.toString())), Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Await.until(
                    "Kafka answers",
                    STARTING,
                    () -> !admin.describeCluster().nodes().get().isEmpty());
        }
    }

    private void format() {
        Jvm jvm = new Jvm(Places.PROJECT_LIB, options("-Xmx128m"), "kafka.tools.StorageTool");
        List<String> arguments =
                List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", config.toString());
        Running tool = processes.start("kafka-format", jvm.command(arguments), Map.of());
        if (tool.awaitEnd(FORMATTING) != 0) {
            throw new CheckFailedException("the broker's log directory could not be formatted, see kafka-format.log");
        }
    }

    private static List<String> options(String heap) {
        List<String> options = new ArrayList<>(Places.jvmOptions());
        options.add(heap);
        return options;
    }

    private static List<String> settings(int port, int controllerPort) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name=PLAINTEXT",
                "log.dirs=" + Places.state().resolve("kafka"),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                // Replayed records carry old timestamps and must not be cleaned away by them.
                "log.retention.ms=-1",
                "log.message.timestamp.after.max.ms=" + Long.MAX_VALUE,
                // The cleaner would take 128 MiB.
                "log.cleaner.dedupe.buffer.size=" + 2 * 1024 * 1024);
    }
}
