package io.faultline.io.replay;

import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import java.time.Instant;
import java.util.List;

/** Heartbeats, and when they are due: on round instants, each 10 s in regular hours and each 60 s otherwise. */
public final class Heartbeats {

    static final long OPEN_MILLIS = 10_000;
    static final long CLOSED_MILLIS = 60_000;

    private Heartbeats() {}

    /** The first heartbeat after an instant, epoch milliseconds. */
    static long after(long epochMilli, boolean open) {
        long step = open ? OPEN_MILLIS : CLOSED_MILLIS;
        return (Math.floorDiv(epochMilli, step) + 1) * step;
    }

    /** One for the tick feed: {@code at} epoch milliseconds. */
    public static Tick tick(long at) {
        return new Tick("", "", at, 0, 0, null, null, null, null, TickAction.HEARTBEAT, null);
    }

    /** One for the headline feed: {@code at} epoch milliseconds. */
    public static Headline headline(long at) {
        return new Headline(
                "",
                Instant.ofEpochMilli(at),
                DatePrecision.TIME,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                HeadlineAction.HEARTBEAT);
    }
}
