package io.faultline.app;

import io.faultline.FaultlineConfig;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which Kafka is meant. */
final class KafkaTarget {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "Properties file: kafka.* for the clients (credentials too), faultline.* for topics and the job."
                            + " See docs/configuration.md.")
    private Path file;

    @Option(
            names = {"-b", "--bootstrap"},
            paramLabel = "HOST:PORT",
            description = "Kafka brokers, separated by commas; wins over kafka.bootstrap.servers of the file.")
    private String servers;

    /**
     * Reads what was given.
     *
     * @throws UsageException if neither was given or the address is none
     * @throws io.faultline.ConfigException if the file is wrong or names no brokers
     */
    FaultlineConfig config() {
        if (file == null && servers == null) {
            throw new UsageException("name a Kafka: --config FILE or --bootstrap HOST:PORT");
        }
        FaultlineConfig config = file == null ? FaultlineConfig.of(Map.of(), "options") : FaultlineConfig.load(file);
        if (servers == null) {
            config.kafkaClient();
            return config;
        }
        for (String server : servers.split(",", -1)) {
            if (!server.matches("[^:\\s]+:\\d{1,5}|\\[[^\\]\\s]+]:\\d{1,5}")) {
                throw new UsageException("--bootstrap: \"" + server + "\" is not HOST:PORT");
            }
        }
        return config.withBootstrapServers(servers);
    }
}
