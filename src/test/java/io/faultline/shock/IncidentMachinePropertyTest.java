package io.faultline.shock;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.TradingDay;
import io.faultline.market.TradingSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
     * @param kind which, 0 to 9
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
                boolean afterResolve = revisions.get(i - 1).state() == AlertState.RESOLVE;
                assertThat(opens).isEqualTo(afterResolve);
            }
        });
    }

    @Property(tries = 200)
    void everyIncidentResolvesWithinTwoSessionsOfItsLastLeg(@ForAll("courses") List<List<Event>> course) {
        incidents(run(course).alerts()).forEach((id, revisions) -> {
            Alert last = revisions.get(revisions.size() - 1);
            assertThat(last.state()).isEqualTo(AlertState.RESOLVE);
            TradingDay lastLeg = last.legs().get(last.legs().size() - 1).sessionDate();
            assertThat(index(last.sessionDate()) - index(lastLeg)).isBetween(0, 2);
        });
    }

    @Property(tries = 200)
    void severityNeverFallsAndConfidenceKeepsItsBounds(@ForAll("courses") List<List<Event>> course) {
        incidents(run(course).alerts()).forEach((id, revisions) -> {
            for (int i = 1; i < revisions.size(); i++) {
                if (revisions.get(i).state() != AlertState.OPEN) {
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

    private static void assertBounded(Incident state) {
        assertThat(state.news().rivals()).hasSizeLessThanOrEqualTo(NewsMemory.MAX_RIVALS);
        assertThat(state.news().withdrawn()).hasSizeLessThanOrEqualTo(NewsMemory.MAX_WITHDRAWN);
        if (state.course() != null) {
            assertThat(state.course().legs()).hasSizeLessThanOrEqualTo(Course.MAX_LEGS);
            assertThat(state.course().finding().rivals()).hasSizeLessThanOrEqualTo(Finding.MAX_RIVALS);
            assertThat(state.course().finding().evidence()).hasSizeLessThanOrEqualTo(StoryLink.MAX_EVIDENCE);
        }
    }

    @Provide
    Arbitrary<List<List<Event>>> courses() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
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
            default -> List.of(IncidentInput.of(recap), IncidentInput.of(talk));
        };
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
