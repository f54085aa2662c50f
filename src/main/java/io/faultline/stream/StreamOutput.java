package io.faultline.stream;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/** An end of the graph that records go to: Kafka, files, or memory in tests. */
@FunctionalInterface
public interface StreamOutput<T> {

    /** Adds the sink; the topology gives it uid and name. */
    DataStreamSink<T> attach(DataStream<T> stream);
}
