package io.faultline.stream;

import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingSession;
import io.faultline.rules.SectorRule;
import io.faultline.shock.LevelAssessment;
import io.faultline.shock.SectorGauge;
import io.faultline.shock.SectorSample;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * One look of a timer at a sector, and where it tells what it sees.
 *
 * @param now event time, epoch milliseconds
 * @param session of the home market, the running one or the one that a late close belongs to
 */
record SectorLook(SectorRule rule, SectorGauge gauge, TradingSession session, long now, Outlets outlets) {

    /** Where samples and signals go, and what counts them. */
    record Outlets(
            KeyedBroadcastProcessFunction<String, SectorMove, ReferenceUpdate, SectorSample>.OnTimerContext context,
            Collector<SectorSample> out,
            Counter samples,
            SignalMeter signals) {}

    boolean atClose() {
        return now == session.close();
    }

    /**
     * Share of reference cap, 0 to 1, that must have a fresh price; not a number outside of regular hours.
     *
     * @param phase of the home market now
     */
    double coverageNeeded(SessionPhase phase) {
        return phase == SessionPhase.REGULAR ? rule.thresholds().coverageFloor() : Double.NaN;
    }

    /** The same look, at another session. */
    SectorLook at(TradingSession other) {
        return new SectorLook(rule, gauge, other, now, outlets);
    }

    void sample(SectorDrawdown drawdown, LevelAssessment assessment) {
        outlets.out().collect(SectorSample.of(rule.ruleVersion(), drawdown, assessment.level(), assessment.reason()));
        outlets.samples().inc();
    }

    /** @param drawdown null for a close without figures */
    void signal(SignalKind kind, ShockLevel level, boolean opening, SectorDrawdown drawdown) {
        signal(kind, level, opening, drawdown, null);
    }

    /** @param low lowest figures of the session by the prints that stand; null unless some were taken back */
    void signal(SignalKind kind, ShockLevel level, boolean opening, SectorDrawdown drawdown, SectorDrawdown low) {
        outlets.signals().count(kind);
        outlets.context()
                .output(
                        SideOutputs.SIGNALS,
                        new Signal(
                                kind,
                                rule.sector(),
                                rule.ruleId(),
                                rule.version(),
                                now,
                                session.date(),
                                session.index(),
                                level,
                                opening,
                                drawdown,
                                null,
                                null,
                                low));
    }
}
