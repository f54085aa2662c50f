package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;

/** The source that says nothing: its watermark is tested with the other strategies. */
class ClockSourceTest {

    private final ClockSource<SymbolInput> source = new ClockSource<>();

    @Test
    void neverEndsAndNeverHasARecord() throws Exception {
        assertThat(source.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
        try (SourceReader<SymbolInput, NumberSequenceSplit> reader = source.createReader(null)) {
            reader.start();

            assertThat(reader.pollNext(null)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
            // A future that is done would make the task poll without pause.
            assertThat(reader.isAvailable()).isNotDone();
            assertThat(reader.snapshotState(1)).isEmpty();
        }
    }

    @Test
    void startsAgainFromACheckpoint() throws Exception {
        SimpleVersionedSerializer<Integer> serializer = source.getEnumeratorCheckpointSerializer();
        try (SplitEnumerator<NumberSequenceSplit, Integer> before = source.createEnumerator(null)) {
            before.start();
            byte[] checkpoint =
                    SimpleVersionedSerialization.writeVersionAndSerialize(serializer, before.snapshotState(1));
            Integer restored = SimpleVersionedSerialization.readVersionAndDeSerialize(serializer, checkpoint);

            try (SplitEnumerator<NumberSequenceSplit, Integer> after = source.restoreEnumerator(null, restored)) {
                assertThat(after.snapshotState(2)).isEqualTo(restored);
            }
        }
    }
}
