package io.faultline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.replay.ReplayProgress;
import io.faultline.market.TradingCalendars;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedLagTest {

    private final SimulatedLag lag = new SimulatedLag(TradingCalendars.shipped().of("XNAS"), 3600);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2025-01-27T15:00:00Z; 2025-01-27T14:59:00Z; Mon 27 Jan 10:00 New York  1,234 ticks sent  lag 60 s simulated (0.0 s)",
                "2025-01-27T14:31:00Z; 2025-01-24T20:59:00Z; Mon 27 Jan 09:31 New York  1,234 ticks sent  lag 120 s simulated (0.0 s)",
                "2025-01-27T15:00:00Z; 2025-01-23T20:00:00Z; Mon 27 Jan 10:00 New York  1,234 ticks sent  lag 28,800 s simulated (8.0 s)",
                "2025-01-26T15:00:00Z; 2025-01-24T21:00:00Z; Sun 26 Jan 10:00 New York  1,234 ticks sent  lag 0 s simulated (0.0 s), market closed",
            })
    void nightsAndWeekendsAreNoLag(Instant simulated, Instant sample, String line) {
        assertThat(lag.line(new ReplayProgress(simulated, 1234, 0, 0, false), sample))
                .isEqualTo(line);
    }
}
