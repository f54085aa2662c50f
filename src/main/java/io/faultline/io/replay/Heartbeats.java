package io.faultline.io.replay;

/** When heartbeats are due: on round instants, each 10 s in regular hours and each 60 s otherwise. */
final class Heartbeats {

    static final long OPEN_MILLIS = 10_000;
    static final long CLOSED_MILLIS = 60_000;

    private Heartbeats() {}

    /** The first heartbeat after an instant, epoch milliseconds. */
    static long after(long epochMilli, boolean open) {
        long step = open ? OPEN_MILLIS : CLOSED_MILLIS;
        return (Math.floorDiv(epochMilli, step) + 1) * step;
    }
}
