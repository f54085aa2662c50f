package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.CalendarEntry;
import io.faultline.market.Listing;
import io.faultline.market.Tick;
import io.faultline.market.TradingDay;
import io.faultline.news.Headline;
import io.faultline.shock.Signal;
import io.faultline.testkit.Signals;
import io.faultline.testkit.SmallMarket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The doors of the feeds: what passes, what becomes a dead letter, what only moves time. */
class IntakeHarnessTest {

    private static final Instant NOON = Instant.parse("2025-01-27T17:00:00Z");
    private static final DeadLetter BROKEN =
            new DeadLetter("t", 1, 42, 7, null, new byte[] {'{'}, "parse", "MALFORMED_JSON", "ends too early");

    @Test
    void ticksPassRefusalsGoAsideHeartbeatsEnd() throws Exception {
        Tick print = SmallMarket.ticks().get(0);
        Tick heartbeat = SmallMarket.heartbeat(NOON);
        try (OperatorHarness<InboundTick, SymbolInput> door = OperatorHarness.of(Intakes::ticks)) {
            door.element(new InboundTick(print, print.ts(), null), print.ts());
            door.element(new InboundTick(null, 7, BROKEN), 7);
            door.element(new InboundTick(heartbeat, heartbeat.ts(), null), heartbeat.ts());

            assertThat(door.output()).containsExactly(SymbolInput.of(print));
            assertThat(door.side(SideOutputs.DEAD_LETTERS))
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(BROKEN);
        }
    }

    @Test
    void headlinesPassRefusalsGoAsideHeartbeatsEnd() throws Exception {
        Headline headline = SmallMarket.headlines().get(0);
        Headline heartbeat = SmallMarket.headlineHeartbeat(NOON);
        InboundHeadline inbound = new InboundHeadline(headline, NOON.toEpochMilli(), null);
        try (OperatorHarness<InboundHeadline, InboundHeadline> door = OperatorHarness.of(Intakes::headlines)) {
            door.element(inbound, 1);
            door.element(new InboundHeadline(null, 7, BROKEN), 7);
            door.element(new InboundHeadline(heartbeat, NOON.toEpochMilli(), null), 8);

            assertThat(door.output()).containsExactly(inbound);
            assertThat(door.side(SideOutputs.DEAD_LETTERS))
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(BROKEN);
        }
    }

    @Test
    void listingsBecomeInputsOfTheirSymbol() throws Exception {
        Listing listing = SmallMarket.listings().get(0);
        try (OperatorHarness<InboundListing, SymbolInput> door = OperatorHarness.of(Intakes::listings)) {
            door.element(new InboundListing(listing, 0, null), 0);
            door.element(new InboundListing(null, 7, BROKEN), 7);

            assertThat(door.output()).containsExactly(new SymbolInput("AAA@XNAS", null, listing));
            assertThat(door.side(SideOutputs.DEAD_LETTERS))
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(BROKEN);
        }
    }

    @Test
    void aTombstoneIsTheRemovalOfARuleAndNoHeartbeat() throws Exception {
        try (OperatorHarness<InboundRule, ReferenceUpdate> door = OperatorHarness.of(Intakes::rules)) {
            door.element(new InboundRule("chips", SmallMarket.rule(), null), 0);
            door.element(new InboundRule("chips", null, null), 1);
            door.element(new InboundRule("chips", null, BROKEN), 2);

            assertThat(door.output())
                    .containsExactly(
                            new ReferenceUpdate("chips", SmallMarket.rule(), null, null),
                            new ReferenceUpdate("chips", null, null, null));
            assertThat(door.side(SideOutputs.DEAD_LETTERS))
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(BROKEN);
        }
    }

    @Test
    void calendarDaysAndTheirRemovalsPass() throws Exception {
        CalendarEntry closed =
                new CalendarEntry("XNAS", TradingDay.parse("2025-01-28"), true, null, null, "day of mourning");
        try (OperatorHarness<InboundCalendar, ReferenceUpdate> door = OperatorHarness.of(Intakes::calendars)) {
            door.element(new InboundCalendar(closed.key(), closed, null), 0);
            door.element(new InboundCalendar(closed.key(), null, null), 1);

            assertThat(door.output())
                    .containsExactly(
                            new ReferenceUpdate(null, null, "XNAS|2025-01-28", closed),
                            new ReferenceUpdate(null, null, "XNAS|2025-01-28", null));
        }
    }

    @Test
    void aSignalTooLateForThePatternIsNamed() throws Exception {
        Signal late = Signals.collapse(5);
        try (OperatorHarness<Signal, DeadLetter> door = OperatorHarness.of(Intakes::lateSignals)) {
            door.element(late, late.at());

            assertThat(door.output()).singleElement().satisfies(letter -> {
                assertThat(letter.errorClass()).isEqualTo("LATE_SIGNAL");
                assertThat(letter.timestamp()).isEqualTo(late.at());
                assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo("chips");
                assertThat(letter.reason()).contains("LEVEL of chips");
            });
        }
    }
}
