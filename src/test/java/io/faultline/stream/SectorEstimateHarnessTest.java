package io.faultline.stream;

import static io.faultline.testkit.Market.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TradingCalendar;
import io.faultline.market.TradingCalendars;
import io.faultline.market.TradingSession;
import io.faultline.rules.EstimationWindow;
import io.faultline.rules.SectorRule;
import io.faultline.shock.SectorSample;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beta from the sector's own closes: warm after ten sessions of the window, two of which are left out as the gap. */
class SectorEstimateHarnessTest extends SectorStage {

    private static final TradingCalendar NEW_YORK = TradingCalendars.shipped().of("XNAS");
    private static final double[] MARKET = {0.01, -0.02, 0.005, 0.015, -0.01, 0.02, -0.005, 0.01, -0.015, 0.005};

    private TradingSession session =
            NEW_YORK.sessionFor(Instant.parse("2025-01-27T15:00:00Z").toEpochMilli());

    @Test
    void theDefaultBetaHoldsUntilTheWindowIsFull() throws Exception {
        sector.rule(estimatedOver(new EstimationWindow(20, 2, 10)));

        trade(11);
        assertThat(lastSample().drawdown().estimationSessions()).isZero();
        assertThat(lastSample().drawdown().beta()).isEqualTo(1.0);
        assertThat(lastSample().drawdown().zScore()).isNull();

        trade(2);
        SectorSample warm = lastSample();
        assertThat(warm.drawdown().estimationSessions()).isEqualTo(10);
        // the sector moves by twice the market without it, and by a little of its own
        assertThat(warm.drawdown().beta()).isCloseTo(2.0, within(0.1));
        assertThat(warm.drawdown().zScore())
                .isCloseTo(warm.drawdown().abnormalReturn() / warm.drawdown().residualSigma(), within(1e-12));
    }

    @Test
    void anEstimateSurvivesARestart() throws Exception {
        sector.rule(estimatedOver(new EstimationWindow(20, 2, 10)));
        trade(13);
        sector = sector.restored();
        trade(1);

        assertThat(lastSample().drawdown().estimationSessions()).isEqualTo(11);
    }

    private static SectorRule estimatedOver(EstimationWindow window) {
        SectorRule rule = SmallMarket.rule();
        return new SectorRule(
                rule.ruleId(),
                rule.sector(),
                rule.title(),
                rule.version() + 1,
                rule.state(),
                rule.effectiveFrom(),
                rule.homeMic(),
                rule.benchmark(),
                rule.members(),
                rule.thresholds(),
                window,
                rule.exposure());
    }

    /** One print per listing and session, shortly before the close. */
    private void trade(int sessions) throws Exception {
        for (int i = 0; i < sessions; i++) {
            TradingSession before = NEW_YORK.previous(session);
            String at = Instant.ofEpochMilli(session.close() - 2_000).toString();
            double market = MARKET[session.index() % MARKET.length];
            double own = session.index() % 3 * 0.001;
            List<String> dates =
                    List.of(session.date().toString(), before.date().toString());
            for (String symbol : SmallMarket.CHIPS) {
                send(move(symbol, "XNAS", at, 100 * (1 + 2 * market + own), dates.get(0), dates.get(1)));
            }
            send(move("MKT", "ARCX", at, 100 * (1 + market), dates.get(0), dates.get(1)));
            sector.time(session.close());
            session = NEW_YORK.next(session);
        }
    }

    private SectorSample lastSample() {
        return sector.output().get(sector.output().size() - 1);
    }
}
