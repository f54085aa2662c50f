package io.faultline.stream;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts dead letters by stage and error class and lets a limited number of each per minute through. What was held back
 * is counted and named in the next letter of its reason. The limit goes by the clock and guards the topic only: no
 * alert depends on it.
 */
public final class DeadLetterFunction extends ProcessFunction<DeadLetter, DeadLetter> {

    private static final long serialVersionUID = 1L;
    private static final long MINUTE_MILLIS = 60_000;
    /** More reasons than the codecs and operators have; a guard against unbounded counters. */
    private static final int MAX_REASONS = 200;

    private static final Reason OTHER = new Reason("other", "other");

    private final Clock clock;
    private final int limitPerMinute;
    private transient Map<Reason, Window> windows;
    private transient Counter written;
    private transient Counter suppressed;

    public DeadLetterFunction(Clock clock, int limitPerMinute) {
        this.clock = clock;
        this.limitPerMinute = limitPerMinute;
    }

    @Override
    public void open(OpenContext openContext) {
        windows = new HashMap<>();
        written = MetricNames.DEAD_LETTERS_WRITTEN.counter(getRuntimeContext().getMetricGroup());
        suppressed =
                MetricNames.DEAD_LETTERS_SUPPRESSED.counter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(DeadLetter letter, Context context, Collector<DeadLetter> out) {
        Window window = windowOf(letter);
        window.seen.inc();
        long minute = Math.floorDiv(clock.millis(), MINUTE_MILLIS);
        if (minute != window.minute) {
            window.minute = minute;
            window.passed = 0;
        }
        if (window.passed >= limitPerMinute) {
            window.heldBack++;
            suppressed.inc();
            return;
        }
        window.passed++;
        written.inc();
        out.collect(window.heldBack == 0 ? letter : withCount(letter, window.heldBack));
        window.heldBack = 0;
    }

    private Window windowOf(DeadLetter letter) {
        Reason reason = new Reason(letter.stage(), letter.errorClass());
        if (!windows.containsKey(reason) && windows.size() >= MAX_REASONS) {
            reason = OTHER;
        }
        return windows.computeIfAbsent(
                reason,
                key -> new Window(MetricNames.DEAD_LETTERS.counter(
                        getRuntimeContext().getMetricGroup(), key.stage(), key.error())));
    }

    private static DeadLetter withCount(DeadLetter letter, long heldBack) {
        return new DeadLetter(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.timestamp(),
                letter.key(),
                letter.value(),
                letter.stage(),
                letter.errorClass(),
                letter.reason() + " (" + heldBack + " more of this kind were held back before)");
    }

    private record Reason(String stage, String error) {}

    private static final class Window {
        private final Counter seen;
        private long minute = Long.MIN_VALUE;
        private int passed;
        private long heldBack;

        Window(Counter seen) {
            this.seen = seen;
        }
    }
}
