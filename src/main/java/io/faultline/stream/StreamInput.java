package io.faultline.stream;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** An end of the graph that records come from: Kafka, files, or memory in tests. */
@FunctionalInterface
public interface StreamInput<T> {

    /** Adds the source, timestamps and watermarks assigned; the topology gives it uid and name. */
    SingleOutputStreamOperator<T> attach(StreamExecutionEnvironment env);
}
