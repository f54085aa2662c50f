package io.faultline.testkit;

import io.faultline.stream.StreamInput;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A bounded source end in memory, one split, records in the order given.
 *
 * @param <T> record type
 */
public record MemoryInput<T>(Class<T> type, List<T> records, WatermarkStrategy<T> watermarks)
        implements StreamInput<T> {

    @Override
    public SingleOutputStreamOperator<T> attach(StreamExecutionEnvironment env) {
        return env.fromData(records, TypeInformation.of(type))
                .uid(type.getSimpleName() + "-memory")
                .setParallelism(1)
                .assignTimestampsAndWatermarks(watermarks)
                .setParallelism(1);
    }
}
