package io.faultline.shock;

/**
 * State of one sector's incident machine, bounded: see {@link Course} and {@link NewsMemory}.
 *
 * @param course the open incident, else null
 * @param resolved the last incident while its onset session can still open it again, else null
 * @param news what is kept of the news
 */
public record Incident(Course course, Resolved resolved, NewsMemory news) {

    static final Incident NONE = new Incident(null, null, NewsMemory.EMPTY);

    /**
     * A resolved incident.
     *
     * @param incidentId its id
     * @param onsetIndex ordinal of its onset's session
     * @param revision its last revision
     */
    public record Resolved(String incidentId, int onsetIndex, int revision) {}

    boolean isEmpty() {
        return course == null && resolved == null && news.isEmpty();
    }
}
