package io.faultline.stream;

import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.rules.SectorRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Reference data known when the job is submitted. It spares a cold start the races between the first headlines and the
 * first rules, and between the first ticks and their listings; whatever arrives on the topics later takes precedence.
 *
 * @param rules current rules
 * @param calendars current special days
 * @param listings of the rules' members and benchmarks
 */
public record ReferenceSnapshot(List<SectorRule> rules, List<CalendarEntry> calendars, List<Listing> listings)
        implements Serializable {

    public static final ReferenceSnapshot EMPTY = new ReferenceSnapshot(List.of(), List.of());

    public ReferenceSnapshot {
        // Serialized with the operators: ArrayLists, whatever the caller used.
        rules = new ArrayList<>(rules);
        calendars = new ArrayList<>(calendars);
        listings = new ArrayList<>(listings);
    }

    /** Without listings. */
    public ReferenceSnapshot(List<SectorRule> rules, List<CalendarEntry> calendars) {
        this(rules, calendars, List.of());
    }
}
