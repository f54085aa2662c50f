package io.faultline.testkit;

import io.faultline.stream.EventTime;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;
import io.faultline.stream.StreamInput;
import io.faultline.stream.StreamSettings;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Listings and ticks as two ends over one bounded source that holds the listings first: from memory, days of ticks would
 * be through before a source of its own for the listings has started.
 */
public final class MarketFeed {

    private final Function<StreamExecutionEnvironment, SingleOutputStreamOperator<MarketRecord>> source;
    private SingleOutputStreamOperator<MarketRecord> shared;

    public MarketFeed(Function<StreamExecutionEnvironment, SingleOutputStreamOperator<MarketRecord>> source) {
        this.source = source;
    }

    public StreamInput<InboundListing> listings() {
        return env -> shared(env)
                .flatMap((MarketRecord each, Collector<InboundListing> out) -> {
                    if (each.listing() != null) {
                        out.collect(each.listing());
                    }
                })
                .returns(InboundListing.class)
                .uid("memory-listings")
                .setParallelism(1)
                .assignTimestampsAndWatermarks(EventTime.<InboundListing>reference())
                .setParallelism(1);
    }

    public StreamInput<InboundTick> ticks(StreamSettings settings) {
        return env -> shared(env)
                .flatMap((MarketRecord each, Collector<InboundTick> out) -> {
                    if (each.tick() != null) {
                        out.collect(each.tick());
                    }
                })
                .returns(InboundTick.class)
                .uid("memory-ticks")
                .setParallelism(1)
                .assignTimestampsAndWatermarks(EventTime.ticks(settings))
                .setParallelism(1);
    }

    private SingleOutputStreamOperator<MarketRecord> shared(StreamExecutionEnvironment env) {
        if (shared == null) {
            shared = source.apply(env).uid("memory-market").setParallelism(1);
        }
        return shared;
    }
}
