package io.faultline.testkit;

import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.TickStream;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Listings and ticks of a shipped data set, streamed, with an hour of heartbeats after the last tick. */
public final class DataSetMarket {

    private static final int HEARTBEATS = 60;

    private DataSetMarket() {}

    public static MarketFeed of(String dataSet) {
        DataGeneratorSource<MarketRecord> source =
                new DataGeneratorSource<>(new Replay(dataSet), count(dataSet), TypeInformation.of(MarketRecord.class));
        return new MarketFeed(env -> env.fromSource(source, WatermarkStrategy.noWatermarks(), dataSet));
    }

    private static long count(String name) {
        DataSet data = DataSet.shipped(name);
        long count = (long) data.listings().size() + HEARTBEATS;
        try (TickStream stream = data.ticks()) {
            while (stream.hasNext()) {
                stream.next();
                count++;
            }
        }
        return count;
    }

    private static final class Replay implements GeneratorFunction<Long, MarketRecord> {
        private static final long serialVersionUID = 1L;
        private final String dataSet;
        private transient Iterator<Listing> listings;
        private transient TickStream stream;
        private transient Instant last;

        Replay(String dataSet) {
            this.dataSet = dataSet;
        }

        @Override
        public void open(SourceReaderContext context) {
            DataSet data = DataSet.shipped(dataSet);
            listings = data.listings().iterator();
            stream = data.ticks();
        }

        @Override
        public MarketRecord map(Long index) {
            if (listings.hasNext()) {
                return new MarketRecord(new InboundListing(listings.next(), 0, null), null);
            }
            Tick tick = stream.hasNext() ? stream.next() : SmallMarket.heartbeat(last.plus(Duration.ofMinutes(1)));
            last = Instant.ofEpochMilli(tick.ts());
            return new MarketRecord(null, new InboundTick(tick, tick.ts(), null));
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
