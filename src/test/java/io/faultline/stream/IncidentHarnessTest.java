package io.faultline.stream;

import static io.faultline.stream.IncidentSignals.ONSET;
import static io.faultline.stream.IncidentSignals.course;
import static io.faultline.stream.IncidentSignals.precedingMatch;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.Basis;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.RunMode;
import io.faultline.shock.Signal;
import io.faultline.shock.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One sector's incidents under event time: from onset to resolution, order of inputs, restarts. */
class IncidentHarnessTest extends IncidentStage {

    @Test
    void anIncidentRunsFromOnsetToResolutionAndLeavesNothingBehind() throws Exception {
        course().forEach(this::send);
        incidents.time("2025-01-27T14:30:04.999Z");
        assertThat(incidents.output()).isEmpty();

        incidents.time(AFTER_ALL);

        assertThat(states())
                .startsWith(AlertState.OPEN)
                .endsWith(AlertState.RESOLVE)
                .contains(AlertState.ESCALATE);
        assertThat(incidents.output())
                .extracting(Alert::incidentId)
                .containsOnly(incidents.output().get(0).incidentId());
        assertThat(incidents.output())
                .extracting(Alert::revision)
                .containsExactlyElementsOf(oneTo(incidents.output().size()));
        assertThat(incidents.output()).allMatch(alert -> alert.mode() == RunMode.REPLAY && alert.emittedAt() == null);
        assertThat(incidents.stateEntries()).isZero();
        assertThat(incidents.timers()).isZero();
    }

    @Test
    void theOrderOfArrivalAtEqualTimesDecidesNothing() throws Exception {
        IncidentInput match = IncidentInput.of(precedingMatch());
        send(ONSET);
        incidents.element(match, ONSET.at());
        incidents.time(ONSET.at());
        List<Alert> signalFirst = incidents.output();

        close();
        open();
        incidents.element(match, ONSET.at());
        send(ONSET);
        incidents.time(ONSET.at());

        assertThat(incidents.output()).isEqualTo(signalFirst).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.OPEN);
            assertThat(alert.verdict()).isEqualTo(Verdict.AI_LINKED);
            assertThat(alert.basis()).isEqualTo(Basis.PRECEDING);
        });
    }

    @Test
    void aRestartAnywhereChangesNothing() throws Exception {
        List<Alert> uninterrupted = run(false);
        assertThat(uninterrupted).hasSizeGreaterThan(4);

        close();
        open();

        assertThat(run(true)).isEqualTo(uninterrupted);
    }

    @Test
    void theEndOfABoundedInputResolvesNothing() throws Exception {
        send(ONSET);

        incidents.time(Long.MAX_VALUE);

        assertThat(states()).containsExactly(AlertState.OPEN);
    }

    private List<Alert> run(boolean restarts) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        incidents.element(IncidentInput.of(precedingMatch()), ONSET.at());
        for (Signal signal : course()) {
            send(signal);
            if (restarts) {
                // With the signal waiting for its time.
                alerts.addAll(incidents.output());
                incidents = incidents.restored();
            }
            incidents.time(signal.at());
        }
        alerts.addAll(incidents.output());
        return alerts;
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
