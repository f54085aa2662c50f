package io.faultline.app.demo;

import io.faultline.FaultlineConfig;
import io.faultline.app.FailureReason;
import io.faultline.app.OperationException;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.replay.Pause;
import io.faultline.io.replay.ReplayProducer;
import io.faultline.io.replay.ReplayProgress;
import io.faultline.io.replay.ReplaySettings;
import io.faultline.io.replay.Replayer;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

/** A replay in a thread of its own. */
public final class BackgroundReplay implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 2000;

    private final Producer<byte[], byte[]> producer;
    private final Replayer replayer;
    private final Thread thread;
    private volatile Throwable failure;

    private BackgroundReplay(Producer<byte[], byte[]> producer, Replayer replayer) {
        this.producer = producer;
        this.replayer = replayer;
        this.thread = new Thread(replayer, "replay");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, thrown) -> failure = thrown);
    }

    /**
     * Connects and starts.
     *
     * @param clock what speed is measured by
     */
    public static BackgroundReplay start(DataSet data, FaultlineConfig config, double speed, Clock clock) {
        Producer<byte[], byte[]> producer = ReplayProducer.connect(config.kafkaClient());
        Replayer replayer =
                new Replayer(data, new ReplaySettings(config.topics(), speed), producer, clock, Pause.SLEEP);
        BackgroundReplay replay = new BackgroundReplay(producer, replayer);
        replay.thread.start();
        return replay;
    }

    /** How far it is. */
    public ReplayProgress progress() {
        return replayer.progress();
    }

    /**
     * Fails if the replay has.
     *
     * @throws OperationException with the reason
     */
    public void check() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new OperationException("the replay failed: " + FailureReason.of(thrown), thrown);
        }
    }

    @Override
    public void close() {
        replayer.close();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofMillis(PATIENCE_MILLIS));
    }
}
