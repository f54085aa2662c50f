package io.faultline.stream;

import io.faultline.market.Listing;
import io.faultline.market.Print;
import io.faultline.market.Refusal;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.news.TitleText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts ticks that may not move a price and samples them: at most {@value #SAMPLES_PER_MINUTE} of a minute of event
 * time become dead letters. Symbols without a listing are a whole tape's worth; they are counted, and named in the log.
 */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long MINUTE_MILLIS = 60_000;
    static final int SAMPLES_PER_MINUTE = 10;

    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);
    private long minute = Long.MIN_VALUE;
    private int samples;
    private int names;

    RefusalLog(RuntimeContext context) {
        for (Refusal refusal : Refusal.values()) {
            refusals.put(refusal, MetricNames.REFUSALS.counter(context.getMetricGroup(), refusal.name()));
        }
    }

    /** Counts a refusal; returns a dead letter for the few that are sampled, else null. */
    DeadLetter count(Tick tick, Refusal refusal) {
        if (refusal == null) {
            return null;
        }
        if (refusal == Refusal.UNLISTED) {
            unlisted(tick);
            return null;
        }
        refusals.get(refusal).inc();
        return sampled(tick.ts()) ? letter(tick, "ineligible", refusal.name(), describe(tick)) : null;
    }

    /** Counts a print that no second one spoke for; returns a dead letter for the few that are sampled, else null. */
    DeadLetter dropped(String listingKey, Print print) {
        if (print == null) {
            return null;
        }
        refusals.get(Refusal.UNCORROBORATED).inc();
        if (!sampled(print.ts())) {
            return null;
        }
        String reason = TickAction.NEW + " " + listingKey + " " + print.price() + " at "
                + Instant.ofEpochMilli(print.ts()) + " id " + TitleText.clean(print.tradeId()) + " stands alone";
        byte[] key = listingKey.getBytes(StandardCharsets.UTF_8);
        return new DeadLetter(
                "ticks", -1, -1, print.ts(), key, null, "ineligible", Refusal.UNCORROBORATED.name(), reason);
    }

    private boolean sampled(long ts) {
        rollOver(ts);
        if (samples >= SAMPLES_PER_MINUTE) {
            return false;
        }
        samples++;
        return true;
    }

    /** Counts a listing that is of no use: older than the one in force, or without a usable reference close. */
    DeadLetter count(Listing listing, Refusal refusal) {
        if (refusal == null) {
            return null;
        }
        refusals.get(refusal).inc();
        byte[] key = listing.listingKey().getBytes(StandardCharsets.UTF_8);
        String reason = "listing " + listing.listingKey() + " as of " + listing.asOf() + " with the reference close of "
                + listing.referenceDate();
        return new DeadLetter("listings", -1, -1, -1, key, null, "listing", refusal.name(), reason);
    }

    /** Counts a tick that no listing names. */
    void unlisted(Tick tick) {
        Counter unlisted = refusals.get(Refusal.UNLISTED);
        unlisted.inc();
        rollOver(tick.ts());
        if (names < SAMPLES_PER_MINUTE) {
            names++;
            LOG.info("no listing for {} yet; {} such ticks so far", tick.listingKey(), unlisted.getCount());
        }
    }

    private void rollOver(long ts) {
        long now = Math.floorDiv(ts, MINUTE_MILLIS);
        if (now > minute) {
            minute = now;
            samples = 0;
            names = 0;
        }
    }

    static DeadLetter late(Tick tick, long watermark) {
        String behind = Instant.ofEpochMilli(tick.ts()) + " is " + (watermark - tick.ts()) + " ms behind the watermark";
        return letter(tick, "late", "LATE", behind + ": " + describe(tick));
    }

    static DeadLetter unknownVenue(Listing listing) {
        byte[] key = listing.listingKey().getBytes(StandardCharsets.UTF_8);
        String reason = "no calendar for venue " + listing.mic() + " of listing " + listing.listingKey();
        return new DeadLetter("listings", -1, -1, -1, key, null, "listing", "UNKNOWN_VENUE", reason);
    }

    private static DeadLetter letter(Tick tick, String stage, String errorClass, String reason) {
        byte[] key = tick.listingKey().getBytes(StandardCharsets.UTF_8);
        return new DeadLetter("ticks", -1, -1, tick.ts(), key, null, stage, errorClass, reason);
    }

    private static String describe(Tick tick) {
        return tick.action() + " " + tick.listingKey() + " " + tick.price() + " x " + tick.size() + " at "
                + Instant.ofEpochMilli(tick.ts()) + " conditions '" + TitleText.clean(tick.conditions()) + "' id "
                + TitleText.clean(tick.tradeId());
    }
}
