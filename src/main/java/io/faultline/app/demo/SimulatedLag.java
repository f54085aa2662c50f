package io.faultline.app.demo;

import io.faultline.io.replay.ReplayProgress;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words for how far a replay is and how far the job's output is behind it. */
final class SimulatedLag {

    private static final DateTimeFormatter NEW_YORK =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.of("America/New_York"));

    private final TradingCalendar calendar;
    private final double speed;

    /** @param speed simulated seconds per wall second in trading hours */
    SimulatedLag(TradingCalendar calendar, double speed) {
        this.calendar = calendar;
        this.speed = speed;
    }

    /** One line. */
    String line(ReplayProgress progress, Instant newestSample) {
        String sent = String.format(
                Locale.ROOT, "%s New York  %,d ticks sent", NEW_YORK.format(progress.simulated()), progress.ticks());
        if (progress.finished()) {
            return sent + ", all; the job is at " + NEW_YORK.format(newestSample);
        }
        long seconds = seconds(progress, newestSample);
        boolean open = calendar.phaseAt(progress.simulated().toEpochMilli()) == SessionPhase.REGULAR;
        return sent
                + String.format(Locale.ROOT, "  lag %,d s simulated (%.1f s)", seconds, seconds / speed)
                + (open ? "" : ", market closed");
    }

    /** Trading time between the instant sent and the newest sample, in seconds. */
    long seconds(ReplayProgress progress, Instant newestSample) {
        return tradingSeconds(newestSample.toEpochMilli(), progress.simulated().toEpochMilli());
    }

    /** Seconds of regular trading hours between two instants: samples are taken in those, so nights are no lag. */
    private long tradingSeconds(long from, long to) {
        long millis = 0;
        TradingSession session = calendar.sessionFor(from);
        while (session.open() < to) {
            millis += Math.max(0, Math.min(to, session.close()) - Math.max(from, session.open()));
            session = calendar.next(session);
        }
        return millis / 1000;
    }
}
