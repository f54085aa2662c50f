package io.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.kafka.KafkaEnds;
import io.faultline.io.kafka.KafkaSettings;
import io.faultline.shock.RunMode;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.StreamSettings;
import io.faultline.testkit.Golden;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape of the job: a changed uid, name, edge or partitioning is seen in a diff. */
class TopologyGoldenTest {

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void graphIsAsReviewed(RunMode mode) throws Exception {
        Golden.file("topology-" + mode.name().toLowerCase(Locale.ROOT) + ".txt").check(describe(graph(mode)));
    }

    @Test
    void everyOperatorIdIsUsedOnceAndFrozen() {
        List<String> uids =
                Arrays.stream(OperatorIds.values()).map(OperatorIds::uid).toList();

        assertThat(uids).doesNotHaveDuplicates().allMatch(uid -> uid.matches("[a-z0-9-]+"));
    }

    private static StreamGraph graph(RunMode mode) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        FaultlineJob.protect(env);
        env.setParallelism(2);
        StreamSettings settings = StreamSettings.defaults(mode, Clock.systemUTC());
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", "localhost:9092");
        KafkaSettings kafka = KafkaSettings.defaults(client);
        FaultlineTopology.build(
                env,
                settings,
                ReferenceSnapshot.EMPTY,
                KafkaEnds.sources(kafka, settings, topic -> 2),
                KafkaEnds.sinks(kafka, settings.clock()));
        return env.getStreamGraph();
    }

    private static String describe(StreamGraph graph) {
        Map<String, String> lines = new TreeMap<>();
        for (StreamNode node : graph.getStreamNodes()) {
            String uid = node.getTransformationUID();
            String inputs = node.getInEdges().stream()
                    .map(edge -> describe(graph, edge))
                    .sorted()
                    .collect(Collectors.joining(""));
            lines.put(
                    uid + " " + node.getOperatorName(),
                    uid + " | " + node.getOperatorName() + " | parallelism " + node.getParallelism() + "\n" + inputs);
        }
        return String.join("", lines.values());
    }

    private static String describe(StreamGraph graph, StreamEdge edge) {
        String source = graph.getStreamNode(edge.getSourceId()).getTransformationUID();
        String tag = edge.getOutputTag() == null
                ? ""
                : " side output " + edge.getOutputTag().getId();
        return "    <- " + source + tag + " (" + edge.getPartitioner() + ")\n";
    }
}
