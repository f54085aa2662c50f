package io.faultline.stream;

import io.faultline.market.CalendarEntry;

/**
 * A record of the calendar topic: an entry, the removal of one, or why it is neither.
 *
 * @param key {@code mic|date}
 * @param entry null for a removal (tombstone) or a refused record
 * @param rejected null if usable
 */
public record InboundCalendar(String key, CalendarEntry entry, DeadLetter rejected) {}
