package io.faultline.app.backtest;

import io.faultline.io.dataset.DailyPrints;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.TickStream;
import io.faultline.io.replay.Heartbeats;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.news.Headline;
import io.faultline.stream.InboundHeadline;
import io.faultline.stream.InboundListing;
import io.faultline.stream.InboundTick;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/**
 * All records of a back-test in one order: listings, then ticks and headlines by knowledge time with heartbeats among
 * them, then heartbeats until {@code until}. One source keeps the two feeds together, so that no stage piles up what the
 * other feed has not reached.
 *
 * <p>Heartbeats are the only records that move event time here, so that each run moves it in the same steps. After the
 * listings the feed waits for {@link #timeHasMoved()}: a watermark seen at the far end proves that they have arrived.
 */
final class Feed implements AutoCloseable {

    /** Event time follows the data at this distance. */
    private static final long BEAT_MILLIS = Duration.ofMinutes(15).toMillis();
    /** The first heartbeat comes so long before the first record. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private final Iterator<Listing> listings;
    private final TickStream ticks;
    private final Iterator<Headline> headlines;
    private final Tally tally;
    private final long until;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private volatile RuntimeException failure;
    private Tick nextTick;
    private Headline nextHeadline;
    private long beatAt;
    private boolean begun;

    /**
     * @param data where all comes from; its daily bars stand for their closes
     * @param tally counts what is handed out
     * @param until last heartbeat, epoch milliseconds; records after it are left out
     */
    Feed(DataSet data, Tally tally, long until) {
        this.listings = data.listings().iterator();
        this.ticks = data.ticks(DailyPrints.CLOSE);
        this.headlines = data.headlines().iterator();
        this.tally = tally;
        this.beatAt = data.start().minus(BEFORE).toEpochMilli();
        this.until = until;
        this.nextTick = ticks.hasNext() ? ticks.next() : null;
        this.nextHeadline = this.headlines.hasNext() ? this.headlines.next() : null;
    }

    /** The next record; null at the end. */
    FeedRecord next() {
        try {
            return listings.hasNext()
                    ? new FeedRecord(new InboundListing(listings.next(), 0, null), null, null)
                    : nextInTime();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Whether there is nothing to take until {@link #available()} is complete. */
    boolean waits() {
        return begun && !released.isDone();
    }

    CompletableFuture<Void> available() {
        return waits() ? released : CompletableFuture.completedFuture(null);
    }

    /** Event time has reached the far end of the job. */
    void timeHasMoved() {
        released.complete(null);
    }

    /** Why the data could not be read on; null if they could. */
    RuntimeException failure() {
        return failure;
    }

    /** What was handed out so far; complete at the end of the job. */
    Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        ticks.close();
    }

    private FeedRecord nextInTime() {
        if (!begun) {
            begun = true;
            return beat(beatAt);
        }
        long tickAt = nextTick == null ? Long.MAX_VALUE : nextTick.ts();
        long headlineAt = nextHeadline == null
                ? Long.MAX_VALUE
                : nextHeadline.earliestKnownAt().toEpochMilli();
        long at = Math.min(tickAt, headlineAt);
        if (at > until) {
            return beatAt < until ? beat(Math.min(until, beatAt + BEAT_MILLIS)) : null;
        }
        if (at - beatAt >= BEAT_MILLIS) {
            return beat(at - 1);
        }
        return tickAt <= headlineAt ? tick() : headline();
    }

    private FeedRecord tick() {
        Tick tick = nextTick;
        nextTick = ticks.hasNext() ? ticks.next() : null;
        tally.count(tick);
        return new FeedRecord(null, new InboundTick(tick, tick.ts(), null), null);
    }

    private FeedRecord headline() {
        Headline headline = nextHeadline;
        nextHeadline = headlines.hasNext() ? headlines.next() : null;
        tally.countHeadline();
        long knownAt = headline.earliestKnownAt().toEpochMilli();
        return new FeedRecord(null, null, new InboundHeadline(headline, knownAt, null));
    }

    private FeedRecord beat(long at) {
        beatAt = at;
        return new FeedRecord(
                null,
                new InboundTick(Heartbeats.tick(at), at, null),
                new InboundHeadline(Heartbeats.headline(at), at, null));
    }
}
