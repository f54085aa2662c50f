package io.faultline.stream;

import io.faultline.eventstudy.DailyReturn;
import io.faultline.eventstudy.ReturnHistory;
import io.faultline.market.CalendarEntry;
import io.faultline.market.FeedState;
import io.faultline.market.TradingDay;
import io.faultline.news.SectorAttention;
import io.faultline.shock.SectorClose;
import io.faultline.shock.SectorStatus;
import io.faultline.shock.ShockLevel;
import io.faultline.testkit.Market;
import java.util.List;

/**
 * A value of a type that lies in state, every field set to something that is no default.
 *
 * @param name of its file
 * @param value as the file must hold it
 */
record StateFixture(String name, Object value) {

    static final StateFixture SECTOR_STATUS = new StateFixture(
            "sector-status",
            new SectorStatus(
                    TradingDay.parse("2025-01-27"),
                    ShockLevel.COLLAPSE,
                    true,
                    -0.1,
                    Market.millis("2025-01-27T14:31:00Z"),
                    List.of(trigger(ShockLevel.COLLAPSE, 90)),
                    trigger(ShockLevel.WATCH, 89)));

    static List<StateFixture> all() {
        CalendarEntry entry =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-28"), true, "10:00", "13:00", "made up");
        return List.of(
                new StateFixture("symbol-state", StateValues.symbol()),
                new StateFixture("member-move", Market.move("AAA", "2025-01-27T14:30:05Z", 90)),
                SECTOR_STATUS,
                new StateFixture("feed-state", new FeedState("ticks.XNAS", "XNAS", 1_000, 2_000, true)),
                new StateFixture(
                        "sector-close",
                        new SectorClose(
                                TradingDay.parse("2025-01-27"),
                                ShockLevel.WATCH,
                                List.of(Market.move("AAA", "2025-01-27T14:30:05Z", 90)),
                                List.of(trigger(ShockLevel.COLLAPSE, 90)),
                                trigger(ShockLevel.WATCH, 89))),
                new StateFixture(
                        "return-history",
                        new ReturnHistory(List.of(new DailyReturn(7, -0.02, -0.01), new DailyReturn(8, 0.03, 0.01)))),
                new StateFixture("classified-headline", StateValues.classified()),
                new StateFixture("story-state", StateValues.stories()),
                new StateFixture("told-headline", StateValues.told()),
                new StateFixture("correction", StateValues.correction()),
                new StateFixture("sector-attention", new SectorAttention(2.5, 7.25, 2_000)),
                new StateFixture("sector-news", SectorNews.told(IncidentStateValues.release(), 3.5)),
                new StateFixture("market-signal", IncidentStateValues.collapse()),
                new StateFixture("news-signal", IncidentStateValues.release()),
                new StateFixture("incident-input", IncidentStateValues.match()),
                new StateFixture("incident", IncidentStateValues.incident()),
                new StateFixture("rule-entry", StateValues.rule()),
                new StateFixture("calendar-change", new CalendarChange(entry)));
    }

    private static SectorStatus.Trigger trigger(ShockLevel level, double price) {
        String at = "2025-01-27T14:30:05Z";
        return new SectorStatus.Trigger(level, Market.millis(at), List.of(Market.move("AAA", at, price)));
    }

    @Override
    public String toString() {
        return name;
    }
}
