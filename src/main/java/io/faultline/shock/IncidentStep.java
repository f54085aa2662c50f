package io.faultline.shock;

import java.util.List;

/**
 * What an input makes of a sector's incident.
 *
 * @param state to keep; null if there is nothing to keep
 * @param alerts revisions to send, in order; {@code emittedAt} is null until they are written
 */
public record IncidentStep(Incident state, List<Alert> alerts) {}
