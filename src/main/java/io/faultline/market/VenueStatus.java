package io.faultline.market;

import java.util.HashMap;
import java.util.Map;

/** Which venues are in regular hours at an instant and which have a session on a trade date; looked up once per venue. */
final class VenueStatus {

    private final TradingCalendars calendars;
    private final TradingDay date;
    private final long now;
    private final Map<String, Boolean> trading = new HashMap<>();
    private final Map<String, Boolean> sessions = new HashMap<>();

    /** @param now epoch milliseconds; what has just ended at it still counts as trading */
    VenueStatus(TradingCalendars calendars, TradingDay date, long now) {
        this.calendars = calendars;
        this.date = date;
        this.now = now;
    }

    /** Whether the venue is in regular hours of a session on the date. */
    boolean trades(String mic) {
        return trading.computeIfAbsent(mic, venue -> {
            if (!calendars.knows(venue)) {
                return false;
            }
            TradingCalendar calendar = calendars.of(venue);
            return calendar.sessionFor(now - 1).date().equals(date) && calendar.phaseUpTo(now) == SessionPhase.REGULAR;
        });
    }

    /** Whether the venue has a session on the date. */
    boolean hasSession(String mic) {
        return sessions.computeIfAbsent(
                mic,
                venue -> calendars.knows(venue)
                        && calendars.of(venue).session(date).isPresent());
    }
}
