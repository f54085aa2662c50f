package io.faultline.shock;

/**
 * What the incident machine of a sector consumes: a signal or a match, never both.
 *
 * @param sector sector id: the key
 * @param at event time, epoch milliseconds
 * @param signal null for a match
 * @param match null for a signal
 */
public record IncidentInput(String sector, long at, Signal signal, ShockMatch match) {

    /** Wraps a signal. */
    public static IncidentInput of(Signal signal) {
        return new IncidentInput(signal.sector(), signal.at(), signal, null);
    }

    /** Wraps a match. */
    public static IncidentInput of(ShockMatch match) {
        return new IncidentInput(match.collapse().sector(), match.at(), null, match);
    }
}
