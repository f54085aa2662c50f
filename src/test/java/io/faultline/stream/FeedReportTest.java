package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedState;
import io.faultline.shock.RunMode;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

/** The metrics of the feeds. */
class FeedReportTest {

    private final Map<String, Gauge<?>> gauges = new HashMap<>();
    private final FeedReport.Reporter report = new FeedReport.Reporter(new Remembering(), RunMode.LIVE);

    @Test
    void staleFeedsAreCountedAndNamed() {
        assertThat(value("feeds.stale")).isEqualTo(0);

        tell("ticks.XNAS", false);
        tell("ticks.XAMS", true);
        tell("headlines", true);
        assertThat(value("feeds.stale")).isEqualTo(2);
        assertThat(value("feed.ticks.XNAS.stale")).isEqualTo(0);
        assertThat(value("feed.ticks.XAMS.stale")).isEqualTo(1);
        assertThat(value("feed.headlines.stale")).isEqualTo(1);

        tell("ticks.XAMS", false);
        assertThat(value("feeds.stale")).isEqualTo(1);
        assertThat(value("feed.ticks.XAMS.stale")).isEqualTo(0);
    }

    private void tell(String feed, boolean stale) {
        report.write(new FeedState(feed, null, 0, 0, stale), null);
    }

    private Object value(String gauge) {
        return gauges.get(gauge).getValue();
    }

    private final class Remembering extends UnregisteredMetricsGroup {
        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            assertThat(gauges.put(name, gauge))
                    .as("%s is registered once", name)
                    .isNull();
            return gauge;
        }
    }
}
