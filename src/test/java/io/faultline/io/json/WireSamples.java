package io.faultline.io.json;

import io.faultline.market.CalendarEntry;
import io.faultline.market.DrawdownFigures;
import io.faultline.market.Listing;
import io.faultline.market.ListingKind;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.Tick;
import io.faultline.market.TickAction;
import io.faultline.market.TradingDay;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineKind;
import io.faultline.rules.EstimationWindow;
import io.faultline.rules.ExposureTerms;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import io.faultline.shock.Alert;
import io.faultline.shock.AlertStage;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.ConfidenceParts;
import io.faultline.shock.Cumulative;
import io.faultline.shock.Evidence;
import io.faultline.shock.Leg;
import io.faultline.shock.RunMode;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Verdict;
import java.time.Instant;
import java.util.List;

/** One full record of each type, every field set, with the figures of 27 January 2025. */
public final class WireSamples {

    public static final TradingDay MONDAY = TradingDay.parse("2025-01-27");
    public static final Instant OPEN = Instant.parse("2025-01-27T14:30:02Z");
    public static final Instant CLOSE = Instant.parse("2025-01-27T21:00:00Z");

    private WireSamples() {}

    public static Tick tick() {
        return new Tick(
                "NVDA",
                "XNAS",
                CLOSE.toEpochMilli() - 1000,
                118.42,
                100,
                "XNAS",
                "C",
                "@",
                "52983525",
                TickAction.CORRECT,
                "52983524");
    }

    public static Headline headline() {
        return new Headline(
                "jan25-r1",
                Instant.parse("2025-01-20T16:03:00Z"),
                DatePrecision.TIME,
                Instant.parse("2025-01-20T16:03:20Z"),
                "a wire",
                "en",
                "DeepSeek-R1 is out",
                "https://example.org/r1",
                List.of("NVDA", "2330"),
                HeadlineAction.CREATED);
    }

    public static Listing listing() {
        return new Listing(
                "8035",
                "XTKS",
                MONDAY,
                "Tokyo Electron",
                "tel",
                ListingKind.STOCK,
                "JPY",
                0.0064,
                471_630_000.0,
                1e12,
                27000.5,
                TradingDay.parse("2025-01-24"),
                3.0,
                1.5,
                1.2,
                0.021);
    }

    public static CalendarEntry calendarEntry() {
        return new CalendarEntry("XNAS", TradingDay.parse("2025-11-28"), false, "09:30", "13:00", "half day");
    }

    public static SectorRule rule() {
        return new SectorRule(
                "memory-storage",
                "memory-storage",
                "Memory and storage",
                4,
                RuleState.ACTIVE,
                "2025-01-01",
                "XNAS",
                "SPY@ARCX",
                List.of("MU@XNAS", "WDC@XNAS"),
                Thresholds.defaults(),
                new EstimationWindow(100, 5, 50),
                new ExposureTerms(List.of("hbm", "存储芯片"), 0.6));
    }

    public static DrawdownFigures figures() {
        return new DrawdownFigures(
                -0.164,
                -0.189,
                -0.15,
                -0.18,
                -9.8,
                -0.0141,
                0.012,
                1.0,
                1.0,
                0.97,
                -592_658_000_000.0,
                1.3,
                0.0184,
                120);
    }

    public static MemberDrawdown member() {
        return new MemberDrawdown("NVDA", 142.62, 118.42, -0.1697, -592_658_000_000.0, true, false);
    }

    public static Evidence evidence() {
        Instant published = Instant.parse("2025-01-20T16:03:00Z");
        return new Evidence(
                "jan25-r1", "DeepSeek-R1 is out", HeadlineKind.RELEASE, "deepseek/r1", published, 5, 1.0, 0.4);
    }

    public static Alert alert() {
        return new Alert(
                1,
                "9f2c0d5e7a1b4c3d8e6f00112233aabb",
                3,
                AlertState.UPDATE,
                AlertStage.CLOSE,
                RunMode.REPLAY,
                "ai-infrastructure",
                MONDAY,
                MONDAY,
                "ai-infrastructure@4",
                ShockLevel.CRASH,
                Verdict.AI_LINKED,
                Basis.PRECEDING,
                0.91,
                new ConfidenceParts(0.9, 1.0, 0.6, 1.0, 0.0),
                figures(),
                List.of(member()),
                List.of(evidence()),
                List.of(evidence()),
                List.of(new Leg(MONDAY, OPEN, -0.164, -592_658_000_000.0, Verdict.AI_LINKED, Basis.PRECEDING, 0.91)),
                new Cumulative(-0.164, -592_658_000_000.0),
                OPEN,
                CLOSE,
                CLOSE.plusMillis(250),
                "NVDA closed at -16.97 %.");
    }

    public static SectorSample sample() {
        return new SectorSample(
                1,
                "ai-infrastructure",
                "ai-infrastructure@4",
                MONDAY,
                SessionPhase.REGULAR,
                OPEN,
                ShockLevel.COLLAPSE,
                figures(),
                19,
                List.of("SNDK"),
                List.of(member()),
                "collapse: -12.5 % against -5.0 %");
    }
}
