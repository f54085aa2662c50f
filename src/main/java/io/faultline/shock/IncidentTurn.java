package io.faultline.shock;

import java.util.ArrayList;
import java.util.List;

/** One input being taken: the state in the making and the revisions it causes. Lives for one step. */
final class IncidentTurn {

    Course course;
    Incident.Resolved resolved;
    NewsMemory news;

    private final RevisionWriter writer;
    private final long at;
    private final List<Alert> alerts = new ArrayList<>();

    IncidentTurn(Incident state, RevisionWriter writer, long at) {
        this.course = state.course();
        this.resolved = state.resolved();
        this.news = state.news();
        this.writer = writer;
        this.at = at;
    }

    boolean isOpen() {
        return course != null;
    }

    void revise(AlertState state, Occasion occasion) {
        course = course.revised();
        alerts.add(writer.write(course, state, occasion, at));
    }

    /** Ends the incident; only one that ends in its onset session can be opened again under its id. */
    void resolve() {
        revise(AlertState.RESOLVE, Occasion.RESOLUTION);
        resolved = course.inOnsetSession()
                ? new Incident.Resolved(
                        course.incidentId(), course.onsetIndex(), course.told().revision())
                : null;
        course = null;
    }

    IncidentStep finished() {
        Incident state = new Incident(course, resolved, news);
        return new IncidentStep(state.isEmpty() ? null : state, List.copyOf(alerts));
    }
}
