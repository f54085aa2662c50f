package io.faultline.stream;

import io.faultline.market.Adjustment;
import io.faultline.market.EndedSession;
import io.faultline.market.LastReport;
import io.faultline.market.Listing;
import io.faultline.market.ListingBook;
import io.faultline.market.ListingKind;
import io.faultline.market.OwnClose;
import io.faultline.market.Print;
import io.faultline.market.RecentPrints;
import io.faultline.market.ReferenceClose;
import io.faultline.market.RunningSession;
import io.faultline.market.SessionBounds;
import io.faultline.market.SessionPhase;
import io.faultline.market.SymbolState;
import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import io.faultline.news.Classification;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.Correction;
import io.faultline.news.DatePrecision;
import io.faultline.news.Headline;
import io.faultline.news.HeadlineAction;
import io.faultline.news.HeadlineKind;
import io.faultline.news.HeadlineTickers;
import io.faultline.news.ReleasesToday;
import io.faultline.news.RivalCause;
import io.faultline.news.Story;
import io.faultline.news.StoryHeadline;
import io.faultline.news.StoryState;
import io.faultline.news.TitleFingerprint;
import io.faultline.news.ToldHeadline;
import io.faultline.news.ToldToday;
import io.faultline.rules.EstimationWindow;
import io.faultline.rules.ExposureTerms;
import io.faultline.rules.RuleState;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import io.faultline.testkit.Market;
import java.time.Instant;
import java.util.List;

/** States of symbols, stories and rules, made by hand: no logic that may change has a part in them. */
final class StateValues {

    private static final TradingDay FRIDAY = TradingDay.parse("2025-01-24");
    private static final TradingDay MONDAY = TradingDay.parse("2025-01-27");
    private static final Instant PUBLISHED = Instant.parse("2025-01-20T16:03:00Z");

    private StateValues() {}

    static SymbolState symbol() {
        TradingSession session = new TradingSession(
                MONDAY,
                1267,
                Market.millis("2025-01-24T21:00:00Z"),
                Market.millis("2025-01-27T09:00:00Z"),
                Market.millis("2025-01-27T14:30:00Z"),
                Market.millis("2025-01-27T21:00:00Z"),
                Market.millis("2025-01-28T01:00:00Z"));
        long noon = Market.millis("2025-01-27T17:00:00Z");
        RecentPrints prints =
                new RecentPrints(List.of(new Print("p1", 90.25, noon), new Print(null, 90.5, noon + 2)), 7);
        RunningSession running = new RunningSession(
                new SessionBounds(session, Market.millis("2025-01-25T01:00:00Z"), noon, noon + 1),
                new ReferenceClose(100.5, FRIDAY, true),
                prints,
                new Print("p3", 45.5, noon + 3),
                new LastReport(-0.1, noon, SessionPhase.REGULAR),
                true);
        OwnClose own = new OwnClose(101.5, FRIDAY, new Adjustment(10.0, 2.5, MONDAY));
        EndedSession ended = new EndedSession(
                FRIDAY,
                Market.millis("2025-01-24T21:00:00Z"),
                Market.move("AAA", "2025-01-24T20:59:59Z", 101),
                prints,
                own,
                new Adjustment(2.0, 0.5, FRIDAY),
                Market.millis("2025-01-24T21:01:00Z"),
                new Print("m1", 10.1, noon));
        return new SymbolState(
                new ListingBook(listing(FRIDAY), List.of(listing(MONDAY.plusDays(1)))),
                own,
                true,
                running,
                ended,
                List.of(Market.move("AAA", "2025-01-27T14:30:05Z", 90)));
    }

    private static Listing listing(TradingDay asOf) {
        return new Listing(
                "AAA",
                "XNAS",
                asOf,
                "Triple A",
                "aaa",
                ListingKind.STOCK,
                "EUR",
                1.25,
                1e9,
                2e12,
                100.5,
                FRIDAY,
                10.0,
                2.5,
                1.5,
                0.02);
    }

    static ClassifiedHeadline classified() {
        Headline headline = new Headline(
                "h-01",
                PUBLISHED,
                DatePrecision.DAY,
                PUBLISHED.plusSeconds(5),
                "wire",
                "zh-Hant",
                "DeepSeek-R1 發佈",
                "https://example.org/h-01",
                List.of("AAA", "BBB"),
                HeadlineAction.UPDATED);
        Classification what =
                new Classification(HeadlineKind.RELEASE, "deepseek", "r1", RivalCause.POLICY, 0.9, "deepseek: 發佈");
        return new ClassifiedHeadline(headline, PUBLISHED.toEpochMilli(), what);
    }

    static RuleEntry rule() {
        SectorRule rule = new SectorRule(
                "chips-rule",
                "chips",
                "Chip makers",
                4,
                RuleState.SHADOW,
                "2025-01-01",
                "XNAS",
                "MKT@ARCX",
                List.of("AAA@XNAS", "BBB@XNYS"),
                new Thresholds(
                        -0.02, -0.04, -0.14, 0.02, -0.03, 0.5, -0.01, 0.6, 200, 1.1, 3, 0.7, 9, 0.2, 0.4, 0.03, 0.9, 4),
                new EstimationWindow(90, 8, 40),
                new ExposureTerms(List.of("chip", "芯片"), 0.7));
        return new RuleEntry(rule, true);
    }

    static StoryHeadline headline() {
        return new StoryHeadline(
                "h-01",
                "DeepSeek-R1 is out",
                "wire",
                "en",
                HeadlineKind.RELEASE,
                PUBLISHED,
                PUBLISHED.toEpochMilli(),
                0.75,
                0.25);
    }

    static StoryState stories() {
        long at = PUBLISHED.toEpochMilli();
        Story story = new Story(
                "deepseek/r1",
                at,
                at - 1,
                3.5,
                List.of(headline()),
                List.of(new HeadlineTickers(headline().headlineId(), List.of("AAA"))),
                new ToldToday(20_108, 1, 2, 80_432, 3));
        return new StoryState(
                "deepseek",
                4.5,
                at,
                List.of(story),
                List.of(new TitleFingerprint(1, 2, 3, -4)),
                new ReleasesToday(20_108, 2, 0));
    }

    static ToldHeadline told() {
        return new ToldHeadline(HeadlineKind.RELEASE, "deepseek/r1", PUBLISHED.toEpochMilli());
    }

    static CorrectionFunction.Remembered correction() {
        long at = PUBLISHED.toEpochMilli();
        return new CorrectionFunction.Remembered(new Correction(HeadlineAction.UPDATED, at + 5), 7);
    }
}
