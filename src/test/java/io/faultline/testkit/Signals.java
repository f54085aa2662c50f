package io.faultline.testkit;

import io.faultline.market.TradingDay;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryTransition;
import io.faultline.shock.ExposedStory;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Signals of one sector for tests; times are hours after 2025-01-20T16:00Z, one session a day. */
public final class Signals {

    public static final Instant START = Instant.parse("2025-01-20T16:00:00Z");

    private Signals() {}

    public static Signal release(int hour, String story) {
        return news(SignalKind.RELEASE, HeadlineKind.RELEASE, hour, story);
    }

    public static Signal amplification(int hour, String story) {
        return news(SignalKind.AMPLIFICATION, HeadlineKind.AMPLIFIER, hour, story);
    }

    public static Signal recap(int hour, String story) {
        return news(SignalKind.RECAP, HeadlineKind.RECAP, hour, story);
    }

    public static Signal collapse(int hour) {
        return market(SignalKind.LEVEL, hour, ShockLevel.COLLAPSE, true);
    }

    public static Signal watch(int hour) {
        return market(SignalKind.LEVEL, hour, ShockLevel.WATCH, false);
    }

    public static Signal sessionClose(int hour) {
        return market(SignalKind.SESSION_CLOSE, hour, ShockLevel.NONE, false);
    }

    private static Signal market(SignalKind kind, int hour, ShockLevel level, boolean opening) {
        return signal(kind, hour, level, opening, null);
    }

    private static Signal news(SignalKind kind, HeadlineKind headlineKind, int hour, String story) {
        Instant at = at(hour);
        StoryHeadline headline = new StoryHeadline(
                story + "@" + hour,
                story + " " + headlineKind,
                "wire",
                "en",
                headlineKind,
                at,
                at.toEpochMilli(),
                1,
                1);
        StoryTransition transition =
                new StoryTransition(headlineKind, story, at.toEpochMilli(), 0.9, List.of(headline), List.of());
        return signal(kind, hour, ShockLevel.NONE, false, new ExposedStory(transition, 0.9, "named"));
    }

    private static Signal signal(SignalKind kind, int hour, ShockLevel level, boolean opening, ExposedStory story) {
        Instant at = at(hour);
        int day = Math.toIntExact(at.toEpochMilli() / Duration.ofDays(1).toMillis());
        return new Signal(
                kind,
                "chips",
                "chips",
                1,
                at.toEpochMilli(),
                new TradingDay(day),
                day,
                level,
                opening,
                null,
                story,
                null,
                null);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
