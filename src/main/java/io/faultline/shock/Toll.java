package io.faultline.shock;

import io.faultline.market.DrawdownFigures;
import io.faultline.market.SectorDrawdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an incident has cost since the close before it. The newest sessions are kept one by one, so that each can be
 * corrected; older ones are compounded for good.
 *
 * @param before sessions that are no longer kept
 * @param sessions oldest first, at least one, at most {@value #KEPT_SESSIONS}
 * @param latest newest figures of the last session
 * @param closed whether they are its closing figures
 */
public record Toll(Compound before, List<SessionToll> sessions, SectorDrawdown latest, boolean closed) {

    static final int KEPT_SESSIONS = 5;

    static Toll from(Signal opening) {
        return new Toll(Compound.START, List.of(SessionToll.first(opening)), opening.drawdown(), opening.tellsClose());
    }

    /** With the figures of a market signal of this or a later session; those of an earlier one change nothing. */
    Toll observed(Signal signal) {
        if (signal.sessionIndex() < latestIndex()) {
            return this;
        }
        boolean closing = signal.tellsClose();
        if (signal.sessionIndex() == latestIndex()) {
            return changed(signal, session -> session.observed(SessionMark.of(signal)), closing);
        }
        List<SessionToll> more = new ArrayList<>(sessions);
        more.add(SessionToll.first(signal));
        boolean full = more.size() > KEPT_SESSIONS;
        return new Toll(full ? before.after(more.remove(0)) : before, List.copyOf(more), signal.drawdown(), closing);
    }

    /** Without the prints of the last session that were taken back. */
    Toll corrected(Signal signal) {
        return changed(signal, session -> session.corrected(SessionMark.of(signal), SessionMark.lowOf(signal)), closed);
    }

    /** With other closing figures of a session that is kept. */
    Toll closeCorrected(Signal signal) {
        return changed(signal, session -> session.closedAt(SessionMark.of(signal), SessionMark.lowOf(signal)), closed);
    }

    /** With other closing figures of a session whose opening falls with them. */
    Toll closeTakenBack(Signal signal) {
        return changed(signal, session -> session.takenBack(SessionMark.of(signal), SessionMark.lowOf(signal)), closed);
    }

    /** Without any price of a session: it counts as unchanged, and the figures told last stay in sight. */
    Toll unpriced(int index) {
        List<SessionToll> left = sessions.stream()
                .map(session -> session.index() == index ? session.unpriced() : session)
                .toList();
        return new Toll(before, left, latest, closed);
    }

    private Toll changed(Signal signal, UnaryOperator<SessionToll> change, boolean nowClosed) {
        List<SessionToll> changed = sessions.stream()
                .map(session -> session.index() == signal.sessionIndex() ? change.apply(session) : session)
                .toList();
        boolean ofLast = signal.sessionIndex() == latestIndex();
        return new Toll(before, changed, ofLast ? signal.drawdown() : latest, nowClosed);
    }

    /** A close without new figures: the last ones are the closing figures. */
    Toll closing() {
        return new Toll(before, sessions, latest, true);
    }

    /** The session with this ordinal; null if it is none of the incident's, or no longer kept. */
    SessionToll session(int index) {
        return sessions.stream()
                .filter(session -> session.index() == index)
                .findFirst()
                .orElse(null);
    }

    int latestIndex() {
        return sessions.get(sessions.size() - 1).index();
    }

    Cumulative cumulative() {
        Compound total = total();
        return new Cumulative(total.capWeighted() - 1, total.capChangeUsd());
    }

    double recoveredShare() {
        return total().recoveredShare();
    }

    /** Highest level of all sessions. */
    ShockLevel level() {
        return total().level();
    }

    DrawdownFigures figures() {
        return latest.figures();
    }

    private Compound total() {
        Compound total = before;
        for (SessionToll session : sessions) {
            total = total.after(session);
        }
        return total;
    }
}
