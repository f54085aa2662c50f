package io.faultline.stream;

import io.faultline.market.CalendarEntry;

/**
 * A calendar day in broadcast state.
 *
 * @param entry special hours; null = usual hours
 */
public record CalendarChange(CalendarEntry entry) {}
