package io.faultline.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/**
 * What a job that a test waits for in vain is doing: its tasks, checkpoints, watermarks, offsets and
 * counts other than 0.
 */
final class JobDiagnosis {

    private static final Pattern TELLING = Pattern.compile(
            ".*\\.(current(In|Out)putWatermark|numRecords(In|Out)|(current|committed)Offset|faultline\\..*)");

    private JobDiagnosis() {}

    static String of(AccessExecutionGraph job, InMemoryReporter metrics) {
        StringBuilder text = new StringBuilder("job is " + job.getState());
        if (job.getFailureInfo() != null) {
            text.append("\n  failed: ").append(job.getFailureInfo().getExceptionAsString());
        }
        for (AccessExecutionVertex task : job.getAllExecutionVertices()) {
            text.append("\n  ").append(task.getTaskNameWithSubtaskIndex()).append(" is ");
            text.append(task.getExecutionState()).append(", attempt ");
            text.append(task.getCurrentExecutionAttempt().getAttemptNumber());
        }
        CheckpointStatsSnapshot checkpoints = job.getCheckpointStatsSnapshot();
        text.append("\n  checkpoints: ").append(checkpoints.getCounts().getNumberOfCompletedCheckpoints());
        text.append(" complete, ").append(checkpoints.getCounts().getNumberOfFailedCheckpoints());
        text.append(" failed, last ").append(checkpoints.getHistory().getLatestCompletedCheckpoint());
        told(metrics).forEach((name, value) -> text.append("\n  " + name + " = " + value));
        return text.toString();
    }

    private static Map<String, Object> told(InMemoryReporter metrics) {
        Map<String, Object> told = new TreeMap<>();
        metrics.getMetricsByGroup()
                .forEach((group, named) -> named.forEach((name, metric) -> {
                    String full = group.getMetricIdentifier(name);
                    if (TELLING.matcher(full).matches()) {
                        told.put(full.replaceFirst("^.*?\\.taskmanager\\.[^.]*\\.", ""), value(metric));
                    }
                }));
        return told;
    }

    private static Object value(Metric metric) {
        if (metric instanceof Counter counter) {
            return counter.getCount();
        }
        return metric instanceof Gauge<?> gauge ? gauge.getValue() : metric;
    }
}
