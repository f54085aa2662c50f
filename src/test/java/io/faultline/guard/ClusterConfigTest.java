package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.Test;

/** The configuration for real clusters: Flink passes over keys that it does not know, so a slip would go unseen. */
class ClusterConfigTest {

    private static final List<Class<?>> OPTIONS = List.of(
            CheckpointingOptions.class,
            CoreOptions.class,
            HeartbeatManagerOptions.class,
            HighAvailabilityOptions.class,
            JobManagerOptions.class,
            MetricOptions.class,
            PipelineOptions.class,
            RestOptions.class,
            RestartStrategyOptions.class,
            SecurityOptions.class,
            StateBackendOptions.class,
            TaskManagerOptions.class,
            WebOptions.class);
    private static final String REPORTER = "metrics.reporter.prom.";

    private static final Configuration CONFIG = GlobalConfiguration.loadConfiguration("docker/config");

    @Test
    void everyKeyIsAnOptionOfFlinkAndItsValueCanBeRead() throws Exception {
        Map<String, ConfigOption<?>> known = new HashMap<>();
        for (Class<?> options : OPTIONS) {
            for (Field field : options.getFields()) {
                if (field.get(null) instanceof ConfigOption<?> option) {
                    known.put(option.key(), option);
                }
            }
        }
        for (String key : CONFIG.keySet()) {
            if (!key.startsWith(REPORTER)) {
                assertThat(known).containsKey(key);
                assertThat(CONFIG.getOptional(known.get(key))).as(key).isPresent();
            }
        }
        assertThat(CONFIG.keySet()).hasSizeGreaterThan(30);
    }

    @Test
    void whatTheJobSetsItselfIsNotSetHere() {
        assertThat(CONFIG.keySet())
                .doesNotContain(
                        PipelineOptions.MAX_PARALLELISM.key(),
                        PipelineOptions.GENERIC_TYPES.key(),
                        PipelineOptions.AUTO_GENERATE_UIDS.key());
    }

    @Test
    void failedCheckpointsRestartTheJobBeforeATransactionRunsOut() {
        int failures = CONFIG.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER) + 1;
        Duration each = CONFIG.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT)
                .plus(CONFIG.get(CheckpointingOptions.CHECKPOINTING_INTERVAL));
        Duration transaction = FaultlineConfig.of(Map.of(), "defaults").get(FaultlineOptions.KAFKA_TRANSACTION_TIMEOUT);

        assertThat(each.multipliedBy(failures)).isLessThan(transaction.dividedBy(2));
    }
}
