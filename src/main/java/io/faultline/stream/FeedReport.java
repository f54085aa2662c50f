package io.faultline.stream;

import io.faultline.market.FeedState;
import io.faultline.shock.RunMode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the states of the feeds end: a gauge per feed (1 = stale), the number of stale ones, and a line in the log at
 * each change. The silences of a replayed market are no alarm, so that there they are only information. One task.
 */
public final class FeedReport implements Sink<FeedState> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FeedReport.class);

    private final RunMode mode;

    public FeedReport(RunMode mode) {
        this.mode = mode;
    }

    @Override
    public SinkWriter<FeedState> createWriter(WriterInitContext context) {
        return new Reporter(context.metricGroup(), mode);
    }

    /** Gauges are read by other threads. */
    static final class Reporter implements SinkWriter<FeedState> {
        private final MetricGroup metrics;
        private final RunMode mode;
        private final Map<String, FeedState> feeds = new ConcurrentHashMap<>();

        Reporter(MetricGroup metrics, RunMode mode) {
            this.metrics = metrics;
            this.mode = mode;
            MetricNames.STALE_FEEDS.gauge(metrics, this::staleCount);
            MetricNames.LIVE.gauge(metrics, () -> mode == RunMode.LIVE ? 1 : 0);
        }

        @Override
        public void write(FeedState feed, Context context) {
            FeedState before = feeds.put(feed.feed(), feed);
            if (before == null) {
                MetricNames.STALE.gauge(metrics, () -> staleFlag(feed.feed()), feed.feed());
            }
            if (feed.stale() && (before == null || !before.stale())) {
                silent(feed);
            } else if (before != null && before.stale() && !feed.stale()) {
                String reason =
                        feed.lastAt() > before.lastAt() ? "is back" : "may be silent again: its exchange is closed";
                LOG.info("feed {} {}", feed.feed(), reason);
            }
        }

        private void silent(FeedState feed) {
            String open = feed.mic() == null ? "" : " while " + feed.mic() + " is open";
            String line = "feed " + feed.feed() + " is silent since " + Instant.ofEpochMilli(feed.lastAt()) + open;
            if (mode == RunMode.LIVE) {
                LOG.warn(line);
            } else {
                LOG.info(line);
            }
        }

        private int staleFlag(String feed) {
            return feeds.get(feed).stale() ? 1 : 0;
        }

        private int staleCount() {
            return (int) feeds.values().stream().filter(FeedState::stale).count();
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
