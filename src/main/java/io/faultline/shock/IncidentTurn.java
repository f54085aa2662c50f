package io.faultline.shock;

import java.util.ArrayList;
import java.util.List;

/** One input being taken: the state in the making and the revisions it causes. Lives for one step. */
final class IncidentTurn {

    Course course;
    Incident.Ended ended;
    NewsMemory news;

    private final RevisionWriter writer;
    private final long at;
    private final List<Alert> alerts = new ArrayList<>();

    IncidentTurn(Incident state, RevisionWriter writer, long at) {
        this.course = state.course();
        this.ended = state.ended();
        this.news = state.news();
        this.writer = writer;
        this.at = at;
    }

    boolean isOpen() {
        return course != null;
    }

    void revise(AlertState state, Occasion occasion) {
        revise(state, Reason.of(occasion));
    }

    void revise(AlertState state, Reason reason) {
        course = course.revised();
        alerts.add(writer.write(course, state, reason, at));
    }

    void resolve() {
        end(AlertState.RESOLVE, Reason.of(Occasion.RESOLUTION));
    }

    void retract(Reason reason) {
        end(AlertState.RETRACT, reason);
    }

    /** Ends the incident; one that is retracted, or ends in its onset session, can be opened again under its id. */
    private void end(AlertState state, Reason reason) {
        revise(state, reason);
        ended = state == AlertState.RETRACT || course.inOnsetSession()
                ? new Incident.Ended(
                        course.incidentId(),
                        course.onset().onset().sessionIndex(),
                        course.told().revision())
                : null;
        course = null;
    }

    IncidentStep finished() {
        Incident state = new Incident(course, ended, news);
        return new IncidentStep(state.isEmpty() ? null : state, List.copyOf(alerts));
    }
}
