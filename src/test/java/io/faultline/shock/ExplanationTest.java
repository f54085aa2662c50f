package io.faultline.shock;

import static io.faultline.shock.Scenario.amplification;
import static io.faultline.shock.Scenario.close;
import static io.faultline.shock.Scenario.level;
import static io.faultline.shock.Scenario.preceding;
import static io.faultline.shock.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.MemberDrawdown;
import io.faultline.market.SectorDrawdown;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Signal ONSET = level("2025-01-27T14:30:01Z", ShockLevel.COLLAPSE, true, -0.12);

    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void anOnsetIsExplainedInOneParagraph() {
        Locale.setDefault(Locale.GERMANY);
        Signal r1 = release("2025-01-20T16:00:00Z", "deepseek/r1");
        Signal talk = amplification("2025-01-26T18:00:00Z", "deepseek/r1", 0.9);
        Scenario scenario = new Scenario().take(preceding(r1, talk, ONSET)).take(ONSET);

        assertThat(scenario.last().explanation())
                .isEqualTo("Chips: COLLAPSE, a sector-wide fall."
                        + " On 2025-01-27 the sector is at -12.0 % against the close before (equal-weighted -12.0 %)"
                        + " and has lost 720.0 bn USD; 8 of 8 members are at -5.0 % or lower,"
                        + " worst M0 -12.0 %, M1 -12.0 %, M2 -12.0 %."
                        + " The market is at 0.0 %, the sector -12.0 points against it, abnormal return -12.0 % at the rule's beta 1.00 (not yet estimated)."
                        + " The collapse began at 09:30:01 New York (14:30:01 UTC) on 27 Jan 2025."
                        + " Consistent with news of an AI release from before the onset, deepseek/r1"
                        + " (confidence 0.95 from heat 0.90, exposure 0.90, recency 1.00, abnormality 1.00,"
                        + " rival causes 0.00):"
                        + " \"RELEASE deepseek/r1\" (release, 20 Jan 2025, 5 sessions old);"
                        + " \"AMPLIFIER deepseek/r1\" (amplifier, 26 Jan 2025, 1 session old)."
                        + " No fresh price of M0."
                        + " Next: closing figures after each session; it resolves at the close 2 sessions after"
                        + " 2025-01-27, or earlier at a close with 80 % of the loss won back; CRASH from -15.0 %.");
    }

    @Test
    void laterRevisionsTellTheSumSinceTheCloseBefore() {
        Scenario scenario = new Scenario().take(ONSET, close("2025-01-27", -0.10), close("2025-01-28", 0.05));
        assertThat(scenario.last().explanation())
                .contains("rebound at the close")
                .contains("has gained 300.0 bn USD")
                .contains("Since the close before the shock: -5.5 %, 300.0 bn USD lost.")
                .contains("Unexplained so far");

        scenario.take(close("2025-01-29", -0.02));
        assertThat(scenario.alerts().get(3).explanation()).contains("further fall at the close");
        assertThat(scenario.last().explanation())
                .contains("resolved. 38 % of the deepest loss is won back.")
                .endsWith("No further revision is expected.");
    }

    @Test
    void anEstimatedBetaIsToldWithItsSessionsAndTheScore() {
        DrawdownFigures figures = new DrawdownFigures(
                -0.12, -0.12, -0.12, -0.121, -9.8, 0.0, 0.001, 1.0, 1.0, 0.93, -720e9, 1.42, 0.0123, 120);
        SectorDrawdown drawdown = ONSET.drawdown();
        MemberDrawdown halted = new MemberDrawdown("HLT", 100, 100, 0.0, 0.0, false, true);
        MemberDrawdown silent = new MemberDrawdown("OLD", 100, 100, 0.0, 0.0, false, false);
        SectorDrawdown estimated = new SectorDrawdown(
                drawdown.sector(),
                drawdown.sessionDate(),
                drawdown.at(),
                drawdown.phase(),
                figures,
                List.of(halted, silent),
                List.of("GONE"));
        Scenario scenario = new Scenario().take(Scenario.with(ONSET, estimated));

        assertThat(scenario.last().explanation())
                .contains(", abnormal return -12.1 % at beta 1.42 (120 sessions), z -9.8.")
                .contains(" Coverage 93 %; 1 halted: HLT; no fresh price of OLD;"
                        + " left out for want of a recent close or of a session: GONE.");
    }

    @Test
    void noExplanationClaimsACause() {
        Scenario scenario = new Scenario()
                .take(ONSET, close("2025-01-27", -0.16), close("2025-01-28", 0.05), close("2025-01-29", -0.02));

        assertThat(scenario.alerts())
                .extracting(Alert::explanation)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainIgnoringCase("caused by")
                        .doesNotContainIgnoringCase("because of")
                        .doesNotContain("\n"));
    }
}
