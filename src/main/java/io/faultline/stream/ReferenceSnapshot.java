package io.faultline.stream;

import io.faultline.market.CalendarEntry;
import io.faultline.rules.SectorRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules and calendar entries known when the job is submitted. They spare a cold start the race between the first
 * headlines and the first rules; whatever arrives on the topics later takes precedence.
 *
 * @param rules current rules
 * @param calendars current special days
 */
public record ReferenceSnapshot(List<SectorRule> rules, List<CalendarEntry> calendars) implements Serializable {

    public static final ReferenceSnapshot EMPTY = new ReferenceSnapshot(List.of(), List.of());

    public ReferenceSnapshot {
        // Serialized with the operators: ArrayLists, whatever the caller used.
        rules = new ArrayList<>(rules);
        calendars = new ArrayList<>(calendars);
    }
}
