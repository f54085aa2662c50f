package io.faultline.cluster;

import io.faultline.app.broker.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** ZooKeeper as it comes with Flink: what a JobManager needs to be replaced. */
final class ZooKeeper {

    private static final Duration STARTING = Duration.ofSeconds(40);

    private final int port;

    private ZooKeeper(int port) {
        this.port = port;
    }

    static ZooKeeper start(Processes processes) throws IOException {
        int port = LoopbackPorts.free();
        Path data = Files.createDirectories(Places.state().resolve("zookeeper"));
        Path config = Files.write(
                Places.conf().resolve("zoo.cfg"),
                List.of(
                        "tickTime=1000",
                        "initLimit=10",
                        "syncLimit=5",
                        "dataDir=" + data,
                        "clientPort=" + port,
                        "clientPortAddress=127.0.0.1",
                        "admin.enableServer=false",
                        "server.1=127.0.0.1:" + LoopbackPorts.free() + ":" + LoopbackPorts.free()));
        Jvm jvm = new Jvm(
                Places.FLINK_LIB,
                with("-Xmx64m", Places.jvmOptions()),
                "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer");
        processes.start(
                "zookeeper", jvm.command(List.of("--zkConfigFile", config.toString(), "--peerId", "1")), Map.of());
        Await.until("ZooKeeper takes connections", STARTING, () -> connects(port));
        return new ZooKeeper(port);
    }

    /** {@code host:port} for clients. */
    String quorum() {
        return "127.0.0.1:" + port;
    }

    private static boolean connects(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        }
    }

    private static List<String> with(String option, List<String> options) {
        return Stream.concat(Stream.of(option), options.stream()).toList();
    }
}
