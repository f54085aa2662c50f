package io.faultline.cluster;

import io.faultline.FaultlineConfig;
import io.faultline.app.demo.BackgroundReplay;
import io.faultline.app.demo.HeldClock;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.replay.ReplayProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A replay that goes no further than a gate in simulated time, so that what is done before it is done in mid-replay. */
final class GatedReplay implements AutoCloseable {

    private final GateClock clock;
    private final BackgroundReplay replay;

    /** @param speed simulated seconds per second in trading hours */
    GatedReplay(DataSet data, FaultlineConfig config, double speed) {
        this.clock = new GateClock(data.start());
        this.replay = BackgroundReplay.start(data, config, speed, clock);
        clock.watch(replay);
    }

    /** Lets the replay go on, to another instant. */
    void openTo(Instant gate) {
        clock.gate = gate;
    }

    /** Waits until all before an instant is sent. */
    void awaitSent(Instant instant, Duration patience) {
        Await.until("replay sent up to " + instant, patience, () -> {
            check();
            return !progress().simulated().isBefore(instant);
        });
    }

    /** Fails if the replay has. */
    void check() {
        replay.check();
    }

    ReplayProgress progress() {
        return replay.progress();
    }

    @Override
    public void close() {
        replay.close();
    }

    /**
     * Wall time as the replay sees it, asked by its thread: the moment of its start while it is at the gate, so that it
     * waits even when it has fallen behind its speed.
     */
    private static final class GateClock extends HeldClock {
        private final long start = super.millis();
        private volatile Instant gate;
        private volatile BackgroundReplay replay;

        GateClock(Instant gate) {
            super(Clock.systemUTC());
            this.gate = gate;
        }

        void watch(BackgroundReplay running) {
            replay = running;
        }

        @Override
        public synchronized long millis() {
            boolean open = replay != null && replay.progress().simulated().isBefore(gate);
            hold(!open);
            return open ? super.millis() : start;
        }
    }
}
