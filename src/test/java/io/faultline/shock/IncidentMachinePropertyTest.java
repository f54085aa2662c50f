package io.faultline.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any course of a market and its news. */
class IncidentMachinePropertyTest {

    private static final int SESSIONS = 12;

    /**
     * One thing that happens.
     *
     * @param kind which, 0 to 15
     * @param minute after the session's open
     * @param sectorReturn fraction
     */
    record Event(int kind, int minute, double sectorReturn) {}

    @Property(tries = 200)
    void revisionsAreNumberedAndBeginWithAnOpening(@ForAll("courses") List<List<Event>> course) {
        incidents(run(course).alerts()).forEach((id, revisions) -> {
            assertThat(revisions)
                    .extracting(Alert::revision)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, revisions.size()).boxed().toList());
            assertThat(revisions.get(0).state()).isEqualTo(AlertState.OPEN);
            for (int i = 1; i < revisions.size(); i++) {
                boolean opens = revisions.get(i).state() == AlertState.OPEN;
                assertThat(opens).isEqualTo(isLast(revisions.get(i - 1)));
            }
        });
    }

    @Property(tries = 200)
    void everyIncidentEndsWithinTwoSessionsOfItsLastLeg(@ForAll("courses") List<List<Event>> course) {
        incidents(run(course).alerts()).forEach((id, revisions) -> {
            Alert last = revisions.get(revisions.size() - 1);
            assertThat(isLast(last)).isTrue();
            // A leg that is withdrawn later has kept the incident open until then.
            int lastLeg = revisions.stream()
                    .flatMap(revision -> revision.legs().stream())
                    .mapToInt(leg -> index(leg.sessionDate()))
                    .max()
                    .orElseThrow();
            assertThat(index(last.sessionDate()) - lastLeg).isBetween(0, 2);
        });
    }

    @Property(tries = 200)
    void severityFallsByCorrectionsOnlyAndConfidenceKeepsItsBounds(@ForAll("courses") List<List<Event>> course) {
        incidents(run(course).alerts()).forEach((id, revisions) -> {
            for (int i = 1; i < revisions.size(); i++) {
                if (revisions.get(i).state() != AlertState.OPEN
                        && !revisions.get(i).explanation().contains("The severity is set back")) {
                    assertThat(revisions.get(i).severity())
                            .isGreaterThanOrEqualTo(revisions.get(i - 1).severity());
                }
            }
            assertThat(revisions).allSatisfy(alert -> {
                double ceiling = alert.basis() == Basis.ATTRIBUTED ? 0.6 : 0.95;
                assertThat(alert.confidence()).isBetween(0.0, ceiling);
                assertThat(alert.verdict() == Verdict.AI_LINKED)
                        .isEqualTo(!alert.evidence().isEmpty());
                assertThat(alert.verdict() == Verdict.AI_LINKED).isEqualTo(alert.basis() != null);
            });
        });
    }

    @Property(tries = 100)
    void stateIsBoundedAndTheSameInputGivesTheSameAlerts(@ForAll("courses") List<List<Event>> course) {
        Scenario scenario = new Scenario();
        for (IncidentInput input : inputs(course)) {
            scenario.take(input);
            if (scenario.state() != null) {
                assertBounded(scenario.state());
            }
        }
        assertThat(run(course).alerts()).isEqualTo(scenario.alerts());
    }

    /** Whatever is corrected in whatever order: legs and sum are those of the figures that came last. */
    @Property(tries = 200)
    void theSumIsTheProductOfTheSessionsAsCorrectedLast(
            @ForAll("returns") List<Double> closes, @ForAll("corrections") List<Correction> corrections) {
        Scenario scenario =
                new Scenario().take(Scenario.level("2025-01-27T14:30:01Z", ShockLevel.COLLAPSE, true, -0.3));
        double[] last = closes.stream().mapToDouble(Double::doubleValue).toArray();
        TradingSession first =
                Scenario.NASDAQ.session(TradingDay.parse("2025-01-27")).orElseThrow();
        List<String> dates = new ArrayList<>();
        TradingSession session = first;
        for (int day = 0; day < last.length; day++) {
            dates.add(session.date().toString());
            scenario.take(Scenario.level(
                    Instant.ofEpochMilli(session.open() + 3_600_000L).toString(), ShockLevel.COLLAPSE, true, -0.3));
            scenario.take(Scenario.close(dates.get(day), last[day]));
            for (Correction one : corrections) {
                if (one.after() == day && one.session() <= day) {
                    last[one.session()] = one.sectorReturn();
                    scenario.take(closeAgain(dates.get(one.session()), session.close() + 60_000, one.sectorReturn()));
                }
            }
            session = Scenario.NASDAQ.next(session);
        }
        double product = DoubleStream.of(last).reduce(1, (sum, one) -> sum * (1 + one)) - 1;

        assertThat(scenario.last().cumulative().capWeightedReturn()).isCloseTo(product, within(1e-9));
        assertThat(scenario.last().legs())
                .extracting(Leg::capWeightedReturn)
                .containsExactlyElementsOf(DoubleStream.of(last).boxed().toList());
    }

    /**
     * A corrected close.
     *
     * @param after told after the close of this session, 0 for the onset's
     * @param session corrected
     * @param sectorReturn new figure, fraction
     */
    record Correction(int after, int session, double sectorReturn) {}

    @Provide
    Arbitrary<List<Double>> returns() {
        return Arbitraries.doubles().between(-0.3, -0.2).list().ofSize(Toll.KEPT_SESSIONS);
    }

    @Provide
    Arbitrary<List<Correction>> corrections() {
        Arbitrary<Integer> session = Arbitraries.integers().between(0, Toll.KEPT_SESSIONS - 1);
        return Combinators.combine(session, session, Arbitraries.doubles().between(-0.3, -0.2))
                .as(Correction::new)
                .list()
                .ofMaxSize(12);
    }

    private static Signal closeAgain(String date, long at, double sectorReturn) {
        return Scenario.closeAgain(date, Instant.ofEpochMilli(at).toString(), ShockLevel.COLLAPSE, sectorReturn);
    }

    private static boolean isLast(Alert alert) {
        return alert.state() == AlertState.RESOLVE || alert.state() == AlertState.RETRACT;
    }

    private static void assertBounded(Incident state) {
        assertThat(state.news().rivals()).hasSizeLessThanOrEqualTo(NewsMemory.MAX_RIVALS);
        assertThat(state.news().withdrawn()).hasSizeLessThanOrEqualTo(NewsMemory.MAX_WITHDRAWN);
        if (state.course() != null) {
            assertThat(state.course().toll().sessions()).hasSizeLessThanOrEqualTo(Toll.KEPT_SESSIONS);
            assertThat(state.course().legs()).hasSizeLessThanOrEqualTo(Course.MAX_LEGS);
            assertThat(state.course().finding().rivals()).hasSizeLessThanOrEqualTo(Finding.MAX_RIVALS);
            assertThat(state.course().finding().evidence()).hasSizeLessThanOrEqualTo(StoryLink.MAX_EVIDENCE);
        }
    }

    @Provide
    Arbitrary<List<List<Event>>> courses() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 388),
                        Arbitraries.doubles().between(-0.25, 0.1))
                .as(Event::new);
        return event.list().ofMaxSize(8).list().ofSize(SESSIONS - 3);
    }

    private static Scenario run(List<List<Event>> course) {
        Scenario scenario = new Scenario();
        inputs(course).forEach(scenario::take);
        return scenario;
    }

    /** The events session by session, each session with its close, and three quiet sessions at the end. */
    private static List<IncidentInput> inputs(List<List<Event>> course) {
        List<IncidentInput> inputs = new ArrayList<>();
        TradingSession session =
                Scenario.NASDAQ.session(TradingDay.parse("2025-01-13")).orElseThrow();
        for (int day = 0; day < SESSIONS; day++) {
            List<Event> events = day < course.size() ? course.get(day) : List.of();
            double last = 0.0;
            for (Event event : events.stream()
                    .sorted((a, b) -> Integer.compare(a.minute(), b.minute()))
                    .toList()) {
                inputs.addAll(inputs(event, session));
                last = event.sectorReturn();
            }
            inputs.add(IncidentInput.of(Scenario.close(session.date().toString(), last)));
            for (Event event : events) {
                inputs.addAll(evening(event, session));
            }
            session = Scenario.NASDAQ.next(session);
        }
        return inputs;
    }

    private static List<IncidentInput> inputs(Event event, TradingSession session) {
        Instant at = Instant.ofEpochMilli(session.open() + event.minute() * 60_000L);
        String now = at.toString();
        String before = at.minusSeconds(40_000).toString();
        Signal release = Scenario.release(at.minusSeconds(200_000).toString(), "deepseek/r1");
        Signal talk = Scenario.amplification(before, "deepseek/r1", 0.8);
        Signal recap = Scenario.recap(now, "deepseek/r1");
        Signal collapse = Scenario.level(now, levelOf(event.sectorReturn()), true, event.sectorReturn());
        return switch (event.kind()) {
            case 0, 1, 2 -> List.of(IncidentInput.of(collapse));
            case 3, 4 ->
                List.of(IncidentInput.of(Scenario.preceding(release, talk, collapse)), IncidentInput.of(collapse));
            case 5 ->
                List.of(IncidentInput.of(
                        Scenario.level(now, levelOf(event.sectorReturn()), false, event.sectorReturn())));
            case 6 -> List.of(IncidentInput.of(Scenario.attributed(collapse, recap)));
            case 7 -> List.of(IncidentInput.of(Scenario.rival(now, "MACRO", 0.7)));
            case 8 -> List.of(IncidentInput.of(Scenario.withdrawn(now, talk)));
            case 9 ->
                List.of(IncidentInput.of(Scenario.correction(
                        now, levelOf(event.sectorReturn()), event.sectorReturn() <= -0.05, event.sectorReturn())));
            case 10 ->
                List.of(IncidentInput.of(Scenario.closeAgain(
                        Scenario.NASDAQ.previous(session).date().toString(),
                        now,
                        levelOf(event.sectorReturn()),
                        event.sectorReturn())));
            case 11 -> List.of(IncidentInput.of(recap), IncidentInput.of(talk));
            default -> List.of(IncidentInput.of(takenBack(event, session, now)));
        };
    }

    /** Prints that go without a price or an opening left, of the running session or the one before. */
    private static Signal takenBack(Event event, TradingSession session, String now) {
        String before = Scenario.NASDAQ.previous(session).date().toString();
        return switch (event.kind()) {
            case 12 -> Scenario.closeTakenBack(before, now, event.sectorReturn());
            case 13 -> Scenario.closeWithoutPrices(before, now);
            default -> Scenario.with(Scenario.correction(now, ShockLevel.NONE, false, 0), null);
        };
    }

    /** What may follow a close within the evening: it goes, or the venue's own is the first that opens its session. */
    private static List<IncidentInput> evening(Event event, TradingSession session) {
        String date = session.date().toString();
        String at = Instant.ofEpochMilli(session.close() + 60_000).toString();
        double stated = event.sectorReturn();
        if (event.kind() < 12) {
            return List.of();
        }
        if (event.kind() < 14) {
            return List.of(IncidentInput.of(Scenario.closeTakenBack(date, at, stated)));
        }
        return List.of(
                IncidentInput.of(Scenario.openedByItsClose(date, at, stated)),
                IncidentInput.of(Scenario.closeAgain(date, at, levelOf(stated), stated)));
    }

    private static ShockLevel levelOf(double sectorReturn) {
        return sectorReturn <= -0.15
                ? ShockLevel.CRASH
                : sectorReturn <= -0.05 ? ShockLevel.COLLAPSE : ShockLevel.WATCH;
    }

    private static Map<String, List<Alert>> incidents(List<Alert> alerts) {
        return alerts.stream().collect(Collectors.groupingBy(Alert::incidentId));
    }

    private static int index(TradingDay date) {
        return Scenario.NASDAQ.session(date).orElseThrow().index();
    }
}
