package io.faultline.shock;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.TradingDay;
import org.junit.jupiter.api.Test;

class IncidentIdTest {

    private static final TradingDay ONSET = TradingDay.parse("2025-01-27");

    @Test
    void theIdNeverChanges() {
        // printf 'ai-infrastructure\n2025-01-27' | sha256sum | cut -c1-32
        assertThat(IncidentId.of("ai-infrastructure", ONSET)).isEqualTo("2b388a1900509b45fa33aa3ee4cc7e0f");
    }

    @Test
    void ruleAndDateMakeTheDifference() {
        assertThat(IncidentId.of("chips", ONSET))
                .isNotEqualTo(IncidentId.of("software", ONSET))
                .isNotEqualTo(IncidentId.of("chips", ONSET.plusDays(1)))
                .matches("[0-9a-f]{32}");
    }
}
