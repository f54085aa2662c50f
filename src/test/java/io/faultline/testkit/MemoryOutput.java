package io.faultline.testkit;

import io.faultline.stream.StreamOutput;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;

/**
 * A sink end in memory. Attach, execute the job, then {@link #drain}.
 *
 * @param <T> record type
 */
public final class MemoryOutput<T> implements StreamOutput<T> {

    private CloseableIterator<T> collected;

    @Override
    public DataStreamSink<T> attach(DataStream<T> stream) {
        collected = stream.collectAsync();
        return stream.sinkTo(new DiscardingSink<>());
    }

    /** All records, after the job's end; blocks until then. */
    public List<T> drain() {
        List<T> records = new ArrayList<>();
        collected.forEachRemaining(records::add);
        return records;
    }
}
