package io.faultline.shock;

/**
 * One session of an incident.
 *
 * @param index its ordinal
 * @param now its newest figures
 * @param before the worst that was told before them and stands
 */
public record SessionToll(int index, SessionMark now, SessionExtremes before) {

    static SessionToll first(Signal signal) {
        return new SessionToll(signal.sessionIndex(), SessionMark.of(signal), SessionExtremes.NONE);
    }

    /** With newer figures; what is told at the same instant is told again, as the last change of level by the close. */
    SessionToll observed(SessionMark mark) {
        return new SessionToll(index, mark, mark.at() > now.at() ? before.with(now) : before);
    }

    /** Without the prints that were taken back: of what was told before only the low stands, measured without them. */
    SessionToll corrected(SessionMark mark, SessionMark low) {
        return new SessionToll(index, mark, SessionExtremes.of(low));
    }

    /** With other closing figures: what was told during the session stands, or the low measured again. */
    SessionToll closedAt(SessionMark mark, SessionMark low) {
        return new SessionToll(index, mark.at(now.at()), low == null ? before : SessionExtremes.of(low));
    }

    /** With other closing figures, which take what was told during the session with them. */
    SessionToll takenBack(SessionMark mark, SessionMark low) {
        return corrected(mark.at(now.at()), low);
    }

    /** Without a price left. */
    SessionToll unpriced() {
        return corrected(SessionMark.unchanged(now.at()), null);
    }

    /** Whether the session's deepest fall is less deep than it was. */
    boolean lowRoseFrom(SessionToll other) {
        return extremes().low() > other.extremes().low() + OpeningCondition.ROUNDING;
    }

    /** The worst of the session. */
    SessionExtremes extremes() {
        return before.with(now);
    }
}
