package io.faultline.testkit;

import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.TickStream;
import io.faultline.market.Tick;
import io.faultline.stream.EventTime;
import io.faultline.stream.InboundTick;
import io.faultline.stream.StreamInput;
import io.faultline.stream.StreamSettings;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Ticks of a shipped data set as a bounded source end, streamed, with an hour of heartbeats after the last one. */
public record DataSetTicks(String dataSet, StreamSettings settings) implements StreamInput<InboundTick> {

    private static final int HEARTBEATS = 60;

    @Override
    public SingleOutputStreamOperator<InboundTick> attach(StreamExecutionEnvironment env) {
        DataGeneratorSource<InboundTick> source = new DataGeneratorSource<>(
                new Replay(dataSet), count() + HEARTBEATS, TypeInformation.of(InboundTick.class));
        return env.fromSource(source, EventTime.ticks(settings), dataSet).setParallelism(1);
    }

    private long count() {
        long ticks = 0;
        try (TickStream stream = DataSet.shipped(dataSet).ticks()) {
            while (stream.hasNext()) {
                stream.next();
                ticks++;
            }
        }
        return ticks;
    }

    private static final class Replay implements GeneratorFunction<Long, InboundTick> {
        private static final long serialVersionUID = 1L;
        private final String dataSet;
        private transient TickStream stream;
        private transient Instant last;

        Replay(String dataSet) {
            this.dataSet = dataSet;
        }

        @Override
        public void open(SourceReaderContext context) {
            stream = DataSet.shipped(dataSet).ticks();
        }

        @Override
        public InboundTick map(Long index) {
            Tick tick = stream.hasNext() ? stream.next() : SmallMarket.heartbeat(last.plus(Duration.ofMinutes(1)));
            last = Instant.ofEpochMilli(tick.ts());
            return new InboundTick(tick, tick.ts(), null);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
