package io.faultline.deploy;

import java.util.List;

/** What docker/config/config.yaml sets, but for memory and places, which a deployment has its own of. */
final class FlinkValues {

    /** What a setting is, and why no other value will do. */
    record Value(String key, String value, String reason) {}

    static final List<Value> ALL = List.of(
            new Value("jobmanager.rpc.address", "jobmanager", "the service of the compose stack"),
            new Value("rest.address", "jobmanager", "the same one"),
            new Value("jobmanager.bind-host", "0.0.0.0", "TaskManagers come from other containers and pods"),
            new Value("taskmanager.bind-host", "0.0.0.0", "so does the JobManager"),
            new Value(
                    "rest.bind-address", "0.0.0.0", "health checks ask inside, browsers and the operator from outside"),
            new Value("rest.port", "8081", "the port that is published, and that network policies name"),
            new Value("execution.checkpointing.interval", "10 s", "an alert is readable that much later at most"),
            new Value("execution.checkpointing.mode", "EXACTLY_ONCE", "a fall that is read twice is no deeper"),
            new Value("execution.checkpointing.min-pause", "3 s", "records go on between two checkpoints"),
            new Value("execution.checkpointing.max-concurrent-checkpoints", "1", "a slow store is not asked for more"),
            new Value("execution.checkpointing.timeout", "1 min", "four failures are over before a transaction is"),
            new Value(
                    "execution.checkpointing.tolerable-failed-checkpoints",
                    "3",
                    "a hiccup of the store restarts nothing"),
            new Value(
                    "execution.checkpointing.externalized-checkpoint-retention",
                    "RETAIN_ON_CANCELLATION",
                    "a cancelled job can go on"),
            new Value("execution.checkpointing.num-retained", "3", "the newest may be no good"),
            new Value("execution.checkpointing.storage", "filesystem", "a JobManager's memory goes with it"),
            new Value("state.backend.type", "hashmap", "the backend that sizes and times were measured with"),
            new Value("taskmanager.memory.managed.size", "0", "the heap holds state: what it does not get is lost"),
            new Value("restart-strategy.type", "exponential-delay", "a broker that is away for an hour needs nobody"),
            new Value("restart-strategy.exponential-delay.initial-backoff", "1 s", "most failures are over by then"),
            new Value(
                    "restart-strategy.exponential-delay.max-backoff",
                    "1 min",
                    "a broker that is back is not waited for"),
            new Value("restart-strategy.exponential-delay.backoff-multiplier", "2.0", "logs stay readable"),
            new Value(
                    "restart-strategy.exponential-delay.reset-backoff-threshold",
                    "10 min",
                    "the next failure is a new one"),
            new Value("restart-strategy.exponential-delay.jitter-factor", "0.1", "jobs do not come back all at once"),
            new Value("jobmanager.scheduler", "adaptive", "with a TaskManager lost, the job goes on with the others"),
            new Value(
                    "jobmanager.adaptive-scheduler.submission.resource-wait-timeout",
                    "365 d",
                    "after five minutes without slots the job would be over for good"),
            new Value("heartbeat.interval", "3 s", "a dead process is found by two of these"),
            new Value("heartbeat.timeout", "30 s", "one that hangs by this: alerts wait for it"),
            new Value(
                    "high-availability.zookeeper.client.session-timeout",
                    "15 s",
                    "a dead leader is replaced after this"),
            new Value("taskmanager.numberOfTaskSlots", "2", "one TaskManager runs the default parallelism"),
            new Value("parallelism.default", "2", "measured so; ticks have four partitions"),
            new Value("pipeline.auto-watermark-interval", "50 ms", "an alert waits for the watermark"),
            new Value("web.submit.enable", "false", "nobody runs a jar of his own"),
            new Value("web.cancel.enable", "false", "a click must not end the job without a savepoint"),
            new Value("web.rescale.enable", "false", "a source with more tasks than partitions stops event time"),
            new Value(
                    "web.access-control-allow-origin",
                    "http://localhost:8081",
                    "no page of others asks the REST interface"),
            new Value("rest.flamegraph.enabled", "true", "runbooks look at it"),
            new Value(
                    "metrics.reporter.prom.factory.class",
                    "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
                    "Prometheus asks"),
            new Value("metrics.reporter.prom.port", "9249", "scrapes, policies and health checks name it"),
            new Value("metrics.reporter.prom.filterLabelValueCharacters", "false", "rules name feeds and topics"),
            new Value(
                    "metrics.job.status.enable",
                    "[STATE, CURRENT_TIME, TOTAL_TIME]",
                    "alerts are about the job's state"),
            new Value("security.delegation.tokens.enabled", "false", "no Kerberos to wait for"));

    private FlinkValues() {}
}
