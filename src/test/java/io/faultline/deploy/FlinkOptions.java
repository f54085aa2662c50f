package io.faultline.deploy;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
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

/** The options of Flink that a configuration for a cluster may set. */
public final class FlinkOptions {

    /** What the settings of the reporter begin with; Flink has no options for them. */
    public static final String REPORTER = "metrics.reporter.prom.";

    private static final List<Class<?>> DECLARED_IN = List.of(
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

    private FlinkOptions() {}

    /** By key. */
    public static Map<String, ConfigOption<?>> all() {
        Map<String, ConfigOption<?>> options = new HashMap<>();
        for (Class<?> declaring : DECLARED_IN) {
            for (Field field : declaring.getFields()) {
                try {
                    if (field.get(null) instanceof ConfigOption<?> option) {
                        options.put(option.key(), option);
                    }
                } catch (IllegalAccessException e) {
                    throw new AssertionError(field.getName(), e);
                }
            }
        }
        return options;
    }
}
