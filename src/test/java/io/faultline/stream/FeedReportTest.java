package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedState;
import io.faultline.shock.RunMode;
import org.junit.jupiter.api.Test;

/** The metrics of the feeds. */
class FeedReportTest {

    private final RecordedMetrics metrics = new RecordedMetrics();
    private final FeedReport.Reporter report = new FeedReport.Reporter(metrics.group(), RunMode.LIVE);

    @Test
    void staleFeedsAreCountedAndNamed() {
        assertThat(metrics.value("staleFeeds")).isZero();
        assertThat(metrics.value("live")).isEqualTo(1);

        tell("ticks.XNAS", false);
        tell("ticks.XAMS", true);
        tell("headlines", true);
        assertThat(metrics.value("staleFeeds")).isEqualTo(2);
        assertThat(metrics.value("feed.ticks.XNAS.stale")).isZero();
        assertThat(metrics.value("feed.ticks.XAMS.stale")).isEqualTo(1);
        assertThat(metrics.value("feed.headlines.stale")).isEqualTo(1);

        tell("ticks.XAMS", false);
        assertThat(metrics.value("staleFeeds")).isEqualTo(1);
        assertThat(metrics.value("feed.ticks.XAMS.stale")).isZero();
    }

    private void tell(String feed, boolean stale) {
        report.write(new FeedState(feed, null, 0, 0, stale), null);
    }
}
