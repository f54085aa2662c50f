package io.faultline.app.backtest;

import io.faultline.FaultlineJob;
import io.faultline.FaultlineTopology;
import io.faultline.app.FailureReason;
import io.faultline.app.OperationException;
import io.faultline.app.Stop;
import io.faultline.shock.Alert;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Signal;
import io.faultline.stream.DeadLetter;
import io.faultline.stream.ReferenceSnapshot;
import io.faultline.stream.ShockSinks;
import io.faultline.stream.StreamSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's graph over a {@link Feed}, on a Flink cluster inside this process, to its end. */
final class BacktestRun {

    private static final int PARALLELISM = 2;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STOPPING = Duration.ofSeconds(4);
    /** Figures between two closes are not kept: sectors that are not in stress need no samples. */
    private static final Duration SAMPLE_EVERY = Duration.ofDays(1);

    private final BacktestInput input;
    private final Feed feed;
    private final Recording recording;
    private final AtomicLong simulated = new AtomicLong(Long.MIN_VALUE);

    BacktestRun(BacktestInput input, Feed feed, Recording recording) {
        this.input = input;
        this.feed = feed;
        this.recording = recording;
    }

    /**
     * Runs to the end.
     *
     * @param progress told the simulated time every now and then, epoch milliseconds
     * @throws OperationException if the job fails or {@code stop} is asked for
     */
    void toTheEnd(Stop stop, LongConsumer progress) {
        try (InProcess<Feed> source = new InProcess<>(feed);
                InProcess<ReceiverSink.Receiver<Alert>> alerts = new InProcess<>(new Alerts());
                InProcess<ReceiverSink.Receiver<SectorSample>> samples = new InProcess<>(recording::take);
                InProcess<ReceiverSink.Receiver<DeadLetter>> letters = new InProcess<>(recording::take);
                InProcess<ReceiverSink.Receiver<Signal>> signals = new InProcess<>(recording::take);
                InProcess<ReceiverSink.Receiver<Alert>> nobody = new InProcess<>(alert -> {})) {
            ShockSinks sinks = new ShockSinks(
                    new ReceiverSink<>(alerts),
                    new ReceiverSink<>(nobody),
                    new ReceiverSink<>(samples),
                    new ReceiverSink<>(letters),
                    new ReceiverSink<>(signals));
            await(start(source, sinks), stop, progress);
        }
    }

    private JobClient start(InProcess<Feed> source, ShockSinks sinks) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings());
        FaultlineJob.protect(env);
        StreamSettings stream = streamSettings();
        FaultlineTopology.build(
                env,
                stream,
                new ReferenceSnapshot(input.rules(), input.data().calendars()),
                FeedInputs.of(source, input.data().listings().size(), stream),
                sinks);
        try {
            return env.executeAsync("Back-test of " + input.data().name());
        } catch (Exception e) {
            throw new OperationException("Flink did not start: " + FailureReason.of(e), e);
        }
    }

    /** What arrives at the alert sink has passed all stages. */
    private final class Alerts implements ReceiverSink.Receiver<Alert> {
        @Override
        public void take(Alert alert) {
            recording.take(alert);
        }

        @Override
        public void timeIs(long epochMilli) {
            simulated.accumulateAndGet(epochMilli, Math::max);
            feed.timeHasMoved();
        }
    }

    private void await(JobClient job, Stop stop, LongConsumer progress) {
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        while (!ended(end)) {
            progress.accept(simulated.get());
            if (stop.asked()) {
                cancel(job);
                throw new OperationException("interrupted");
            }
        }
    }

    /** Waits a moment for the end. A broken file is told as such, not as a failure of the job. */
    private boolean ended(CompletableFuture<JobExecutionResult> end) {
        try {
            end.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationException("interrupted", e);
        } catch (ExecutionException e) {
            if (feed.failure() != null) {
                throw feed.failure();
            }
            throw new OperationException("the job failed: " + FailureReason.of(e), e);
        }
    }

    private static void cancel(JobClient job) {
        try {
            job.cancel().get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Nothing of it survives this process.
        }
    }

    private StreamSettings streamSettings() {
        Instant end = input.data().end();
        return StreamSettings.defaults(RunMode.REPLAY, Clock.fixed(end, ZoneOffset.UTC))
                .sampledEvery(SAMPLE_EVERY);
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        // Event time moves by the feed's heartbeats alone, in the same steps in each run.
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        return settings;
    }
}
