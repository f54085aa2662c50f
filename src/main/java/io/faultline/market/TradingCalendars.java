package io.faultline.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calendars of all venues: those shipped, changed by entries that came later. Immutable; every change gives a new
 * set that shares the calendars of the other venues.
 */
public final class TradingCalendars {

    private final Map<String, List<VenueHours>> hours;
    private final Map<String, List<CalendarEntry>> shippedDays;
    private final Map<String, CalendarEntry> later;
    private final Map<String, TradingCalendar> calendars;

    private TradingCalendars(
            Map<String, List<VenueHours>> hours,
            Map<String, List<CalendarEntry>> shippedDays,
            Map<String, CalendarEntry> later,
            Map<String, TradingCalendar> calendars) {
        this.hours = hours;
        this.shippedDays = shippedDays;
        this.later = later;
        this.calendars = calendars;
    }

    /** Read once; every set has calendars of its own, since those keep what they computed. */
    private static final class Shipped {
        static final Map<String, List<VenueHours>> HOURS = CalendarTable.venues();
        static final Map<String, List<CalendarEntry>> DAYS = CalendarTable.specialDays();
    }

    /** The calendars that come with the product. */
    public static TradingCalendars shipped() {
        Map<String, List<VenueHours>> hours = Shipped.HOURS;
        Map<String, List<CalendarEntry>> days = Shipped.DAYS;
        Map<String, TradingCalendar> calendars = new HashMap<>();
        hours.forEach((mic, venueHours) ->
                calendars.put(mic, new TradingCalendar(mic, venueHours, days.getOrDefault(mic, List.of()))));
        return new TradingCalendars(hours, days, Map.of(), calendars);
    }

    /**
     * This set with one more closure or day of special hours; it replaces what was known about that day.
     *
     * @throws IllegalArgumentException for an unknown venue, or times that are malformed or out of order
     */
    public TradingCalendars with(CalendarEntry entry) {
        of(entry.mic());
        if (entry.equals(later.get(entry.key()))) {
            return this;
        }
        Map<String, CalendarEntry> entries = new HashMap<>(later);
        entries.put(entry.key(), entry);
        return rebuilt(entry.mic(), entries);
    }

    /** This set without the later entry of that key ({@code mic|date}): the day is as shipped again. */
    public TradingCalendars without(String key) {
        CalendarEntry entry = later.get(key);
        if (entry == null) {
            return this;
        }
        Map<String, CalendarEntry> entries = new HashMap<>(later);
        entries.remove(key);
        return rebuilt(entry.mic(), entries);
    }

    /** Whether there is a calendar for a venue. */
    public boolean knows(String mic) {
        return calendars.containsKey(mic);
    }

    /**
     * The calendar of a venue.
     *
     * @throws IllegalArgumentException for an unknown one
     */
    public TradingCalendar of(String mic) {
        TradingCalendar calendar = calendars.get(mic);
        if (calendar == null) {
            throw new IllegalArgumentException("no trading calendar for venue " + mic);
        }
        return calendar;
    }

    private TradingCalendars rebuilt(String mic, Map<String, CalendarEntry> entries) {
        List<CalendarEntry> days = new ArrayList<>(shippedDays.getOrDefault(mic, List.of()));
        entries.values().stream().filter(entry -> entry.mic().equals(mic)).forEach(days::add);
        Map<String, TradingCalendar> changed = new HashMap<>(calendars);
        changed.put(mic, new TradingCalendar(mic, hours.get(mic), days));
        return new TradingCalendars(hours, shippedDays, entries, changed);
    }
}
