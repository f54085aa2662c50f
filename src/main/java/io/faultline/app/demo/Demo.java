package io.faultline.app.demo;

import io.faultline.FaultlineConfig;
import io.faultline.FaultlineOptions;
import io.faultline.app.OperationException;
import io.faultline.app.Stop;
import io.faultline.app.UsageException;
import io.faultline.app.broker.EmbeddedBroker;
import io.faultline.app.broker.LoopbackPorts;
import io.faultline.app.cluster.KafkaJob;
import io.faultline.app.cluster.LocalCluster;
import io.faultline.app.console.AlertPrinter;
import io.faultline.app.console.Palette;
import io.faultline.app.console.ProgressLine;
import io.faultline.app.console.TerminalText;
import io.faultline.app.feed.ReferencePublisher;
import io.faultline.app.feed.TopicFollower;
import io.faultline.app.topics.TopicAdmin;
import io.faultline.app.topics.TopicPlans;
import io.faultline.io.dataset.DataSet;
import io.faultline.io.kafka.KafkaTopics;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Broker, topics, job, replay and a reader of its alerts: each started, shown, and stopped in reverse order. */
public final class Demo {

    private static final int USUAL_KAFKA_PORT = 9092;
    private static final int USUAL_UI_PORT = 8081;
    private static final Duration POLL = Duration.ofMillis(200);

    private final DemoSettings settings;
    private final DataSet data;
    private final TradingCalendar calendar;
    private final PrintStream out;
    private final boolean terminal;
    private final Palette palette;
    private final Stop stop;
    private final Clock wall = Clock.systemUTC();

    /**
     * @param terminal whether a person reads {@code out} on a terminal
     * @param stop asked for from outside, by Ctrl-C
     */
    public Demo(DemoSettings settings, PrintStream out, boolean terminal, Palette palette, Stop stop) {
        this.settings = settings;
        this.data = DataSet.find(settings.dataset());
        this.calendar = TradingCalendars.shipped().of(data.mic());
        this.out = out;
        this.terminal = terminal;
        this.palette = palette;
        this.stop = stop;
    }

    /**
     * Runs until the replay is over, and then until stopped unless asked to exit.
     *
     * @throws OperationException if a part does not start, fails, or the replay does not come to its end
     */
    public void run() throws IOException {
        int kafkaPort = port(settings.kafkaPort(), USUAL_KAFKA_PORT);
        out.println(palette.strong("Faultline demo: " + TerminalText.clean(data.title())));
        try (AlertFile file = AlertFile.in(settings.out());
                EmbeddedBroker broker = EmbeddedBroker.start(kafkaPort)) {
            FaultlineConfig config = config(broker.bootstrapServers());
            try (TopicAdmin admin = new TopicAdmin(config.kafkaClient())) {
                admin.create(TopicPlans.of(config), 1);
            }
            // The job reads the reference data of the moment when it is submitted.
            ReferencePublisher.rules(config, data.rules());
            ReferencePublisher.listings(config, data.listings());
            out.println("Kafka     " + broker.bootstrapServers());
            int uiPort = port(settings.uiPort(), USUAL_UI_PORT);
            try (LocalCluster cluster = LocalCluster.start(config.flink(), uiPort, "Faultline", KafkaJob.of(config))) {
                out.println("Flink UI  " + cluster.uiAddress());
                watch(config, cluster, file);
            }
        }
    }

    private void watch(FaultlineConfig config, LocalCluster cluster, AlertFile file) {
        KafkaTopics topics = config.topics();
        DemoAudience audience = new DemoAudience(topics, new AlertPrinter(palette), file, data.start());
        HeldClock clock = new HeldClock(wall);
        try (TopicFollower follower =
                        new TopicFollower(config.kafkaClient(), List.of(topics.alerts(), topics.sectors()), true);
                BackgroundReplay replay = BackgroundReplay.start(data, config, settings.speed(), clock)) {
            out.printf("Replay    %s to %s, %,.0f times as fast%n%n", data.start(), data.end(), settings.speed());
            SimulatedLag lag = new SimulatedLag(calendar, settings.speed());
            ReplayPace pace = new ReplayPace(wall, settings.speed());
            boolean over = follow(follower, audience, replay, () -> {
                cluster.checkRunning();
                long behind = lag.seconds(replay.progress(), audience.newestSample());
                clock.hold(!replay.progress().finished() && pace.waits(behind, audience.newestSample()));
                return lag.line(replay.progress(), audience.newestSample());
            });
            if (over) {
                summary(audience);
                stayUp(cluster, replay);
            }
        }
    }

    /**
     * Reads and prints until the replay is over; false if stopped before.
     *
     * @param status looks after the other parts and tells how far things are
     */
    private boolean follow(
            TopicFollower follower, DemoAudience audience, BackgroundReplay replay, Supplier<String> status) {
        ProgressLine progress = new ProgressLine(out, terminal, wall);
        ReplayEnd end = new ReplayEnd(wall, lastTrading());
        try {
            while (!stop.asked()) {
                follower.poll(POLL).forEach(each -> {
                    end.heard();
                    List<String> lines = audience.take(each);
                    if (!lines.isEmpty()) {
                        progress.clear();
                        lines.forEach(out::println);
                    }
                });
                replay.check();
                long open = audience.incidents().open();
                if (end.reached(replay.progress().finished(), audience.newestSample(), open)) {
                    return true;
                }
                if (end.overdue()) {
                    throw new OperationException("the data has ended and the job is silent, but " + open
                            + " incidents are open and the newest sample is of " + audience.newestSample());
                }
                progress.show(status.get());
            }
            return false;
        } finally {
            progress.clear();
        }
    }

    private void summary(DemoAudience audience) {
        audience.incidents().lines(palette).forEach(out::println);
        out.println();
        for (String line : audience.quietSectors().lines(audience.incidents()::has)) {
            out.println(line);
        }
    }

    private void stayUp(LocalCluster cluster, BackgroundReplay replay) {
        if (settings.exit()) {
            return;
        }
        out.println();
        out.println("The job is still running: " + cluster.uiAddress() + "   Ctrl-C stops.");
        while (!stop.waitFor(Duration.ofSeconds(2))) {
            replay.check();
            cluster.checkRunning();
        }
    }

    /** Samples are taken in trading hours, so the last one is of the last close in the data, or of its end. */
    private Instant lastTrading() {
        long end = data.end().toEpochMilli();
        boolean trading = calendar.phaseAt(end) == SessionPhase.REGULAR;
        return trading
                ? data.end()
                : Instant.ofEpochMilli(calendar.sessionFor(end).previousClose());
    }

    private static FaultlineConfig config(String servers) {
        return FaultlineConfig.of(
                Map.of(
                        "kafka.bootstrap.servers",
                        servers,
                        FaultlineOptions.TIME_MODE.key(),
                        "replay",
                        // A slow machine is no reason to leave a partition out: heartbeats come on all of them.
                        FaultlineOptions.TIME_QUIET_AFTER.key(),
                        "10 min",
                        "flink.pipeline.auto-watermark-interval",
                        "50 ms"),
                "demo");
    }

    private static int port(Integer wanted, int usual) {
        if (wanted == null) {
            return LoopbackPorts.usualOrFree(usual);
        }
        if (!LoopbackPorts.isFree(wanted)) {
            throw new UsageException("port " + wanted + " is taken: name another, or none for any free one");
        }
        return wanted;
    }
}
