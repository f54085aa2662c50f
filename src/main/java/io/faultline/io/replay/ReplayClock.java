package io.faultline.io.replay;

import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import java.time.Clock;

/**
 * Lets simulated time pass at a stated speed of wall time, and faster while the venue is closed. A replay that has
 * fallen behind does not wait until it has caught up.
 */
final class ReplayClock {

    /** Hours without regular trading pass this many times faster. */
    static final double CLOSED_FACTOR = 20;

    /** Shorter waits are saved up: sleeping is no more exact than this. */
    private static final double SHORTEST_WAIT_MILLIS = 2;
    /** A longer wait is cut, so that a stop is noticed at once. */
    private static final double LONGEST_WAIT_MILLIS = 50;

    private final double speed;
    private final TradingCalendar calendar;
    private final Clock wall;
    private final Pause pause;
    private final long wallStart;
    private long simulated;
    private boolean open;
    private double due;

    /** @param speed simulated seconds per wall second in regular hours; 0 for no waiting */
    ReplayClock(long start, double speed, TradingCalendar calendar, Clock wall, Pause pause) {
        this.speed = speed;
        this.calendar = calendar;
        this.wall = wall;
        this.pause = pause;
        this.wallStart = wall.millis();
        this.simulated = start;
        this.open = openAt(start);
    }

    /** Whether the venue's regular hours are on. */
    boolean openAt(long epochMilli) {
        return calendar.phaseAt(epochMilli) == SessionPhase.REGULAR;
    }

    /**
     * Moves simulated time on. The speed is that of the instant it moves from, so it should move in steps no longer than
     * the regular hours are exact.
     */
    void moveTo(long epochMilli) {
        if (speed > 0) {
            due += (epochMilli - simulated) / (open ? speed : speed * CLOSED_FACTOR);
        }
        simulated = epochMilli;
    }

    /** Looks at the calendar again; done at heartbeats, since that is when hours begin and end. */
    void lookAtVenue() {
        open = openAt(simulated);
    }

    /** Waits a while if simulated time is ahead of the wall; false if it is not, or hardly. */
    boolean waited() throws InterruptedException {
        if (speed <= 0) {
            return false;
        }
        double ahead = due - (wall.millis() - wallStart);
        if (ahead < SHORTEST_WAIT_MILLIS) {
            return false;
        }
        pause.forMillis((long) Math.min(ahead, LONGEST_WAIT_MILLIS));
        return true;
    }

    /** Lets a little wall time pass whatever the speed. */
    void rest() throws InterruptedException {
        if (speed <= 0) {
            pause.forMillis((long) LONGEST_WAIT_MILLIS / 5);
        }
    }
}
