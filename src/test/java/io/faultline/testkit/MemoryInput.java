package io.faultline.testkit;

import io.faultline.stream.StreamInput;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * A bounded source end in memory, one split, records in the order given.
 *
 * @param <T> record type
 */
public record MemoryInput<T>(Class<T> type, List<T> records, WatermarkStrategy<T> watermarks)
        implements StreamInput<T> {

    @Override
    public SingleOutputStreamOperator<T> attach(StreamExecutionEnvironment env) {
        return elements(env)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(watermarks)
                .setParallelism(1);
    }

    /** Flink's collection source does not take an empty collection. */
    private SingleOutputStreamOperator<T> elements(StreamExecutionEnvironment env) {
        String uid = type.getSimpleName() + "-memory";
        if (!records.isEmpty()) {
            return env.fromData(records, TypeInformation.of(type)).uid(uid);
        }
        return env.fromSequence(1, 1)
                .uid(uid + "-empty")
                .flatMap((Long number, Collector<T> out) -> {})
                .returns(type)
                .uid(uid);
    }
}
