package io.faultline.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be held, so that a replay measured by it waits for a job that is behind. */
public class HeldClock extends Clock {

    private final Clock wall;
    private long heldMillis;
    private long heldSince;
    private boolean held;

    /** @param wall what it follows while it is not held */
    public HeldClock(Clock wall) {
        this.wall = wall;
    }

    /** Stops the clock, or lets it go on from where it stopped. */
    public final synchronized void hold(boolean stop) {
        if (stop == held) {
            return;
        }
        long now = wall.millis();
        if (stop) {
            heldSince = now;
        } else {
            heldMillis += now - heldSince;
        }
        held = stop;
    }

    @Override
    public synchronized long millis() {
        return (held ? heldSince : wall.millis()) - heldMillis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a replay needs no zone");
    }
}
