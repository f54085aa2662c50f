package io.faultline.io.replay;

import io.faultline.io.dataset.DataSet;
import io.faultline.io.dataset.TickStream;
import io.faultline.market.Tick;
import io.faultline.market.TradingCalendars;
import io.faultline.news.Headline;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Publishes a data set to Kafka: rules and listings first, acknowledged, then headlines and ticks by knowledge time,
 * with heartbeats to every partition of both topics as simulated time passes. After the end of the data heartbeats go
 * on until {@link #close()}, since only they tell the job that time moves.
 *
 * <p>{@link #run()} belongs to one thread; {@link #progress()} and {@link #close()} may be called from any.
 */
public final class Replayer implements Runnable, AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final DataSet data;
    private final ReplaySettings settings;
    private final Outbox outbox;
    private final ReplayRecords records;
    private final ReplayClock time;
    private final long end;

    private volatile ReplayProgress progress;
    private volatile boolean stopping;

    private long simulated;
    private long ticksSent;
    private long headlinesSent;
    private long heartbeatsSent;
    private boolean finished;
    private Tick nextTick;
    private Headline nextHeadline;

    /**
     * @param producer stays open; the caller closes it when {@link #run()} has returned
     * @param wall what speed is measured against
     * @param pause how to wait
     */
    public Replayer(DataSet data, ReplaySettings settings, Producer<byte[], byte[]> producer, Clock wall, Pause pause) {
        this.data = data;
        this.settings = settings;
        this.outbox = new Outbox(producer);
        this.records = new ReplayRecords(settings.topics());
        this.simulated = data.start().toEpochMilli();
        this.end = data.end().toEpochMilli();
        this.time = new ReplayClock(
                simulated, settings.speed(), TradingCalendars.shipped().of(data.mic()), wall, pause);
        report();
    }

    /** How far the replay is, as of the last heartbeat. */
    public ReplayProgress progress() {
        return progress;
    }

    /**
     * Replays until closed or interrupted; an interrupt is kept set.
     *
     * @throws ReplayFailedException if Kafka does not take a record
     * @throws io.faultline.io.dataset.DataSetException if a price file turns out to be broken
     */
    @Override
    public void run() {
        try {
            publishReferenceData();
            try (TickStream ticks = data.ticks()) {
                replay(ticks);
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            throw new ReplayFailedException(e);
        } finally {
            report();
        }
    }

    /** Makes {@link #run()} return within a fraction of a second. */
    @Override
    public void close() {
        stopping = true;
    }

    private void publishReferenceData() {
        data.rules().forEach(rule -> outbox.send(records.rule(rule, simulated)));
        data.listings().forEach(listing -> outbox.send(records.listing(listing, simulated)));
        outbox.flush();
    }

    private void replay(TickStream ticks) throws InterruptedException {
        Iterator<Headline> headlines = data.headlines().iterator();
        nextTick = ticks.hasNext() ? ticks.next() : null;
        nextHeadline = headlines.hasNext() ? headlines.next() : null;
        long heartbeatAt = simulated;
        while (proceeding()) {
            long tickAt = nextTick == null ? NEVER : nextTick.ts();
            long headlineAt = nextHeadline == null
                    ? NEVER
                    : nextHeadline.earliestKnownAt().toEpochMilli();
            long nextAt = Math.min(heartbeatAt, Math.min(tickAt, headlineAt));
            if (!reached(nextAt)) {
                return;
            }
            if (nextAt == heartbeatAt) {
                heartbeatAt = beat(heartbeatAt, tickAt == NEVER && headlineAt == NEVER);
            } else if (nextAt == headlineAt) {
                outbox.send(records.headline(nextHeadline));
                headlinesSent++;
                nextHeadline = headlines.hasNext() ? headlines.next() : null;
            } else {
                outbox.send(records.tick(nextTick));
                ticksSent++;
                nextTick = ticks.hasNext() ? ticks.next() : null;
            }
        }
    }

    /** Sends heartbeats and says when the next are due. */
    private long beat(long at, boolean allSent) throws InterruptedException {
        int tickPartitions = outbox.tickPartitions(settings.topics());
        for (int partition = 0; partition < tickPartitions; partition++) {
            outbox.send(records.tickHeartbeat(partition, at));
        }
        int headlinePartitions = outbox.headlinePartitions(settings.topics());
        for (int partition = 0; partition < headlinePartitions; partition++) {
            outbox.send(records.headlineHeartbeat(partition, at));
        }
        heartbeatsSent += tickPartitions + headlinePartitions;
        time.lookAtVenue();
        if (allSent && at >= end && !finished) {
            outbox.flush();
            finished = true;
        }
        report();
        if (finished) {
            time.rest();
        }
        return Heartbeats.after(at, time.openAt(at));
    }

    /** Waits until simulated time may move to an instant; false if the replay is to stop. Records before now go at once. */
    private boolean reached(long at) throws InterruptedException {
        if (at > simulated) {
            time.moveTo(at);
            simulated = at;
        }
        while (time.waited()) {
            if (!proceeding()) {
                return false;
            }
        }
        return true;
    }

    private boolean proceeding() {
        return !stopping && !Thread.currentThread().isInterrupted();
    }

    private void report() {
        progress =
                new ReplayProgress(Instant.ofEpochMilli(simulated), ticksSent, headlinesSent, heartbeatsSent, finished);
    }
}
