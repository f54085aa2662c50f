package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import io.faultline.news.HeadlineKind;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryTransition;
import io.faultline.rules.EstimationWindow;
import io.faultline.rules.ExposureTerms;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A sector of eight members in January 2025, its signals, and an incident machine that takes them. */
final class Scenario {

    static final TradingCalendar NASDAQ = TradingCalendars.shipped().of("XNAS");
    static final SectorRule RULE = new SectorRule(
            "chips",
            "chips",
            "Chips",
            3,
            RuleState.ACTIVE,
            "2025-01-01",
            "XNAS",
            "SPY@ARCX",
            List.of(),
            Thresholds.defaults(),
            EstimationWindow.defaults(),
            new ExposureTerms(List.of(), 0.9));
    static final int MEMBERS = 8;

    private static final double CAP = 6e12;

    private final IncidentMachine machine = new IncidentMachine(RULE, RunMode.REPLAY, Scenario::age);
    private final List<Alert> alerts = new ArrayList<>();
    private Incident state;

    static int age(long publishedAt, TradingDay onset) {
        return NASDAQ.sessionsOpenedBetween(publishedAt, NASDAQ.session(onset).orElseThrow());
    }

    Scenario take(IncidentInput... inputs) {
        for (IncidentInput input : inputs) {
            IncidentStep step = machine.apply(state, input);
            state = step.state();
            alerts.addAll(step.alerts());
        }
        return this;
    }

    Scenario take(Signal... signals) {
        for (Signal signal : signals) {
            take(IncidentInput.of(signal));
        }
        return this;
    }

    Scenario take(ShockMatch... matches) {
        for (ShockMatch match : matches) {
            take(IncidentInput.of(match));
        }
        return this;
    }

    List<Alert> alerts() {
        return alerts;
    }

    Alert last() {
        return alerts.get(alerts.size() - 1);
    }

    Incident state() {
        return state;
    }

    /** A level change with the same cap- and equal-weighted return; the market is flat. */
    static Signal level(String at, ShockLevel level, boolean opening, double sectorReturn) {
        return market(SignalKind.LEVEL, millis(at), level, opening, sectorReturn);
    }

    /** The same, with the session's lowest figures by the prints that stand. */
    static Signal lowest(Signal signal, double sectorReturn) {
        return with(signal, signal.drawdown(), drawdown(signal.sessionDate(), signal.at(), figures(sectorReturn)));
    }

    /** A close, one millisecond before which the session's instants end. */
    static Signal close(String date, double sectorReturn) {
        TradingSession session = NASDAQ.session(TradingDay.parse(date)).orElseThrow();
        return market(SignalKind.SESSION_CLOSE, session.close(), ShockLevel.NONE, true, sectorReturn);
    }

    static Signal market(SignalKind kind, long at, ShockLevel level, boolean opening, double sectorReturn) {
        TradingSession session = NASDAQ.sessionFor(kind == SignalKind.SESSION_CLOSE ? at - 1 : at);
        SectorDrawdown drawdown = drawdown(session.date(), at, figures(sectorReturn));
        return new Signal(
                kind,
                "chips",
                "chips",
                3,
                at,
                session.date(),
                session.index(),
                level,
                opening,
                drawdown,
                null,
                null,
                null);
    }

    /** A market signal with other figures, members or phase. */
    static Signal with(Signal signal, SectorDrawdown drawdown) {
        return with(signal, drawdown, signal.low());
    }

    private static Signal with(Signal signal, SectorDrawdown drawdown, SectorDrawdown low) {
        return new Signal(
                signal.kind(),
                signal.sector(),
                signal.ruleId(),
                signal.ruleVersion(),
                signal.at(),
                signal.sessionDate(),
                signal.sessionIndex(),
                signal.level(),
                signal.opening(),
                drawdown,
                null,
                null,
                low);
    }

    /** Prints of the running session were taken back. */
    static Signal correction(String at, ShockLevel level, boolean opening, double sectorReturn) {
        return market(SignalKind.CORRECTION, millis(at), level, opening, sectorReturn);
    }

    /** Closing figures of a session told anew at a later time; its opening, if any, stands. */
    static Signal closeAgain(String date, String at, ShockLevel level, double sectorReturn) {
        return ofClosed(SignalKind.SESSION_CLOSE, date, at, level, true, drawdownAtClose(date, sectorReturn));
    }

    /** Closing figures of a session by which its opening falls. */
    static Signal closeTakenBack(String date, String at, double sectorReturn) {
        return ofClosed(
                SignalKind.SESSION_CLOSE, date, at, ShockLevel.NONE, false, drawdownAtClose(date, sectorReturn));
    }

    /** No price of a session is left after its close. */
    static Signal closeWithoutPrices(String date, String at) {
        return ofClosed(SignalKind.SESSION_CLOSE, date, at, ShockLevel.NONE, false, null);
    }

    /** The close that the venue states is the first to meet the opening condition. */
    static Signal openedByItsClose(String date, String at, double sectorReturn) {
        return ofClosed(SignalKind.LEVEL, date, at, ShockLevel.COLLAPSE, true, drawdownAtClose(date, sectorReturn));
    }

    private static SectorDrawdown drawdownAtClose(String date, double sectorReturn) {
        TradingSession session = NASDAQ.session(TradingDay.parse(date)).orElseThrow();
        return drawdown(session.date(), session.close(), figures(sectorReturn));
    }

    private static Signal ofClosed(
            SignalKind kind, String date, String at, ShockLevel level, boolean opening, SectorDrawdown drawdown) {
        TradingSession session = NASDAQ.session(TradingDay.parse(date)).orElseThrow();
        return new Signal(
                kind,
                "chips",
                "chips",
                3,
                millis(at),
                session.date(),
                session.index(),
                level,
                opening,
                drawdown,
                null,
                null,
                null);
    }

    static DrawdownFigures figures(double sectorReturn) {
        double breadth = sectorReturn <= -0.05 ? 1.0 : 0.0;
        return new DrawdownFigures(
                sectorReturn,
                sectorReturn,
                sectorReturn,
                sectorReturn,
                null,
                0.0,
                0.0,
                breadth,
                breadth,
                1.0,
                CAP * sectorReturn,
                1.0,
                null,
                0);
    }

    static SectorDrawdown drawdown(TradingDay date, long at, DrawdownFigures figures) {
        List<MemberDrawdown> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            double own = figures.capWeightedReturn();
            members.add(new MemberDrawdown("M" + i, 100, 100 * (1 + own), own, CAP / MEMBERS * own, i > 0, false));
        }
        return new SectorDrawdown("chips", date, at, SessionPhase.REGULAR, figures, members, List.of());
    }

    static Signal release(String at, String story) {
        return news(SignalKind.RELEASE, HeadlineKind.RELEASE, at, story, 0.3);
    }

    static Signal amplification(String at, String story, double heat) {
        return news(SignalKind.AMPLIFICATION, HeadlineKind.AMPLIFIER, at, story, heat);
    }

    static Signal recap(String at, String story) {
        return news(SignalKind.RECAP, HeadlineKind.RECAP, at, story, 0.9);
    }

    static Signal rival(String at, String cause, double heat) {
        return news(SignalKind.RIVAL, HeadlineKind.RIVAL, at, "rival/" + cause, heat);
    }

    static Signal withdrawn(String at, Signal news) {
        String headline = news.story().transition().cause().headlineId();
        return signal(SignalKind.WITHDRAWN, millis(at), null, headline);
    }

    static Signal reworded(String at, Signal news) {
        String headline = news.story().transition().cause().headlineId();
        return signal(SignalKind.REWORDED, millis(at), null, headline);
    }

    private static Signal news(SignalKind kind, HeadlineKind headlineKind, String at, String story, double heat) {
        Instant instant = Instant.parse(at);
        StoryHeadline headline = new StoryHeadline(
                story + "@" + at,
                headlineKind + " " + story,
                "wire",
                "en",
                headlineKind,
                instant,
                instant.toEpochMilli(),
                1,
                1);
        StoryTransition transition =
                new StoryTransition(headlineKind, story, instant.toEpochMilli(), heat, List.of(headline), List.of());
        return signal(kind, instant.toEpochMilli(), new ExposedStory(transition, 0.9, "named"), null);
    }

    private static Signal signal(SignalKind kind, long at, ExposedStory story, String withdrawnHeadlineId) {
        TradingSession session = NASDAQ.sessionFor(at);
        return new Signal(
                kind,
                "chips",
                "chips",
                3,
                at,
                session.date(),
                session.index(),
                ShockLevel.NONE,
                false,
                null,
                story,
                withdrawnHeadlineId,
                null);
    }

    static ShockMatch preceding(Signal release, Signal amplification, Signal collapse) {
        return new ShockMatch(Basis.PRECEDING, collapse.at(), release, amplification, collapse, null);
    }

    static ShockMatch attributed(Signal collapse, Signal recap) {
        return new ShockMatch(Basis.ATTRIBUTED, recap.at(), null, null, collapse, recap);
    }

    private static long millis(String at) {
        return Instant.parse(at).toEpochMilli();
    }
}
