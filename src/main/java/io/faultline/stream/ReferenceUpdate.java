package io.faultline.stream;

import io.faultline.market.CalendarEntry;
import io.faultline.rules.SectorRule;

/**
 * A change of rules or calendars, broadcast to every operator that needs them.
 *
 * @param ruleId set for a change of a rule
 * @param rule the rule; null removes it
 * @param calendarKey set for a change of a calendar, {@code mic|date}
 * @param entry the day; null restores the usual hours
 */
public record ReferenceUpdate(String ruleId, SectorRule rule, String calendarKey, CalendarEntry entry) {

    /** From a record of the rule topic. */
    public static ReferenceUpdate of(InboundRule inbound) {
        return new ReferenceUpdate(inbound.ruleId(), inbound.rule(), null, null);
    }

    /** From a record of the calendar topic. */
    public static ReferenceUpdate of(InboundCalendar inbound) {
        return new ReferenceUpdate(null, null, inbound.key(), inbound.entry());
    }
}
