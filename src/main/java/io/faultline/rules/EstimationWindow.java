package io.faultline.rules;

import java.io.Serializable;

/**
 * Which sessions a sector's beta and residual sigma are estimated from. Counted back from the session that is judged:
 * first the gap, which keeps a slide that builds up out of the estimate, then the window.
 *
 * @param sessions length of the window in sessions, 3 to {@value #MAX_SESSIONS}
 * @param gapSessions newest sessions that are left out, 0 to {@value #MAX_GAP}
 * @param minSessions sessions with a return of sector and market that the window must hold before anything is
 *     estimated, 3 (a line leaves no residual through fewer) to {@code sessions}
 */
public record EstimationWindow(int sessions, int gapSessions, int minSessions) implements Serializable {

    /** About two years: the most that is kept per sector. */
    public static final int MAX_SESSIONS = 504;

    public static final int MAX_GAP = 60;

    /** A line through two points has no residual. */
    static final int FEWEST = 3;

    /** The documented defaults: half a year of sessions, two weeks before the one that is judged. */
    public static EstimationWindow defaults() {
        return new EstimationWindow(120, 10, 60);
    }

    /** What {@code minSessions} is unless it is stated: the documented default, or a shorter window as a whole. */
    public static int usualMinSessions(int sessions) {
        return Math.max(FEWEST, Math.min(defaults().minSessions(), sessions));
    }

    /** Sessions to be remembered: window and gap. */
    public int remembered() {
        return sessions + gapSessions;
    }
}
