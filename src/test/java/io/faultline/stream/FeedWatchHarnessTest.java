package io.faultline.stream;

import static io.faultline.testkit.Market.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.CalendarEntry;
import io.faultline.market.FeedPulse;
import io.faultline.market.FeedState;
import io.faultline.market.TradingDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which feeds are called stale, by event time alone; prints go stale after 5 minutes. */
class FeedWatchHarnessTest {

    private OperatorHarness<FeedPulse, FeedState> watch;
    private int read;

    @BeforeEach
    void open() throws Exception {
        watch = OperatorHarness.keyedBroadcast(
                () -> new FeedWatchFunction(SymbolStage.SETTINGS, ReferenceSnapshot.EMPTY), FeedPulse::feed);
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
    }

    @Test
    void silenceInRegularHoursIsToldAfterFiveMinutesAndEndsWithAPrint() throws Exception {
        print("XNAS", "2025-01-27T15:00:00Z");

        watch.time("2025-01-27T15:04:59.999Z");
        assertThat(staleAt()).containsOnly(false);
        watch.time("2025-01-27T15:05:00Z");
        assertThat(staleAt()).containsExactly(true);

        print("XNAS", "2025-01-27T15:20:00Z");
        assertThat(staleAt()).containsExactly(false);
        watch.time("2025-01-27T15:24:59.999Z");
        assertThat(staleAt()).doesNotContain(true);
    }

    @ParameterizedTest
    @CsvSource({
        // venue, last print, silent until, why
        "XNAS, 2025-01-24T20:59:59Z, 2025-01-27T14:34:59Z, weekend and the first minutes of Monday",
        "XNAS, 2025-01-17T20:59:59Z, 2025-01-21T14:34:59Z, holiday on Monday",
        "XNAS, 2025-01-08T20:59:59Z, 2025-01-10T14:34:59Z, unscheduled closure",
        "XNAS, 2024-11-29T17:59:00Z, 2024-12-02T14:34:59Z, half day",
        "XNAS, 2025-03-07T20:59:59Z, 2025-03-10T13:34:59Z, clocks change in New York",
        "XAMS, 2025-03-28T16:29:59Z, 2025-03-31T07:04:59Z, clocks change in Amsterdam",
        "XTKS, 2025-01-27T02:29:00Z, 2025-01-27T03:34:59Z, lunch break",
    })
    void aClosedExchangeIsNoSilence(String mic, String last, String until, String why) throws Exception {
        print(mic, last);
        minuteByMinute(last, until);

        assertThat(staleAt()).as(why).isNotEmpty().doesNotContain(true);
        watch.time(Instant.parse(until).plusSeconds(1).toEpochMilli());
        assertThat(staleAt()).as("silent since trading began").containsExactly(true);
    }

    @Test
    void theCloseEndsASilence() throws Exception {
        print("XNAS", "2024-11-29T17:00:00Z");
        minuteByMinute("2024-11-29T17:00:00Z", "2024-11-29T17:59:00Z");
        assertThat(staleAt()).last().isEqualTo(true);

        watch.time("2024-11-29T18:00:00Z");
        assertThat(staleAt()).containsExactly(false);
    }

    @Test
    void aVenueThatNeverPrintsIsSilentSinceTimeCame() throws Exception {
        pulse(new FeedPulse("ticks.XNAS", "XNAS", millis("2025-01-24T21:00:00Z"), false));

        watch.time("2025-01-27T15:00:00Z");
        assertThat(staleAt()).doesNotContain(true);
        watch.time("2025-01-27T15:04:59Z");
        assertThat(staleAt()).doesNotContain(true);
        watch.time("2025-01-27T15:05:00Z");
        assertThat(staleAt()).containsExactly(true);
    }

    @Test
    void headlinesAreExpectedAroundTheClockWithMorePatience() throws Exception {
        pulse(FeedPulse.ofHeadline(millis("2025-01-25T03:00:00Z")));

        watch.time("2025-01-25T03:59:59Z");
        assertThat(staleAt()).containsOnly(false);
        watch.time("2025-01-25T04:00:00Z");
        assertThat(staleAt()).containsExactly(true);
    }

    @Test
    void eachVenueIsAFeedOfItsOwn() throws Exception {
        print("XNAS", "2025-01-27T15:00:00Z");
        print("XAMS", "2025-01-27T15:00:00Z");
        print("XAMS", "2025-01-27T15:04:00Z");
        watch.time("2025-01-27T15:05:00Z");

        assertThat(watch.output())
                .filteredOn(FeedState::stale)
                .extracting(FeedState::feed)
                .containsExactly("ticks.XNAS");
        assertThat(watch.stateEntries()).isEqualTo(2);
        assertThat(watch.timers()).isEqualTo(2);
    }

    @Test
    void aClosureThatBecomesKnownWhileSilentEndsTheSilence() throws Exception {
        print("XNAS", "2025-01-27T20:59:00Z");
        watch.time("2025-01-28T14:35:00Z");
        assertThat(staleAt()).last().isEqualTo(true);

        CalendarEntry closure =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-28"), true, null, null, "power failure");
        watch.reference(new ReferenceUpdate(null, null, closure.key(), closure));
        watch.time("2025-01-28T14:40:00Z");
        assertThat(staleAt()).containsExactly(false);

        watch.reference(new ReferenceUpdate(null, null, closure.key(), null));
        watch.time("2025-01-28T15:41:00Z");
        assertThat(staleAt()).last().isEqualTo(true);
    }

    @Test
    void aSilenceOutlivesARestartAndIsToldAgain() throws Exception {
        print("XNAS", "2025-01-27T15:00:00Z");
        watch.time("2025-01-27T15:05:00Z");
        watch = watch.restored();
        read = 0;

        watch.time("2025-01-27T15:10:00Z");
        assertThat(staleAt()).containsExactly(true);
    }

    @Test
    void theEndOfTheInputIsNoSilence() throws Exception {
        print("XNAS", "2025-01-27T15:00:00Z");
        watch.time(Long.MAX_VALUE);

        assertThat(staleAt()).containsExactly(false);
    }

    private void print(String mic, String at) throws Exception {
        pulse(new FeedPulse("ticks." + mic, mic, millis(at), true));
    }

    private void pulse(FeedPulse pulse) throws Exception {
        watch.element(pulse, pulse.at());
    }

    /** As live: time comes in small steps. */
    private void minuteByMinute(String from, String until) throws Exception {
        Instant end = Instant.parse(until);
        for (Instant now = Instant.parse(from); now.isBefore(end); now = now.plus(Duration.ofMinutes(1))) {
            watch.time(now.toEpochMilli());
        }
        watch.time(until);
    }

    /** What was told since the last look. */
    private List<Boolean> staleAt() {
        List<FeedState> told = new ArrayList<>(watch.output());
        List<Boolean> news =
                told.subList(read, told.size()).stream().map(FeedState::stale).toList();
        read = told.size();
        return news;
    }
}
