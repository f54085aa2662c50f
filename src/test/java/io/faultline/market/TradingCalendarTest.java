package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {

    private final TradingCalendars calendars = TradingCalendars.shipped();
    private final TradingCalendar nasdaq = calendars.of("XNAS");

    @ParameterizedTest
    @CsvSource({
        // instant, trade date it belongs to
        "2025-01-24T20:59:59.999Z, 2025-01-24",
        "2025-01-24T21:00:00Z, 2025-01-27",
        "2025-01-26T03:00:00Z, 2025-01-27",
        "2025-01-27T14:30:00Z, 2025-01-27",
        "2025-01-27T21:00:00Z, 2025-01-28",
        "2025-01-20T16:00:00Z, 2025-01-21",
        // overnight: Sunday evening, and after midnight, in the weeks in which the clocks change
        "2025-01-27T01:00:00Z, 2025-01-27",
        "2025-01-28T06:00:00Z, 2025-01-28",
        "2025-03-10T00:00:00Z, 2025-03-10",
        "2025-03-10T19:59:59.999Z, 2025-03-10",
        "2025-03-10T20:00:00Z, 2025-03-11",
        "2025-11-03T20:30:00Z, 2025-11-03",
        "2025-11-03T21:00:00Z, 2025-11-04",
        "2025-01-08T21:00:00Z, 2025-01-10",
        "2025-01-09T15:00:00Z, 2025-01-10",
        "2024-11-29T17:59:59Z, 2024-11-29",
        "2024-11-29T18:00:00Z, 2024-12-02",
        "2024-12-24T18:00:00Z, 2024-12-26",
    })
    void everyInstantBelongsToATradeDate(Instant instant, String tradeDate) {
        assertThat(nasdaq.sessionFor(instant.toEpochMilli()).date()).isEqualTo(TradingDay.parse(tradeDate));
    }

    @ParameterizedTest
    @CsvSource({
        // venue, trade date, open, close: daylight saving starts in New York on 2025-03-09, in Amsterdam on 2025-03-30
        "XNYS, 2025-03-07, 2025-03-07T14:30:00Z, 2025-03-07T21:00:00Z",
        "XNYS, 2025-03-10, 2025-03-10T13:30:00Z, 2025-03-10T20:00:00Z",
        "XNYS, 2025-10-31, 2025-10-31T13:30:00Z, 2025-10-31T20:00:00Z",
        "XNYS, 2025-11-03, 2025-11-03T14:30:00Z, 2025-11-03T21:00:00Z",
        "BATS, 2025-07-03, 2025-07-03T13:30:00Z, 2025-07-03T17:00:00Z",
        "ARCX, 2025-11-28, 2025-11-28T14:30:00Z, 2025-11-28T18:00:00Z",
        "XTKS, 2024-11-01, 2024-11-01T00:00:00Z, 2024-11-01T06:00:00Z",
        "XTKS, 2024-11-05, 2024-11-05T00:00:00Z, 2024-11-05T06:30:00Z",
        "XAMS, 2025-03-28, 2025-03-28T08:00:00Z, 2025-03-28T16:30:00Z",
        "XAMS, 2025-03-31, 2025-03-31T07:00:00Z, 2025-03-31T15:30:00Z",
        "XAMS, 2025-12-24, 2025-12-24T08:00:00Z, 2025-12-24T13:05:00Z",
        // no half day: the holiday is kept on another day
        "XNYS, 2022-07-01, 2022-07-01T13:30:00Z, 2022-07-01T20:00:00Z",
        "XNYS, 2022-12-23, 2022-12-23T14:30:00Z, 2022-12-23T21:00:00Z",
        // by rule, years ahead
        "XNYS, 2030-07-03, 2030-07-03T13:30:00Z, 2030-07-03T17:00:00Z",
        "XNYS, 2030-11-29, 2030-11-29T14:30:00Z, 2030-11-29T18:00:00Z",
    })
    void hoursFollowTheLocalClock(String mic, String tradeDate, Instant open, Instant close) {
        TradingSession session =
                calendars.of(mic).session(TradingDay.parse(tradeDate)).orElseThrow();

        assertThat(Instant.ofEpochMilli(session.open())).isEqualTo(open);
        assertThat(Instant.ofEpochMilli(session.close())).isEqualTo(close);
    }

    @ParameterizedTest
    @CsvSource({
        // overnight from Sunday 20:00 in New York on, then the pre-market
        "XNAS, 2025-01-27T00:59:59.999Z, CLOSED",
        "XNAS, 2025-01-27T01:00:00Z, PRE_MARKET",
        "XNAS, 2025-01-27T08:59:59Z, PRE_MARKET",
        "XNAS, 2025-01-27T09:00:00Z, PRE_MARKET",
        "XNAS, 2025-01-27T14:29:59.999Z, PRE_MARKET",
        "XNAS, 2025-01-27T14:30:00Z, REGULAR",
        "XNAS, 2025-01-27T20:59:59.999Z, REGULAR",
        "XNAS, 2025-01-27T21:00:00Z, PRE_MARKET",
        "XNAS, 2025-01-28T00:59:59.999Z, PRE_MARKET",
        "XNAS, 2025-01-28T01:00:00Z, PRE_MARKET",
        "XNAS, 2025-01-25T01:00:00Z, CLOSED",
        "XNAS, 2025-01-25T15:00:00Z, CLOSED",
        "XNAS, 2025-01-09T15:00:00Z, CLOSED",
        // the half day's post-market ends at 17:00 in New York
        "XNAS, 2024-11-29T21:59:59Z, PRE_MARKET",
        "XNAS, 2024-11-29T22:00:00Z, CLOSED",
        // the evening of a holiday is the night before the next trade date, that of a Thursday before one is not
        "XNAS, 2025-01-21T00:59:59Z, CLOSED",
        "XNAS, 2025-01-21T01:00:00Z, PRE_MARKET",
        "XNAS, 2025-04-18T00:00:00Z, CLOSED",
        "XTKS, 2025-01-27T02:29:59Z, REGULAR",
        "XTKS, 2025-01-27T02:30:00Z, CLOSED",
        "XTKS, 2025-01-27T03:30:00Z, REGULAR",
        "XTKS, 2025-01-27T06:30:00Z, CLOSED",
        "XAMS, 2025-01-27T08:00:00Z, REGULAR",
    })
    void phaseIsToldByTheHours(String mic, Instant instant, SessionPhase phase) {
        assertThat(calendars.of(mic).phaseAt(instant.toEpochMilli())).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({
        // published, trade date of the session it is seen from, age in sessions
        "2025-01-20T16:00:00Z, 2025-01-27, 5",
        "2025-01-26T20:00:00Z, 2025-01-27, 1",
        "2025-01-27T14:29:59Z, 2025-01-27, 1",
        "2025-01-27T14:30:00Z, 2025-01-27, 0",
        "2025-01-27T20:00:00Z, 2025-01-27, 0",
        "2025-01-27T22:00:00Z, 2025-01-27, 0",
        "2025-01-08T15:00:00Z, 2025-01-10, 1",
        "2025-03-01T00:00:00Z, 2025-01-10, 0",
    })
    void ageIsCountedInSessions(Instant published, String tradeDate, int age) {
        TradingSession session = nasdaq.session(TradingDay.parse(tradeDate)).orElseThrow();

        assertThat(nasdaq.sessionsOpenedBetween(published.toEpochMilli(), session))
                .isEqualTo(age);
    }

    @Test
    void unscheduledClosureHasNoSession() {
        TradingDay dayOfMourning = TradingDay.parse("2025-01-09");

        assertThat(nasdaq.session(dayOfMourning)).isEmpty();
        assertThat(calendars.of("XAMS").session(dayOfMourning)).isPresent();
    }

    @Test
    void laterEntryClosesADayAndItsRemovalOpensItAgain() {
        CalendarEntry closure =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-28"), true, null, null, "power failure");
        TradingCalendars closed = calendars.with(closure);
        TradingSession monday =
                closed.of("XNAS").session(TradingDay.parse("2025-01-27")).orElseThrow();

        assertThat(closed.of("XNAS").next(monday).date()).isEqualTo(TradingDay.parse("2025-01-29"));
        assertThat(closed.of("XNYS").next(monday).date()).isEqualTo(TradingDay.parse("2025-01-28"));
        assertThat(closed.without(closure.key()).of("XNAS").next(monday).date())
                .isEqualTo(TradingDay.parse("2025-01-28"));
        assertThat(nasdaq.next(monday).date()).isEqualTo(TradingDay.parse("2025-01-28"));
    }

    @Test
    void laterEntryCanOpenAShippedHolidayOrAWeekend() {
        TradingCalendars opened = calendars
                .with(new CalendarEntry("XNAS", TradingDay.parse("2025-01-09"), false, null, "12:00", null))
                .with(new CalendarEntry("XNAS", TradingDay.parse("2025-01-11"), false, "10:00", null, null));
        TradingCalendar calendar = opened.of("XNAS");
        TradingSession thursday =
                calendar.session(TradingDay.parse("2025-01-09")).orElseThrow();
        TradingSession friday = calendar.next(thursday);
        TradingSession saturday = calendar.next(friday);

        assertThat(Instant.ofEpochMilli(thursday.close())).isEqualTo(Instant.parse("2025-01-09T17:00:00Z"));
        assertThat(saturday.date()).isEqualTo(TradingDay.parse("2025-01-11"));
        assertThat(saturday.index()).isEqualTo(thursday.index() + 2);
        assertThat(Instant.ofEpochMilli(saturday.open())).isEqualTo(Instant.parse("2025-01-11T15:00:00Z"));
        assertThat(opened.without("XNAS|2025-01-09").of("XNAS").session(thursday.date()))
                .isEmpty();
    }

    @Test
    void closureBeforeTheAnchorShiftsNoIndex() {
        CalendarEntry longAgo = new CalendarEntry("XNAS", TradingDay.parse("2012-10-31"), true, null, null, "storm");
        long now = Instant.parse("2025-01-27T15:00:00Z").toEpochMilli();

        assertThat(calendars.with(longAgo).of("XNAS").sessionFor(now).index())
                .isEqualTo(nasdaq.sessionFor(now).index());
    }

    @ParameterizedTest
    @CsvSource({"25:00, 16:00", "09:30, 9", "16:00, 09:30"})
    void impossibleHoursAreRefused(String open, String close) {
        CalendarEntry entry = new CalendarEntry("XNAS", TradingDay.parse("2025-01-28"), false, open, close, null);

        assertThatThrownBy(() -> calendars.with(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownVenueIsRefused() {
        assertThat(calendars.knows("XXXX")).isFalse();
        assertThatThrownBy(() -> calendars.of("XXXX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XXXX");
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 253",
        "2021, 252",
        "2022, 251",
        "2023, 250",
        "2024, 252",
        "2025, 250",
        "2026, 251",
        "2027, 251",
        "2030, 251"
    })
    void usVenuesHaveTheKnownNumberOfSessions(int year, int sessions) {
        TradingSession first =
                nasdaq.sessionFor(Instant.parse(year + "-01-01T12:00:00Z").toEpochMilli());
        TradingSession last = nasdaq.previous(
                nasdaq.sessionFor(Instant.parse((year + 1) + "-01-01T12:00:00Z").toEpochMilli()));

        assertThat(last.index() - first.index() + 1).isEqualTo(sessions);
    }
}
