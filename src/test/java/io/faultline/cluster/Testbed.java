package io.faultline.cluster;

import io.faultline.FaultlineConfig;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.app.feed.ReferencePublisher;
import io.faultline.app.topics.TopicAdmin;
import io.faultline.app.topics.TopicPlans;
import io.faultline.io.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parts, started: ZooKeeper, broker with topics and rules, Flink, Prometheus, a replay at its first gate, a reader. */
record Testbed(
        Broker broker,
        FlinkCluster cluster,
        FlinkRest rest,
        FlinkCli cli,
        Prometheus prometheus,
        GatedReplay replay,
        CommittedAlerts alerts,
        CommittedAlerts incidents)
        implements AutoCloseable {

    static final String JOB_MANAGER = "jobmanager";
    static final List<String> TASK_MANAGERS = List.of("taskmanager-1", "taskmanager-2");

    private static final Duration STARTING = Duration.ofMinutes(2);
    /** Simulated seconds per second in trading hours. */
    private static final double SPEED = 4000;

    static Testbed start(Processes processes, Report report) throws IOException {
        Files.createDirectories(Places.conf());
        Files.createDirectories(Places.state().resolve("tmp"));
        report.step("start ZooKeeper, a Kafka broker, a JobManager, two TaskManagers and Prometheus");
        ZooKeeper zooKeeper = ZooKeeper.start(processes);
        Broker broker = Broker.start(processes);

        int restPort = LoopbackPorts.free();
        ClusterConfig config = ClusterConfig.write(restPort, zooKeeper.quorum());
        report.step("shipped config.yaml but for " + config.changed().keySet());
        Map<String, Integer> metricsPorts = new LinkedHashMap<>();
        metricsPorts.put(JOB_MANAGER, LoopbackPorts.free());
        TASK_MANAGERS.forEach(name -> metricsPorts.put(name, LoopbackPorts.free()));
        FlinkCluster cluster = new FlinkCluster(processes, config, metricsPorts);
        cluster.start(Role.JOB_MANAGER, JOB_MANAGER);
        TASK_MANAGERS.forEach(name -> cluster.start(Role.TASK_MANAGER, name));
        Prometheus prometheus = Prometheus.start(processes, metricsPorts.values());
        FlinkRest rest = new FlinkRest(restPort);
        Await.until("two TaskManagers registered", STARTING, () -> rest.taskManagers() == TASK_MANAGERS.size());

        Path jobConfig = Files.write(
                Places.jobConfig(),
                List.of(
                        "kafka.bootstrap.servers = " + broker.bootstrapServers(),
                        "faultline.time.mode = replay",
                        "faultline.topics.replication = 1",
                        "faultline.kafka.delivery-guarantee = exactly-once"));
        FaultlineConfig faultline = FaultlineConfig.load(jobConfig);
        DataSet data = DataSet.shipped("jan-2025");
        publish(faultline, data);
        return new Testbed(
                broker,
                cluster,
                rest,
                new FlinkCli(processes, config, jobConfig),
                prometheus,
                new GatedReplay(data, faultline, SPEED),
                new CommittedAlerts(faultline, faultline.topics().alerts()),
                new CommittedAlerts(faultline, faultline.topics().incidents()));
    }

    /** The job reads the reference data of the moment when it is submitted. */
    private static void publish(FaultlineConfig config, DataSet data) {
        try (TopicAdmin admin = new TopicAdmin(config.kafkaClient())) {
            admin.create(TopicPlans.of(config), 1);
        }
        ReferencePublisher.rules(config, data.rules());
        ReferencePublisher.listings(config, data.listings());
    }

    @Override
    public void close() {
        replay.close();
        alerts.close();
        incidents.close();
    }
}
