package io.faultline.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * The shipped configuration with other addresses and paths, as a directory for Flink's processes and command line.
 *
 * @param directory what {@code --configDir} and {@code FLINK_CONF_DIR} name
 * @param settings all of it
 * @param changed what differs from the shipped file
 */
record ClusterConfig(Path directory, Configuration settings, Map<String, String> changed) {

    /** JVM options of every process of Flink, its command line too. */
    static final String JAVA_OPTIONS = "env.java.opts.all";

    private static final String LOOPBACK = "127.0.0.1";

    /** Writes it. */
    static ClusterConfig write(int restPort, String zooKeeperQuorum) throws IOException {
        Configuration settings = GlobalConfiguration.loadConfiguration(Places.SHIPPED_CONFIG.toString());
        Map<String, String> changed = changes(restPort, zooKeeperQuorum);
        changed.forEach(settings::setString);
        Path directory = Files.createDirectories(Places.conf());
        Files.write(directory.resolve("config.yaml"), ConfigurationUtils.convertConfigToWritableLines(settings, true));
        return new ClusterConfig(directory, settings, changed);
    }

    /** JVM options that the configuration gives under a key. */
    List<String> javaOptions(String key) {
        return Arrays.stream(settings.toMap().getOrDefault(key, "").strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, String> changes(int restPort, String zooKeeperQuorum) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("jobmanager.rpc.address", LOOPBACK);
        changes.put("jobmanager.bind-host", LOOPBACK);
        changes.put("taskmanager.host", LOOPBACK);
        changes.put("taskmanager.bind-host", LOOPBACK);
        changes.put("rest.address", LOOPBACK);
        changes.put("rest.bind-address", LOOPBACK);
        changes.put("rest.port", Integer.toString(restPort));
        changes.put("execution.checkpointing.dir", place("checkpoints"));
        changes.put("execution.checkpointing.savepoint-dir", place("savepoints"));
        changes.put("high-availability.type", "zookeeper");
        changes.put("high-availability.zookeeper.quorum", zooKeeperQuorum);
        changes.put("high-availability.storageDir", place("ha"));
        changes.put("io.tmp.dirs", Places.state().resolve("tmp").toString());
        changes.put("web.tmpdir", Places.state().resolve("tmp").toString());
        return changes;
    }

    private static String place(String name) {
        return Places.state().resolve(name).toUri().toString();
    }
}
