package io.faultline.stream;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source without records whose watermark follows the injected clock. United with the live streams it moves event time
 * on when they are silent: a Friday close is reported although no tick comes till Monday.
 *
 * @param <T> element type of the stream it is united with
 */
public final class ClockSource<T> implements Source<T, NumberSequenceSplit, Integer> {

    private static final long serialVersionUID = 1L;

    /** Watermarks at the clock's time less the lateness allowed to the streams. */
    public static <T> WatermarkStrategy<T> watermarks(StreamSettings settings) {
        Clock clock = settings.clock();
        long lateness = settings.lateness().toMillis();
        return WatermarkStrategy.forGenerator(context -> new Follow<>(clock, lateness));
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<T, NumberSequenceSplit> createReader(SourceReaderContext context) {
        return new SilentReader<>();
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, Integer> createEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context) {
        return new NoSplits();
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, Integer> restoreEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context, Integer checkpoint) {
        return new NoSplits();
    }

    @Override
    public SimpleVersionedSerializer<NumberSequenceSplit> getSplitSerializer() {
        return new NumberSequenceSource(0, 0).getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new NothingSerializer();
    }

    private static final class Follow<T> implements WatermarkGenerator<T> {
        private final Clock clock;
        private final long lateness;

        Follow(Clock clock, long lateness) {
            this.clock = clock;
            this.lateness = lateness;
        }

        @Override
        public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(new Watermark(clock.millis() - lateness - 1));
        }
    }

    private static final class SilentReader<T> implements SourceReader<T, NumberSequenceSplit> {
        private final CompletableFuture<Void> never = new CompletableFuture<>();

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public List<NumberSequenceSplit> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return never;
        }

        @Override
        public void addSplits(List<NumberSequenceSplit> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private static final class NoSplits implements SplitEnumerator<NumberSequenceSplit, Integer> {
        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtaskId, String requesterHostname) {}

        @Override
        public void addSplitsBack(List<NumberSequenceSplit> splits, int subtaskId) {}

        @Override
        public void addReader(int subtaskId) {}

        @Override
        public Integer snapshotState(long checkpointId) {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static final class NothingSerializer implements SimpleVersionedSerializer<Integer> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Integer nothing) {
            return new byte[0];
        }

        @Override
        public Integer deserialize(int version, byte[] serialized) {
            return 0;
        }
    }
}
