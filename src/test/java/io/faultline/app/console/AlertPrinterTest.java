package io.faultline.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.shock.Alert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPrinterTest {

    @Test
    void anOpeningReadsAsExpected() {
        assertThat(print(AlertExamples.opening())).isEqualTo("""
            OPEN      ai-infrastructure         CRASH     revision 1 of 9f2c4e1a
              when      Mon 27 Jan 2025 09:30:04 New York (14:30:04Z), stage OPEN
              verdict   AI_LINKED (PRECEDING), confidence 0.91
                        heat 0.90, exposure 1.00, recency 0.60, abnormality 1.00, rivals 0.00
              size      -700.0 bn USD in the session of 2025-01-27
                        cap-weighted -12.30 %, equal-weighted -13.10 %; market -1.41 %, excess -11.7 points
              breadth   100 % of 6 members (100 % by cap), coverage 98 %
              worst     NVDA      -16.97 %    -592.7 bn USD   118.42 from 142.62
                        AVGO      -17.40 %    -199.5 bn USD   202.13 from 244.70
                        TSM       -13.32 %    -153.3 bn USD   192.31 from 221.87
                        ORCL      -13.78 %     -70.9 bn USD   158.31 from 183.60
                        GEV       -21.07 %     -24.9 bn USD   337.50 from 427.60, no fresh print
              evidence  5 sessions   RELEASE    20 Jan 16:00Z  deepseek/r1
                          DeepSeek publishes R1, a reasoning model with open weights
                        1 session    AMPLIFIER  26 Jan 18:00Z  deepseek/r1
                          美国苹果应用商店免费榜：DeepSeek 超过其他聊天助手，升至第一名，市场开始重新评估算力...
              legs      2025-01-27  -16.40 %  -1,100.0 bn USD  AI_LINKED (PRECEDING), confidence 0.91
                        2025-01-29  -5.10 %  -300.0 bn USD  UNEXPLAINED, confidence 0.00
              in words  AI infrastructure fell 16.4 % in one session, consistent with news of deepseek/r1 that
                        reached the sector before the onset. Coverage is 98 %.""");
    }

    @Test
    void aResolutionTellsTheWholeLoss() {
        assertThat(print(AlertExamples.resolving()))
                .startsWith("RESOLVE ")
                .contains("in all    -14.10 % and -950.0 bn USD since the close before 2025-01-27");
    }

    @Test
    void aRetractionIsNoAlarm() {
        List<String> coloured = new AlertPrinter(new Palette(true)).lines(AlertExamples.retracting());

        assertThat(coloured.get(0)).contains("RETRACT ").doesNotStartWith("\u001b[1;31m");
        assertThat(print(AlertExamples.retracting())).doesNotContain("in all");
    }

    @Test
    void noLineIsWiderThanATerminalAndNoneCarriesControlCharacters() {
        for (String line : new AlertPrinter(Palette.PLAIN).lines(AlertExamples.opening())) {
            assertThat(TerminalText.width(line)).isLessThanOrEqualTo(AlertPrinter.COLUMNS);
            assertThat(line).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        }
    }

    @Test
    void onlyATerminalGetsColoursAndOnlyIfNobodyMinds() {
        assertThat(Palette.of(true, Map.of()).on()).isTrue();
        assertThat(Palette.of(true, Map.of("NO_COLOR", "1")).on()).isFalse();
        assertThat(Palette.of(true, Map.of("TERM", "dumb")).on()).isFalse();
        assertThat(Palette.of(false, Map.of()).on()).isFalse();
        List<String> coloured = new AlertPrinter(new Palette(true)).lines(AlertExamples.opening());
        assertThat(coloured.get(0)).startsWith("\u001b[1;31m").endsWith("\u001b[0m");
    }

    private static String print(Alert alert) {
        return String.join("\n", new AlertPrinter(Palette.PLAIN).lines(alert));
    }
}
