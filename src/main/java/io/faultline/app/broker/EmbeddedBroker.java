package io.faultline.app.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this process, on loopback TCP. Its log lives in a
 * temporary directory and is gone when closed. One node only: internal topics have one replica.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final int SMALL_LOG_SEGMENT = 16 * 1024 * 1024;

    private final TemporaryDirectory directory;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(TemporaryDirectory directory, KafkaRaftServer server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /**
     * Formats a log directory and starts the broker; returns when it serves clients.
     *
     * @param port TCP port on the loopback interface
     * @throws IOException if the log directory cannot be made or the broker does not start
     */
    public static EmbeddedBroker start(int port) throws IOException {
        return start(port, Map.of());
    }

    /**
     * The same with further broker settings.
     *
     * @param further those that are set here already are lists, such as {@code listeners}: they are added to
     */
    public static EmbeddedBroker start(int port, Map<String, String> further) throws IOException {
        TemporaryDirectory directory = new TemporaryDirectory("faultline-kafka-");
        try {
            Map<String, Object> settings = settings(directory.path().toString(), port, LoopbackPorts.free());
            further.forEach((key, value) -> settings.merge(key, value, (own, other) -> own + "," + other));
            format(directory.path().toString());
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(asProperties(settings)), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(directory, server, port);
        } catch (Exception e) {
            directory.close();
            throw new IOException("the embedded Kafka broker did not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        directory.close();
    }

    private static void format(String directory) throws Exception {
        ByteArrayOutputStream chatter = new ByteArrayOutputStream();
        new Formatter()
                .setPrintStream(new PrintStream(chatter, true, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .addDirectory(directory)
                .setMetadataLogDirectory(directory)
                .run();
    }

    private static java.util.Properties asProperties(Map<String, Object> settings) {
        java.util.Properties properties = new java.util.Properties();
        settings.forEach((key, value) -> properties.setProperty(key, value.toString()));
        return properties;
    }

    private static Map<String, Object> settings(String directory, int port, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", directory);
        settings.put("auto.create.topics.enable", false);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("offsets.topic.num.partitions", 1);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 4);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
        settings.put("min.insync.replicas", 1);
        settings.put("group.initial.rebalance.delay.ms", 0);
        // The log holds minutes of data: replayed records carry old timestamps and must not be cleaned away by them.
        settings.put("log.retention.ms", -1);
        settings.put("log.segment.bytes", SMALL_LOG_SEGMENT);
        settings.put("log.cleaner.dedupe.buffer.size", 2 * 1024 * 1024);
        settings.put("log.message.timestamp.after.max.ms", Long.MAX_VALUE);
        settings.put("num.network.threads", 2);
        settings.put("num.io.threads", 2);
        settings.put("background.threads", 2);
        settings.put("controlled.shutdown.enable", false);
        return settings;
    }
}
