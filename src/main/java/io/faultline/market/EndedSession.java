package io.faultline.market;

/**
 * The session before the running one: its close can still be corrected.
 *
 * @param date trade date
 * @param closedAt its regular close, epoch milliseconds
 * @param position the close as last told or due, or the reference close while there is no print of the session; null if
 *     there was nothing to compare with, so that no close can be told
 * @param prints newest prints of the session and official closes after it; the last one is the close
 * @param before own close as it was without a print of the session, null if there was none
 * @param since corporate actions since then by listings no longer in force
 * @param revisedAt time of the newest correction of the close that was told or is due, 0 for none
 * @param held official close far from the session's last price, which a second statement must bear out; null for none
 */
public record EndedSession(
        TradingDay date,
        long closedAt,
        MemberMove position,
        RecentPrints prints,
        OwnClose before,
        Adjustment since,
        long revisedAt,
        Print held) {

    EndedSession withPrints(RecentPrints changed) {
        return new EndedSession(date, closedAt, position, changed, before, since, revisedAt, held);
    }

    /** With listings that are no longer in force. */
    EndedSession passing(Iterable<Listing> listings) {
        OwnClose stood = before == null ? null : before.after(listings);
        return new EndedSession(date, closedAt, position, prints, stood, since.then(listings), revisedAt, held);
    }

    EndedSession holding(Print close) {
        return new EndedSession(date, closedAt, position, prints, before, since, revisedAt, close);
    }

    EndedSession revised(MemberMove changed) {
        return new EndedSession(date, closedAt, changed, prints, before, since, changed.at(), held);
    }
}
