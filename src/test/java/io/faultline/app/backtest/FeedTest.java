package io.faultline.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.dataset.DataSet;
import io.faultline.market.TickAction;
import io.faultline.news.HeadlineAction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final DataSet DATA = DataSet.open(Path.of("src/test/resources/datasets/backtest-small"));
    private static final long END = Instant.parse("2024-06-20T00:00:00Z").toEpochMilli();

    @Test
    void listingsComeFirstThenOneHeartbeatAndThenItWaits() {
        try (Feed feed = feed(END)) {
            for (int i = 0; i < DATA.listings().size(); i++) {
                assertThat(feed.waits()).isFalse();
                assertThat(feed.next().listing()).isNotNull();
            }
            assertThat(isBeat(feed.next())).isTrue();
            assertThat(feed.waits()).isTrue();
            assertThat(feed.available()).isNotDone();

            feed.timeHasMoved();

            assertThat(feed.waits()).isFalse();
            assertThat(feed.available()).isDone();
        }
    }

    @Test
    void recordsComeInOrderOfTimeWithHeartbeatsNeverAheadOfThem() {
        Tally tally = new Tally(DATA);
        long time = Long.MIN_VALUE;
        for (FeedRecord each : all(new Feed(DATA, tally, END))) {
            assertThat(timeOf(each)).isGreaterThanOrEqualTo(time);
            time = timeOf(each);
        }
        assertThat(time).isEqualTo(END);
        assertThat(tally.ticks()).as("closes only").isEqualTo(100);
        assertThat(tally.headlines()).isEqualTo(10);
        assertThat(tally.sessions()).hasSize(10);
        assertThat(tally.unlisted()).containsExactly(java.util.Map.entry("QZZ", 10));
    }

    @Test
    void whatComesAfterTheEndIsLeftOut() {
        long end = Instant.parse("2024-06-04T23:00:00Z").toEpochMilli();
        Tally tally = new Tally(DATA);

        List<FeedRecord> all = all(new Feed(DATA, tally, end));

        assertThat(tally.ticks()).isEqualTo(20);
        assertThat(timeOf(all.get(all.size() - 1))).isEqualTo(end);
        assertThat(isBeat(all.get(all.size() - 1))).isTrue();
    }

    private static Feed feed(long until) {
        return new Feed(DATA, new Tally(DATA), until);
    }

    /** All but the listings. */
    private static List<FeedRecord> all(Feed feed) {
        List<FeedRecord> all = new ArrayList<>();
        try (feed) {
            for (FeedRecord each = feed.next(); each != null; each = feed.next()) {
                if (each.listing() == null) {
                    all.add(each);
                }
            }
        }
        return all;
    }

    private static boolean isBeat(FeedRecord each) {
        return each.tick() != null
                && each.tick().tick().action() == TickAction.HEARTBEAT
                && each.headline().headline().action() == HeadlineAction.HEARTBEAT;
    }

    private static long timeOf(FeedRecord each) {
        return each.tick() != null ? each.tick().knownAt() : each.headline().knownAt();
    }
}
