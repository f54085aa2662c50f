package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.SessionPhase;
import io.faultline.testkit.SmallMarket;
import org.junit.jupiter.api.Test;

/** What a look needs to see. */
class SectorLookTest {

    private final SectorLook look = new SectorLook(SmallMarket.rule(), null, null, 0, null);

    @Test
    void coverageIsNeededInRegularHoursOnly() {
        assertThat(look.coverageNeeded(SessionPhase.REGULAR))
                .isEqualTo(SmallMarket.rule().thresholds().coverageFloor())
                .isPositive();
        assertThat(look.coverageNeeded(SessionPhase.PRE_MARKET)).isNaN();
        assertThat(look.coverageNeeded(SessionPhase.CLOSED)).isNaN();
    }
}
