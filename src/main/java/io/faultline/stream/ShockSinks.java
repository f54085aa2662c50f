package io.faultline.stream;

import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;
import io.faultline.shock.Signal;

/**
 * Where the job writes.
 *
 * @param alerts every revision, append-only
 * @param incidents latest revision per incident, compacted
 * @param sectors samples for boards
 * @param deadLetters refused, late and ineligible records
 * @param signals what the pattern and the incidents are made from, to explain them by; null: nobody reads it
 */
public record ShockSinks(
        StreamOutput<Alert> alerts,
        StreamOutput<Alert> incidents,
        StreamOutput<SectorSample> sectors,
        StreamOutput<DeadLetter> deadLetters,
        StreamOutput<Signal> signals) {

    /** Without the signals. */
    public ShockSinks(
            StreamOutput<Alert> alerts,
            StreamOutput<Alert> incidents,
            StreamOutput<SectorSample> sectors,
            StreamOutput<DeadLetter> deadLetters) {
        this(alerts, incidents, sectors, deadLetters, null);
    }
}
