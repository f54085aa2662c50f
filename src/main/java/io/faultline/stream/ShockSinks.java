package io.faultline.stream;

import io.faultline.shock.Alert;
import io.faultline.shock.SectorSample;

/**
 * Where the job writes.
 *
 * @param alerts every revision, append-only
 * @param incidents latest revision per incident, compacted
 * @param sectors samples for boards
 * @param deadLetters refused, late and ineligible records
 */
public record ShockSinks(
        StreamOutput<Alert> alerts,
        StreamOutput<Alert> incidents,
        StreamOutput<SectorSample> sectors,
        StreamOutput<DeadLetter> deadLetters) {}
