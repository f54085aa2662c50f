package io.faultline.testkit;

import io.faultline.stream.StreamOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private CompletableFuture<List<T>> records;

    @Override
    public DataStreamSink<T> attach(DataStream<T> stream) {
        collected = stream.collectAsync();
        return stream.sinkTo(new DiscardingSink<>());
    }

    /** Starts to take records in; an output nobody reads from holds the job back once its buffer is full. */
    public void start() {
        if (records == null && collected != null) {
            records = CompletableFuture.supplyAsync(this::all, task -> new Thread(task, "memory-output").start());
        }
    }

    /** All records, after the job's end; blocks until then. */
    public List<T> drain() {
        start();
        return records.join();
    }

    private List<T> all() {
        List<T> all = new ArrayList<>();
        collected.forEachRemaining(all::add);
        return all;
    }
}
