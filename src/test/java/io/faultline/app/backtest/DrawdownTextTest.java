package io.faultline.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.dataset.DataSet;
import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SessionPhase;
import io.faultline.market.TradingDay;
import io.faultline.rules.SectorRule;
import io.faultline.shock.ShockLevel;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawdownTextTest {

    private static final SectorRule RULE = DataSet.open(Path.of("src/test/resources/datasets/backtest-small"))
            .rules()
            .get(0);

    @Test
    void eachPartOfTheConditionIsShownWithItsLimit() {
        List<String> lines = DrawdownText.condition(signal(drawdown(figures(null, null, null, 0))), RULE);

        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).contains("-6.00 %", "-5.00 %", " yes", "cap-weighted -6.00 %, equal-weighted -3.00 %");
        assertThat(lines.get(2)).contains("50 %", "40 %", " yes", "1 of 2 at -5.00 % or lower: QCA");
        assertThat(lines.get(3)).contains("?", "-3.0 points", " NO", "SPY@ARCX ?");
        assertThat(lines.get(4)).contains("60 %", "80 %", " NO");
        assertThat(lines.get(5)).contains("PRE_MARKET", "not CLOSED", " yes");
        assertThat(lines.get(6)).startsWith("  level WATCH: ").contains("market return not known");
    }

    @Test
    void theEventStudySaysWhereItsBetaIsFrom() {
        assertThat(DrawdownText.market(figures(null, null, null, 0), RULE))
                .anySatisfy(line -> assertThat(line).contains("beta the rule's default", "z not known"));
        assertThat(DrawdownText.market(figures(-0.01, 1.3, 0.02, 97), RULE))
                .anySatisfy(line -> assertThat(line).contains("- beta 1.30 x"))
                .anySatisfy(line -> assertThat(line)
                        .contains("estimated from 97 sessions", "z -2.5 with a residual sigma of 2.00 %"));
    }

    @Test
    void membersAreListedWorstFirstWithWhatIsOddAboutThem() {
        List<String> lines = DrawdownText.members(drawdown(figures(null, null, null, 0)), RULE);

        assertThat(lines.get(2)).contains("QCA", "100.00", "88.00", "-12.00 %", "-12.0 bn USD", "dropped, halted");
        assertThat(lines.get(3)).contains("QCB", "+0.00 %").endsWith("no fresh print");
        assertThat(lines.get(4)).isEqualTo("  not counted, no close in the last sessions: QCC, QCD");
    }

    private static SectorDrawdown drawdown(DrawdownFigures figures) {
        return new SectorDrawdown(
                "small-chips",
                TradingDay.parse("2024-06-07"),
                1,
                SessionPhase.PRE_MARKET,
                figures,
                List.of(
                        new MemberDrawdown("QCA", 100, 88, -0.12, -12e9, true, true),
                        new MemberDrawdown("QCB", 50, 50, 0.0, 0.0, false, false)),
                List.of("QCC", "QCD"));
    }

    private static DrawdownFigures figures(Double market, Double beta, Double sigma, int sessions) {
        return new DrawdownFigures(
                -0.06,
                -0.03,
                null,
                -0.05,
                sigma == null ? null : -2.5,
                market,
                market,
                0.5,
                0.7,
                0.6,
                -12e9,
                beta,
                sigma,
                sessions);
    }

    private static Signal signal(SectorDrawdown drawdown) {
        return new Signal(
                SignalKind.SESSION_CLOSE,
                "small-chips",
                "small-chips",
                1,
                1,
                drawdown.sessionDate(),
                1,
                ShockLevel.WATCH,
                false,
                drawdown,
                null,
                null,
                null);
    }
}
