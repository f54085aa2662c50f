package io.faultline.rules;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One sector with its thresholds, as published on the rule topic.
 *
 * @param ruleId key on the topic; part of every incident id
 * @param sector sector id used in alerts
 * @param title name for people
 * @param version raised by one with each change, 1 or more
 * @param state whether it takes part
 * @param effectiveFrom ISO date from which the version holds, for people
 * @param homeMic venue whose calendar gives the sector's sessions
 * @param benchmark listing key of the market proxy, {@code symbol@mic}
 * @param members listing keys, {@code symbol@mic}
 * @param thresholds when a fall is a shock
 * @param estimation which sessions beta and residual sigma are estimated from
 * @param exposure how headlines are linked to the sector
 */
public record SectorRule(
        String ruleId,
        String sector,
        String title,
        int version,
        RuleState state,
        String effectiveFrom,
        String homeMic,
        String benchmark,
        List<String> members,
        Thresholds thresholds,
        EstimationWindow estimation,
        ExposureTerms exposure)
        implements Serializable {

    /** As shown in alerts: {@code ruleId@version}. */
    public String ruleVersion() {
        return ruleId + "@" + version;
    }

    /** Keys of all listings that the rule looks at: its members and the benchmark. */
    public Set<String> listingKeys() {
        Set<String> keys = new LinkedHashSet<>(members);
        keys.add(benchmark);
        return keys;
    }

    /** The same rule in another state. */
    public SectorRule inState(RuleState other) {
        return new SectorRule(
                ruleId,
                sector,
                title,
                version,
                other,
                effectiveFrom,
                homeMic,
                benchmark,
                members,
                thresholds,
                estimation,
                exposure);
    }
}
