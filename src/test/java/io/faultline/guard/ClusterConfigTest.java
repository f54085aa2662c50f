package io.faultline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import io.faultline.deploy.FlinkOptions;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.junit.jupiter.api.Test;

/** The configuration for real clusters: Flink passes over keys that it does not know, so a slip would go unseen. */
class ClusterConfigTest {

    private static final Configuration CONFIG = GlobalConfiguration.loadConfiguration("docker/config");

    @Test
    void everyKeyIsAnOptionOfFlinkAndItsValueCanBeRead() {
        Map<String, ConfigOption<?>> known = FlinkOptions.all();
        for (String key : CONFIG.keySet()) {
            if (!key.startsWith(FlinkOptions.REPORTER)) {
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

    @Test
    void stateHoldsEachRecordOnceAndOutlivesACancelledJob() {
        assertThat(CONFIG.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
                .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
        assertThat(CONFIG.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThat(CONFIG.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(CONFIG.get(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS)).isGreaterThan(1);
    }

    @Test
    void aJobThatFailsTriesAgainForEver() {
        assertThat(CONFIG.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
        assertThat(CONFIG.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(CONFIG.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF))
                .isBetween(Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    @Test
    void processesAreAsLargeAsTheClusterTestHadThem() {
        assertThat(CONFIG.get(JobManagerOptions.TOTAL_PROCESS_MEMORY))
                .isGreaterThanOrEqualTo(MemorySize.ofMebiBytes(1024));
        assertThat(CONFIG.get(TaskManagerOptions.TOTAL_PROCESS_MEMORY))
                .isGreaterThanOrEqualTo(MemorySize.ofMebiBytes(1536));
    }

    @Test
    void nobodyRunsAJarOfHisOwnFromABrowser() {
        assertThat(CONFIG.get(WebOptions.SUBMIT_ENABLE)).isFalse();
        assertThat(CONFIG.get(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN)).isNotEqualTo("*");
    }
}
