package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.RunMode;
import io.faultline.shock.Verdict;
import io.faultline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is counted of the incidents. */
class IncidentMeterTest {

    private static final Instant BREACH = Instant.parse("2025-01-27T14:30:06Z");

    private final SettableClock clock = new SettableClock(BREACH);
    private final RecordedMetrics metrics = new RecordedMetrics();

    @Test
    void anIncidentIsOpenWithItsNewestVerdictUntilItEnds() {
        IncidentMeter meter = meter(RunMode.LIVE);

        meter.count(alert("a", AlertState.OPEN, Verdict.UNEXPLAINED));
        meter.count(alert("b", AlertState.OPEN, Verdict.AI_LINKED));
        meter.count(alert("a", AlertState.UPDATE, Verdict.AI_LINKED));
        assertThat(metrics.value("verdict.UNEXPLAINED.incidentsOpen")).isZero();
        assertThat(metrics.value("verdict.AI_LINKED.incidentsOpen")).isEqualTo(2);

        meter.count(alert("a", AlertState.RESOLVE, Verdict.AI_LINKED));
        meter.count(alert("b", AlertState.RETRACT, Verdict.AI_LINKED));
        assertThat(metrics.value("verdict.AI_LINKED.incidentsOpen")).isZero();
        assertThat(metrics.value("verdict.UNEXPLAINED.incidentsOpened")).isEqualTo(1);
        assertThat(metrics.value("verdict.AI_LINKED.incidentsOpened")).isEqualTo(1);
        assertThat(metrics.value("state.UPDATE.revisions")).isEqualTo(1);
    }

    @Test
    void theLatencyOfBreachesIsCountedInCumulativeBuckets() {
        IncidentMeter meter = meter(RunMode.LIVE);

        clock.advance(Duration.ofMillis(1_200));
        meter.count(alert("a", AlertState.OPEN, Verdict.UNEXPLAINED));
        clock.advance(Duration.ofMinutes(10));
        meter.count(alert("a", AlertState.ESCALATE, Verdict.UNEXPLAINED));
        meter.count(alert("a", AlertState.UPDATE, Verdict.UNEXPLAINED));

        assertThat(metrics.value("le.1.detections")).isZero();
        assertThat(metrics.value("le.1.5.detections")).isEqualTo(1);
        assertThat(metrics.value("le.300.detections")).isEqualTo(1);
        assertThat(metrics.value("le.+Inf.detections")).isEqualTo(2);
    }

    @Test
    void aReplayHasNoLatency() {
        meter(RunMode.REPLAY).count(alert("a", AlertState.OPEN, Verdict.UNEXPLAINED));

        assertThat(metrics.value("le.+Inf.detections")).isZero();
    }

    private IncidentMeter meter(RunMode mode) {
        return new IncidentMeter(metrics.group(), mode, clock);
    }

    private static Alert alert(String id, AlertState state, Verdict verdict) {
        return new Alert(
                1, id, 1, state, null, null, "chips", null, null, null, null, verdict, null, 0, null, null, null, null,
                null, null, null, null, BREACH, null, null);
    }
}
