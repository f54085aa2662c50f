package io.faultline.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TradingCalendarPropertyTest {

    private static final long FROM = Instant.parse("2019-12-01T00:00:00Z").toEpochMilli();
    private static final long TO = Instant.parse("2029-01-01T00:00:00Z").toEpochMilli();

    private final TradingCalendars calendars = TradingCalendars.shipped();

    @Property
    void everyInstantBelongsToExactlyOneSession(@ForAll("mics") String mic, @ForAll("instants") long instant) {
        TradingCalendar calendar = calendars.of(mic);
        TradingSession session = calendar.sessionFor(instant);

        assertThat(contains(session, instant)).isTrue();
        assertThat(contains(calendar.previous(session), instant)).isFalse();
        assertThat(contains(calendar.next(session), instant)).isFalse();
        assertThat(calendar.session(session.date())).contains(session);
    }

    @Property
    void sessionsFollowEachOtherWithoutGapOrOverlap(@ForAll("mics") String mic, @ForAll("instants") long instant) {
        TradingCalendar calendar = calendars.of(mic);
        TradingSession session = calendar.sessionFor(instant);
        TradingSession next = calendar.next(session);

        assertThat(next.index()).isEqualTo(session.index() + 1);
        assertThat(next.previousClose()).isEqualTo(session.close());
        assertThat(calendar.previous(next)).isEqualTo(session);
        assertThat(session.previousClose()).isLessThan(session.extendedOpen());
        assertThat(session.extendedOpen()).isLessThanOrEqualTo(session.open());
        assertThat(session.open()).isLessThan(session.close());
        assertThat(session.close()).isLessThanOrEqualTo(session.extendedClose());
        assertThat(session.extendedClose()).isLessThanOrEqualTo(next.extendedOpen());
    }

    @Property
    void theOrderOfQuestionsDoesNotMatter(
            @ForAll("mics") String mic, @ForAll("instants") long a, @ForAll("instants") long b) {
        TradingCalendar asked = calendars.of(mic);
        asked.sessionFor(b);

        assertThat(asked.sessionFor(a))
                .isEqualTo(TradingCalendars.shipped().of(mic).sessionFor(a));
    }

    @Property
    void ageGrowsByOneWithEachSession(@ForAll("mics") String mic, @ForAll("instants") long instant) {
        TradingCalendar calendar = calendars.of(mic);
        TradingSession own = calendar.sessionFor(instant);
        TradingSession next = calendar.next(own);

        assertThat(calendar.sessionsOpenedBetween(instant, next))
                .isEqualTo(calendar.sessionsOpenedBetween(instant, own) + 1);
    }

    @Provide
    Arbitrary<String> mics() {
        return Arbitraries.of("XNYS", "XNAS", "ARCX", "BATS", "XTKS", "XAMS");
    }

    @Provide
    Arbitrary<Long> instants() {
        return Arbitraries.longs().between(FROM, TO);
    }

    private static boolean contains(TradingSession session, long instant) {
        return instant >= session.previousClose() && instant < session.close();
    }
}
