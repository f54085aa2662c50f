package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-01-20T00:00:00Z,2025-01-21T00:00:00Z,1.0",
        "2025-01-24T12:00:00Z,2025-01-25T00:00:00Z,0.5",
        "2025-01-25T00:00:00Z,2025-01-26T00:00:00Z,0.25",
        "2025-01-24T12:00:00Z,2025-01-27T12:00:00Z,1.5",
        "2025-01-20T06:00:00Z,2025-02-03T06:00:00Z,11.0",
        "1969-12-29T00:00:00Z,1970-01-05T00:00:00Z,5.5",
        "2025-01-27T12:00:00Z,2025-01-24T12:00:00Z,0.0",
    })
    void weekendsCountAQuarter(String from, String to, double days) {
        assertThat(TradingTime.daysBetween(
                        Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli()))
                .isCloseTo(days, within(1e-9));
    }
}
