package io.faultline.app.backtest;

import io.faultline.stream.EventTime;
import io.faultline.stream.InboundCalendar;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundRule;
import io.faultline.stream.InboundTick;
import io.faultline.stream.ShockSources;
import io.faultline.stream.StreamInput;
import io.faultline.stream.StreamSettings;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The job's sources over one {@link FeedSource}; rules and calendars are known from the start. */
final class FeedInputs {

    private final InProcess<Feed> feed;
    private SingleOutputStreamOperator<FeedRecord> shared;

    private FeedInputs(InProcess<Feed> feed) {
        this.feed = feed;
    }

    /** @param listings how many the feed brings, at least one */
    static ShockSources of(InProcess<Feed> feed, int listings, StreamSettings settings) {
        FeedInputs inputs = new FeedInputs(feed);
        return new ShockSources(
                inputs.part(InboundTick.class, FeedRecord::tick, EventTime.ticks(settings)),
                inputs.part(InboundHeadline.class, FeedRecord::headline, EventTime.headlines(settings)),
                inputs.part(
                        InboundListing.class,
                        FeedRecord::listing,
                        WatermarkStrategy.forGenerator(context -> new EndAfter<>(listings))),
                nothing(InboundRule.class),
                nothing(InboundCalendar.class));
    }

    private <T> StreamInput<T> part(Class<T> type, PartOf<T> part, WatermarkStrategy<T> watermarks) {
        return env -> shared(env)
                .flatMap((FeedRecord each, Collector<T> out) -> {
                    T found = part.apply(each);
                    if (found != null) {
                        out.collect(found);
                    }
                })
                .returns(type)
                .uid("feed-" + type.getSimpleName())
                .setParallelism(1)
                .assignTimestampsAndWatermarks(watermarks)
                .setParallelism(1);
    }

    private SingleOutputStreamOperator<FeedRecord> shared(StreamExecutionEnvironment env) {
        if (shared == null) {
            shared = env.fromSource(
                            new FeedSource(feed),
                            WatermarkStrategy.noWatermarks(),
                            "Data set",
                            TypeInformation.of(FeedRecord.class))
                    .uid("feed")
                    .setParallelism(1);
        }
        return shared;
    }

    private static <T> StreamInput<T> nothing(Class<T> type) {
        return env -> env.fromSequence(1, 1)
                .uid("no-" + type.getSimpleName() + "-source")
                .setParallelism(1)
                .flatMap((Long number, Collector<T> out) -> {})
                .returns(type)
                .setParallelism(1);
    }

    /** A serializable function. */
    @FunctionalInterface
    private interface PartOf<T> extends Function<FeedRecord, T>, java.io.Serializable {}

    /** The end of time after the last of so many records, and nothing before it. */
    private static final class EndAfter<T> implements WatermarkGenerator<T> {
        private int left;

        EndAfter(int records) {
            this.left = records;
        }

        @Override
        public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
            left--;
            if (left == 0) {
                output.emitWatermark(Watermark.MAX_WATERMARK);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
