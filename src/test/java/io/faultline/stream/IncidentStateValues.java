package io.faultline.stream;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryTransition;
import io.faultline.shock.Basis;
import io.faultline.shock.Compound;
import io.faultline.shock.Course;
import io.faultline.shock.CourseLeg;
import io.faultline.shock.Evidence;
import io.faultline.shock.ExposedStory;
import io.faultline.shock.Finding;
import io.faultline.shock.Incident;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.NewsMemory;
import io.faultline.shock.Onset;
import io.faultline.shock.RivalNote;
import io.faultline.shock.SessionExtremes;
import io.faultline.shock.SessionMark;
import io.faultline.shock.SessionToll;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.shock.StoryLink;
import io.faultline.shock.Told;
import io.faultline.shock.Toll;
import io.faultline.shock.Verdict;
import io.faultline.testkit.Market;
import java.time.Instant;
import java.util.List;

/** Signals and the state of incidents, made by hand: no logic that may change has a part in them. */
final class IncidentStateValues {

    private static final TradingDay MONDAY = TradingDay.parse("2025-01-27");
    private static final long ONSET = Market.millis("2025-01-27T14:30:05Z");
    private static final int SESSION = 1267;

    private IncidentStateValues() {}

    static Signal collapse() {
        return new Signal(
                SignalKind.LEVEL,
                "chips",
                "chips-rule",
                4,
                ONSET,
                MONDAY,
                SESSION,
                ShockLevel.COLLAPSE,
                true,
                drawdown(),
                null,
                null,
                null);
    }

    static Signal release() {
        StoryTransition transition = new StoryTransition(
                HeadlineKind.RELEASE, "deepseek/r1", 7, 0.9, List.of(StateValues.headline()), List.of("AAA"));
        return new Signal(
                SignalKind.RELEASE,
                "chips",
                "chips-rule",
                4,
                7,
                MONDAY.plusDays(-6),
                SESSION - 4,
                ShockLevel.NONE,
                false,
                null,
                new ExposedStory(transition, 0.8, "names chips"),
                "h-99",
                null);
    }

    static IncidentInput match() {
        ShockMatch match = new ShockMatch(Basis.PRECEDING, ONSET, release(), release(), collapse(), null);
        return new IncidentInput("chips", ONSET, null, match);
    }

    static Incident incident() {
        RivalNote rival = new RivalNote("rival/POLICY", StateValues.headline(), 0.5, 0.4, 9, SESSION, 0.3, 2);
        Finding finding = new Finding(Verdict.AI_LINKED, Basis.PRECEDING, link(), List.of(rival), 0.95);
        SessionMark mark = new SessionMark(ONSET, -0.11, -0.1, -33e9, 0.95, ShockLevel.CRASH, true);
        SessionExtremes worst = new SessionExtremes(-0.12, -0.13, 0.96, ShockLevel.COLLAPSE);
        Compound before = new Compound(0.9, 0.91, -3e9, -0.12, ShockLevel.WATCH);
        Toll toll = new Toll(before, List.of(new SessionToll(SESSION + 1, mark, worst)), drawdown(), true);
        CourseLeg leg = new CourseLeg(new Onset(MONDAY, SESSION, ONSET), -0.105, -0.11, -33e9, finding);
        Told told = new Told(3, ShockLevel.CRASH, -0.16, 2, SESSION + 1, "chips-rule@4");
        Course course = new Course("9f2c", toll, List.of(leg), told);
        NewsMemory news =
                new NewsMemory(link(), List.of(rival), List.of(new NewsMemory.Withdrawal("h-98", SESSION - 1, null)));
        return new Incident(course, new Incident.Ended("8e1b", SESSION - 9, 7), news);
    }

    private static StoryLink link() {
        Evidence evidence = new Evidence(
                "h-01",
                "DeepSeek-R1 is out",
                HeadlineKind.RELEASE,
                "deepseek/r1",
                Instant.ofEpochMilli(7),
                5,
                0.75,
                0.25);
        return new StoryLink(ONSET, "deepseek/r1", 0.9, 0.8, 0.6, List.of(evidence));
    }

    private static SectorDrawdown drawdown() {
        DrawdownFigures figures = new DrawdownFigures(
                -0.11, -0.1, -0.09, -0.12, null, -0.02, 0.01, 1.0, 0.99, 0.98, -33e9, 1.2, 0.015, 118);
        return new SectorDrawdown(
                "chips",
                MONDAY,
                ONSET,
                SessionPhase.REGULAR,
                figures,
                List.of(new MemberDrawdown("AAA", 100, 89, -0.11, -11e9, true, false)),
                List.of());
    }
}
