package io.faultline.shock;

import java.util.Comparator;

/**
 * What the incident machine of a sector consumes: a signal or a match, never both.
 *
 * @param sector sector id; the key is the rule
 * @param at event time, epoch milliseconds
 * @param signal null for a match
 * @param match null for a signal
 */
public record IncidentInput(String sector, long at, Signal signal, ShockMatch match) {

    /** At equal times matches come first, so that an incident opens with its verdict; then news, market, closes. */
    public static final Comparator<IncidentInput> ORDER_AT_EQUAL_TIME = Comparator.comparing(
                    (IncidentInput input) -> input.match() == null)
            .thenComparing(input -> input.signal() == null ? input.match().collapse() : input.signal(), Signal.BY_RANK);

    /** The rule it belongs to: the key. */
    public String ruleId() {
        return signal == null ? match.collapse().ruleId() : signal.ruleId();
    }

    /** Wraps a signal. */
    public static IncidentInput of(Signal signal) {
        return new IncidentInput(signal.sector(), signal.at(), signal, null);
    }

    /** Wraps a match. */
    public static IncidentInput of(ShockMatch match) {
        return new IncidentInput(match.collapse().sector(), match.at(), null, match);
    }
}
