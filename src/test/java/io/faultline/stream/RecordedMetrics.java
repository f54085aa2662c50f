package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** Metrics of a task, to be read by their place below {@code faultline}: {@code feed.ticks.accepted}. */
final class RecordedMetrics {

    private final Map<String, Metric> metrics = new TreeMap<>();
    private final TaskMetricGroup task = TaskManagerMetricGroup.createTaskManagerMetricGroup(
                    TestingMetricRegistry.builder()
                            .setRegisterConsumer(this::register)
                            .build(),
                    "host",
                    ResourceID.generate())
            .addJob(new JobID(), "job")
            .addTask(ExecutionAttemptID.randomId(), "task");

    private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
        List<String> scope = Arrays.asList(group.getScopeComponents());
        int below = scope.indexOf("faultline");
        if (below >= 0) {
            StringBuilder place = new StringBuilder();
            scope.subList(below + 1, scope.size())
                    .forEach(part -> place.append(part).append('.'));
            assertThat(metrics.put(place + name, metric))
                    .as("%s%s before", place, name)
                    .isNull();
        }
    }

    TaskMetricGroup group() {
        return task;
    }

    Set<String> names() {
        return metrics.keySet();
    }

    double value(String place) {
        Metric metric = metrics.get(place);
        assertThat(metric).as("%s among %s", place, metrics.keySet()).isNotNull();
        return metric instanceof Counter counter
                ? counter.getCount()
                : ((Number) ((Gauge<?>) metric).getValue()).doubleValue();
    }
}
