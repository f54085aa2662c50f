package io.faultline.stream;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingSession;
import io.faultline.shock.Basis;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.Market;
import io.faultline.testkit.Signals;
import java.util.ArrayList;
import java.util.List;

/** Signals of the chip makers for the incident stage: the fall of 27 January and the closes after it. */
final class IncidentSignals {

    static final TradingCalendar XNAS = TradingCalendars.shipped().of("XNAS");
    static final Signal ONSET = level("2025-01-27T14:30:05Z", ShockLevel.COLLAPSE, true, -0.10);

    private IncidentSignals() {}

    /** A collapse that becomes a crash, then four quiet sessions. */
    static List<Signal> course() {
        List<Signal> signals = new ArrayList<>();
        signals.add(ONSET);
        signals.add(level("2025-01-27T16:05:00Z", ShockLevel.CRASH, true, -0.16));
        signals.addAll(closes());
        return signals;
    }

    static List<Signal> closes() {
        return List.of(
                signal(SignalKind.SESSION_CLOSE, "2025-01-27T21:00:00Z", ShockLevel.COLLAPSE, false, -0.12),
                signal(SignalKind.SESSION_CLOSE, "2025-01-28T21:00:00Z", ShockLevel.NONE, false, 0.02),
                signal(SignalKind.SESSION_CLOSE, "2025-01-29T21:00:00Z", ShockLevel.NONE, false, -0.01),
                signal(SignalKind.SESSION_CLOSE, "2025-01-30T21:00:00Z", ShockLevel.NONE, false, 0.01),
                signal(SignalKind.SESSION_CLOSE, "2025-01-31T21:00:00Z", ShockLevel.NONE, false, 0.01));
    }

    static ShockMatch precedingMatch() {
        return new ShockMatch(
                Basis.PRECEDING,
                ONSET.at(),
                Signals.release(0, "deepseek/r1"),
                Signals.amplification(140, "deepseek/r1"),
                ONSET,
                null);
    }

    static Signal level(String at, ShockLevel level, boolean opening, double sectorReturn) {
        return signal(SignalKind.LEVEL, at, level, opening, sectorReturn);
    }

    static Signal withdrawal(String at) {
        return withdrawal(at, Signals.release(0, "deepseek/r1"));
    }

    static Signal withdrawal(String at, Signal news) {
        TradingSession session = XNAS.sessionFor(Market.millis(at) - 1);
        String headline = news.story().transition().cause().headlineId();
        return new Signal(
                SignalKind.WITHDRAWN,
                "chips",
                "chips",
                1,
                Market.millis(at),
                session.date(),
                session.index(),
                ShockLevel.NONE,
                false,
                null,
                null,
                headline,
                null);
    }

    static Signal signal(SignalKind kind, String at, ShockLevel level, boolean opening, double sectorReturn) {
        long millis = Market.millis(at);
        TradingSession session = XNAS.sessionFor(millis - 1);
        DrawdownFigures figures = new DrawdownFigures(
                sectorReturn,
                sectorReturn,
                sectorReturn,
                sectorReturn,
                null,
                0.0,
                0.01,
                1,
                1,
                1,
                sectorReturn * 300e9,
                1.0,
                null,
                0);
        MemberDrawdown member = new MemberDrawdown(
                "AAA", 100, 100 * (1 + sectorReturn), sectorReturn, sectorReturn * 100e9, true, false);
        SectorDrawdown drawdown = new SectorDrawdown(
                "chips", session.date(), millis, SessionPhase.REGULAR, figures, List.of(member), List.of());
        return new Signal(
                kind,
                "chips",
                "chips",
                1,
                millis,
                session.date(),
                session.index(),
                level,
                opening,
                drawdown,
                null,
                null,
                null);
    }
}
