package io.faultline.market;

/**
 * The session that a listing is in.
 *
 * @param bounds when it is, null before a listing is in force
 * @param reference close of the session before, null if not known
 * @param prints newest eligible prints
 * @param held print that waits for a second one to speak for it, null for none
 * @param reported what was last told, null if nothing
 * @param staleReported the missing reference was told
 */
public record RunningSession(
        SessionBounds bounds,
        ReferenceClose reference,
        RecentPrints prints,
        Print held,
        LastReport reported,
        boolean staleReported) {

    /** Before its first print. */
    static RunningSession begun(SessionBounds bounds, ReferenceClose reference) {
        return new RunningSession(bounds, reference, RecentPrints.none(), null, null, false);
    }

    RunningSession within(SessionBounds changed, ReferenceClose changedReference) {
        return new RunningSession(changed, changedReference, prints, held, reported, staleReported);
    }

    RunningSession withPrints(RecentPrints changed, Print changedHeld) {
        return new RunningSession(bounds, reference, changed, changedHeld, reported, staleReported);
    }

    RunningSession withReported(LastReport changed) {
        return new RunningSession(bounds, reference, prints, held, changed, staleReported);
    }

    RunningSession withStaleReported() {
        return new RunningSession(bounds, reference, prints, held, reported, true);
    }
}
