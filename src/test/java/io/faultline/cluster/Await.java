package io.faultline.cluster;

import io.faultline.app.OperationException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until something is so, with a deadline. */
final class Await {

    private static final long PAUSE_MILLIS = 100;

    private Await() {}

    /** Waits for a condition; an exception means not yet, since servers that start refuse connections. */
    static void until(String what, Duration patience, Callable<Boolean> condition) {
        found(what, patience, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits for a value.
     *
     * @throws CheckFailedException if none came before the deadline
     */
    static <T> T found(String what, Duration patience, Callable<Optional<T>> source) {
        long deadline = System.nanoTime() + patience.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                Optional<T> value = source.call();
                if (value.isPresent()) {
                    return value.get();
                }
            } catch (CheckFailedException | OperationException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        String reason = last == null ? "" : " (last: " + last + ")";
        throw new CheckFailedException("not seen within " + patience.toSeconds() + " s: " + what + reason, last);
    }
}
