package io.faultline.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the wish to stop, and the time to do so. The Java machine ends when its shutdown hooks have returned; ours
 * returns when the command has closed what it opened.
 */
public final class Stop {

    private static final long PATIENCE_SECONDS = 8;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** Not asked for until {@link #ask} is called. */
    public Stop() {}

    /** Listens for Ctrl-C and other polite signals from now on. */
    public static Stop onSignal() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::askAndWait, "stop"));
        return stop;
    }

    /** Asks for it. */
    public void ask() {
        asked.countDown();
    }

    /** Whether it was asked for. */
    public boolean asked() {
        return asked.getCount() == 0;
    }

    /** Waits for the wish; false if it has not come within {@code wait}. */
    public boolean waitFor(Duration wait) {
        try {
            return asked.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** All is closed. */
    public void done() {
        done.countDown();
    }

    private void askAndWait() {
        ask();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
