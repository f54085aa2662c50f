package io.faultline.stream;

import static io.faultline.testkit.Market.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.TradingDay;
import io.faultline.shock.Signal;
import io.faultline.shock.SignalKind;
import io.faultline.testkit.SmallMarket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sector stage does as time passes: samples, closes without prints, the end of the input. */
class SectorPaceHarnessTest extends SectorStage {

    @Test
    void aCalmSectorIsSampledEachMinute() throws Exception {
        sendAll("2025-01-27T14:30:05Z", 99);

        sector.time("2025-01-27T14:35:30Z");

        assertThat(sampleTimes())
                .containsExactly(
                        "2025-01-27T14:30:05Z",
                        "2025-01-27T14:32:00Z",
                        "2025-01-27T14:33:00Z",
                        "2025-01-27T14:34:00Z",
                        "2025-01-27T14:35:00Z");
        assertThat(signals()).isEmpty();
    }

    @Test
    void aSectorInStressIsSampledEachSecond() throws Exception {
        sendAll("2025-01-27T14:30:05Z", 90);

        sector.time("2025-01-27T14:31:05Z");

        assertThat(sector.output()).hasSize(61);
        for (int i = 1; i < sector.output().size(); i++) {
            assertThat(sector.output().get(i).at())
                    .isEqualTo(sector.output().get(i - 1).at().plusSeconds(1));
        }
        assertThat(signals()).hasSize(1);
    }

    @Test
    void closesAreSignalledWhetherOrNotAnythingWasPrinted() throws Exception {
        sendAll("2025-01-27T14:30:05Z", 99);

        sector.time("2025-01-29T21:00:00Z");

        assertThat(signals())
                .extracting(
                        signal -> signal.kind() + " " + signal.sessionDate() + " " + Instant.ofEpochMilli(signal.at()))
                .containsExactly(
                        "SESSION_CLOSE 2025-01-27 2025-01-27T21:00:00Z",
                        "SESSION_CLOSE 2025-01-28 2025-01-28T21:00:00Z",
                        "SESSION_CLOSE 2025-01-29 2025-01-29T21:00:00Z");
        assertThat(signals().get(0).drawdown()).isNotNull();
        assertThat(signals().get(1).drawdown()).isNull();
        assertThat(signals().get(1).sessionIndex()).isEqualTo(signals().get(0).sessionIndex() + 1);
        assertThat(sector.timers()).isEqualTo(2);
    }

    @Test
    void theLevelStartsAnewWithEachSession() throws Exception {
        sendAll("2025-01-27T20:59:50Z", 90);
        sector.time("2025-01-28T14:30:00Z");
        for (String symbol : SmallMarket.CHIPS) {
            send(move(symbol, "XNAS", "2025-01-28T14:30:05Z", 90, "2025-01-28", "2025-01-27"));
        }
        send(move("MKT", "ARCX", "2025-01-28T14:30:05Z", 100, "2025-01-28", "2025-01-27"));
        sector.time("2025-01-28T14:30:05Z");

        assertThat(signals())
                .filteredOn(signal -> signal.kind() == SignalKind.LEVEL && signal.opening())
                .extracting(Signal::sessionDate)
                .containsExactly(TradingDay.parse("2025-01-27"), TradingDay.parse("2025-01-28"));
    }

    @Test
    void theEndOfABoundedInputEvaluatesWhatIsDueAndClosesNothing() throws Exception {
        sendAll("2025-01-27T14:30:05Z", 99);
        sector.time("2025-01-27T14:30:30Z");
        sendAll("2025-01-27T14:31:05Z", 90);

        sector.time(Long.MAX_VALUE);

        assertThat(signals()).extracting(Signal::kind).containsExactly(SignalKind.LEVEL);
        assertThat(sector.timers()).isZero();
    }

    private List<String> sampleTimes() {
        return sector.output().stream().map(sample -> sample.at().toString()).toList();
    }
}
