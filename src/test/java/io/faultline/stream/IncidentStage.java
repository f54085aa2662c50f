package io.faultline.stream;

import io.faultline.shock.Alert;
import io.faultline.shock.AlertState;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.RunMode;
import io.faultline.shock.Signal;
import io.faultline.testkit.SmallMarket;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The incident stage under the harness, with one active rule. */
abstract class IncidentStage {

    static final String AFTER_ALL = "2025-01-31T21:00:00Z";

    OperatorHarness<IncidentInput, Alert> incidents;

    @BeforeEach
    void open() throws Exception {
        incidents = OperatorHarness.keyedBroadcast(
                () -> new IncidentFunction(
                        StreamSettings.defaults(RunMode.REPLAY, Clock.systemUTC()), ReferenceSnapshot.EMPTY),
                IncidentInput::ruleId);
        incidents.rule(SmallMarket.rule());
    }

    @AfterEach
    void close() throws Exception {
        incidents.close();
    }

    void send(Signal signal) {
        try {
            incidents.element(IncidentInput.of(signal), signal.at());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    List<AlertState> states() {
        return incidents.output().stream().map(Alert::state).toList();
    }
}
