package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.rules.RuleState;
import io.faultline.testkit.Market;
import io.faultline.testkit.SmallMarket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gauges of the rules. */
class RuleReportTest {

    private final RecordedMetrics metrics = new RecordedMetrics();

    @Test
    void versionAndStateFollowTheRules() {
        RuleReport report = new RuleReport(metrics.group(), true);

        report.tell(Map.of("chips", new RuleEntry(SmallMarket.rule(), false)));
        assertThat(metrics.value("rule.chips.version")).isEqualTo(1);
        assertThat(metrics.value("rule.chips.state")).isEqualTo(2);

        report.tell(Map.of("chips", new RuleEntry(Market.withState(SmallMarket.rule(), RuleState.SHADOW), false)));
        assertThat(metrics.value("rule.chips.version")).isEqualTo(2);
        assertThat(metrics.value("rule.chips.state")).isEqualTo(1);

        report.tell(Map.of("chips", new RuleEntry(SmallMarket.rule(), true)));
        assertThat(metrics.value("rule.chips.version")).isNaN();
        assertThat(metrics.value("rule.chips.state")).isNaN();
    }

    @Test
    void otherTasksSayNothing() {
        new RuleReport(metrics.group(), false).tell(Map.of("chips", new RuleEntry(SmallMarket.rule(), false)));

        assertThat(metrics.names()).isEmpty();
    }
}
