package io.faultline.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions of one venue. Every instant belongs to exactly one session: the one with
 * {@code previousClose <= t < close}, so what happens at or after a close belongs to the next trade date.
 *
 * <p>Immutable and safe for threads; sessions are computed once and kept.
 */
public final class TradingCalendar {

    /** Sessions are counted from here, so an older closure that becomes known shifts no index after it. */
    private static final int ANCHOR = (int) LocalDate.of(2020, 1, 1).toEpochDay();

    /** About eight years of sessions; a wider range is computed again. */
    private static final int KEPT_SESSIONS = 2_048;

    private final String mic;
    private final List<VenueHours> hours;
    private final Map<Integer, CalendarEntry> specialDays = new HashMap<>();
    private final int[] closedWeekdays;
    private final int[] openWeekends;
    private final Map<Integer, SessionBounds> kept = new ConcurrentHashMap<>();
    private volatile SessionBounds recent;

    TradingCalendar(String mic, List<VenueHours> hours, Iterable<CalendarEntry> entries) {
        this.mic = mic;
        this.hours = List.copyOf(hours);
        for (CalendarEntry entry : entries) {
            int day = entry.date().epochDay();
            if (!entry.closed()) {
                hoursFrom(day).adjusted(entry);
            }
            specialDays.put(day, entry);
        }
        closedWeekdays = daysWhere(true);
        openWeekends = daysWhere(false);
    }

    /** Market identifier code of the venue. */
    public String mic() {
        return mic;
    }

    /** The session an instant (epoch milliseconds) belongs to. */
    public TradingSession sessionFor(long epochMilli) {
        return boundsFor(epochMilli).session();
    }

    /** The session an instant (epoch milliseconds) belongs to, with its bounds. */
    public SessionBounds boundsFor(long epochMilli) {
        SessionBounds known = recent;
        if (known != null && known.contains(epochMilli)) {
            return known;
        }
        long localDay = Instant.ofEpochMilli(epochMilli)
                .atZone(hours.get(0).zone())
                .toLocalDate()
                .toEpochDay();
        int day = Math.toIntExact(localDay);
        if (!isSession(day) || epochMilli >= boundsOn(day).session().close()) {
            day = sessionDay(day, 1);
        }
        recent = boundsOn(day);
        return recent;
    }

    /** The session of a trade date; empty on days without one. */
    public Optional<TradingSession> session(TradingDay date) {
        return isSession(date.epochDay())
                ? Optional.of(boundsOn(date.epochDay()).session())
                : Optional.empty();
    }

    /** The session after this one. */
    public TradingSession next(TradingSession session) {
        return boundsOn(sessionDay(session.date().epochDay(), 1)).session();
    }

    /** The session before this one. */
    public TradingSession previous(TradingSession session) {
        return boundsOn(sessionDay(session.date().epochDay(), -1)).session();
    }

    /** Part of the day at an instant, epoch milliseconds. */
    public SessionPhase phaseAt(long epochMilli) {
        return boundsFor(epochMilli).phaseAt(epochMilli);
    }

    /** Part of the day that an instant is judged in: at a session's close the part that ends, else the one that is. */
    public SessionPhase phaseUpTo(long epochMilli) {
        SessionBounds bounds = boundsFor(epochMilli - 1);
        boolean atClose = epochMilli == bounds.session().close();
        return bounds.phaseAt(atClose ? epochMilli - 1 : epochMilli);
    }

    /**
     * Age in sessions: how many sessions opened after an instant (epoch milliseconds), up to and including
     * {@code upTo}. 0 for something that happened during {@code upTo} or later.
     */
    public int sessionsOpenedBetween(long afterMillis, TradingSession upTo) {
        TradingSession around = sessionFor(afterMillis);
        int firstToOpen = afterMillis < around.open() ? around.index() : around.index() + 1;
        return Math.max(0, upTo.index() - firstToOpen + 1);
    }

    private boolean isSession(int day) {
        CalendarEntry entry = specialDays.get(day);
        return entry == null ? isWeekday(day) : !entry.closed();
    }

    private int sessionDay(int day, int direction) {
        int candidate = day + direction;
        while (!isSession(candidate)) {
            candidate += direction;
        }
        return candidate;
    }

    private SessionBounds boundsOn(int day) {
        SessionBounds known = kept.get(day);
        if (known != null) {
            return known;
        }
        if (kept.size() >= KEPT_SESSIONS) {
            kept.clear();
        }
        SessionBounds computed = compute(day);
        kept.put(day, computed);
        return computed;
    }

    private SessionBounds compute(int day) {
        VenueHours today = hoursOn(day);
        int dayBefore = sessionDay(day, -1);
        VenueHours before = hoursOn(dayBefore);
        long previousClose = millis(dayBefore, before.close(), before);
        int preOpenDay = today.opensOvernight() ? day - 1 : day;
        TradingSession session = new TradingSession(
                new TradingDay(day),
                ordinal(day) - ordinal(ANCHOR),
                previousClose,
                Math.max(previousClose, millis(preOpenDay, today.preOpen(), today)),
                millis(day, today.open(), today),
                millis(day, today.close(), today),
                millis(day, today.postClose(), today));
        boolean unbroken = today.breakStart() == null;
        return new SessionBounds(
                session,
                millis(dayBefore, before.postClose(), before),
                unbroken ? 0 : millis(day, today.breakStart(), today),
                unbroken ? 0 : millis(day, today.breakEnd(), today));
    }

    private VenueHours hoursOn(int day) {
        VenueHours usual = hoursFrom(day);
        CalendarEntry entry = specialDays.get(day);
        return entry == null || entry.closed() ? usual : usual.adjusted(entry);
    }

    private VenueHours hoursFrom(int day) {
        VenueHours inForce = hours.get(0);
        for (VenueHours candidate : hours) {
            if (candidate.from().toEpochDay() <= day) {
                inForce = candidate;
            }
        }
        return inForce;
    }

    private static long millis(int day, LocalTime time, VenueHours hours) {
        return LocalDate.ofEpochDay(day)
                .atTime(time)
                .atZone(hours.zone())
                .toInstant()
                .toEpochMilli();
    }

    private int[] daysWhere(boolean closed) {
        return specialDays.values().stream()
                .filter(entry -> entry.closed() == closed)
                .mapToInt(entry -> entry.date().epochDay())
                .filter(day -> isWeekday(day) == closed)
                .sorted()
                .toArray();
    }

    /** Sessions up to and including a day, from some fixed day in the past: weekdays, less closures, plus extras. */
    private int ordinal(int day) {
        return weekdaysUpTo(day) - countUpTo(closedWeekdays, day) + countUpTo(openWeekends, day);
    }

    private static int countUpTo(int[] sortedDays, int day) {
        int at = Arrays.binarySearch(sortedDays, day);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Monday 1970-01-05 is epoch day 4. */
    private static int weekdaysUpTo(int day) {
        return Math.floorDiv(day - 4, 7) * 5 + Math.min(Math.floorMod(day - 4, 7) + 1, 5);
    }

    private static boolean isWeekday(int day) {
        return Math.floorMod(day - 4, 7) < 5;
    }
}
