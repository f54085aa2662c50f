package io.faultline.shock;

import io.faultline.market.MarketSensitivity;
import io.faultline.market.MemberMove;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SectorMeter;
import io.faultline.market.SectorSpec;
import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingSession;
import io.faultline.rules.SectorRule;
import io.faultline.rules.Thresholds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Measures one sector by its rule. */
public final class SectorGauge {

    private final SectorRule rule;
    private final TradingCalendar home;
    private final SectorMeter meter;
    private final SectorSpec spec;

    /** @param sensitivity estimated, or the rule's default */
    public SectorGauge(SectorRule rule, TradingCalendars calendars, MarketSensitivity sensitivity) {
        this.rule = rule;
        this.home = calendars.of(rule.homeMic());
        this.meter = new SectorMeter(calendars, rule.homeMic());
        Thresholds thresholds = rule.thresholds();
        this.spec = new SectorSpec(
                rule.sector(),
                rule.members(),
                rule.benchmark(),
                thresholds.memberDrop(),
                Duration.ofSeconds(thresholds.freshForSeconds()).toMillis(),
                thresholds.thinPrints(),
                sensitivity);
    }

    /**
     * The sector's drawdown in a session of its home market.
     *
     * @param moves latest move of each listing key
     * @param now event time, epoch milliseconds; at a close the session that ends still counts
     * @return empty while no member has a price in the session
     */
    public Optional<SectorDrawdown> measure(Map<String, MemberMove> moves, TradingSession session, long now) {
        return meter.measure(spec, moves, session, home.phaseUpTo(now), now);
    }

    Thresholds thresholds() {
        return rule.thresholds();
    }
}
