package io.faultline.io.replay;

import java.util.concurrent.TimeUnit;

/** Waits. A test puts its own in place of sleeping. */
@FunctionalInterface
public interface Pause {

    /** Waits by sleeping. */
    Pause SLEEP = TimeUnit.MILLISECONDS::sleep;

    /**
     * Waits about this long.
     *
     * @param millis wall milliseconds, above 0
     */
    void forMillis(long millis) throws InterruptedException;
}
