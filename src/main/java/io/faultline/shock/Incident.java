package io.faultline.shock;

/**
 * State of one sector's incident machine, bounded: see {@link Course} and {@link NewsMemory}.
 *
 * @param course the open incident, else null
 * @param ended the last incident while its onset session can still open it again, else null
 * @param news what is kept of the news
 */
public record Incident(Course course, Ended ended, NewsMemory news) {

    static final Incident NONE = new Incident(null, null, NewsMemory.EMPTY);

    /**
     * An incident that was resolved or retracted.
     *
     * @param incidentId its id
     * @param onsetIndex ordinal of its onset's session
     * @param revision its last revision
     */
    public record Ended(String incidentId, int onsetIndex, int revision) {}

    boolean isEmpty() {
        return course == null && ended == null && news.isEmpty();
    }
}
