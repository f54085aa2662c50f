package io.faultline.shock;

import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.TradingDay;
import io.faultline.shock.SectorStatus.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last finished session of a sector, kept so that corrected closes can revise it. Bounded: one move per member, and
 * those of two triggers and the low.
 *
 * @param date its trade date
 * @param level level at its close
 * @param moves latest move of each listing at the close, in the order of their keys
 * @param triggers what the session's opening and crash rest on
 * @param low what the lowest figures told during it rest on; null if there were none
 */
public record SectorClose(
        TradingDay date, ShockLevel level, List<MemberMove> moves, List<Trigger> triggers, Trigger low) {

    /** The close of a session. */
    public static SectorClose of(SectorStatus status, Map<String, MemberMove> moves) {
        return new SectorClose(status.sessionDate(), status.level(), sorted(moves), status.triggers(), status.low());
    }

    /** Whether a move tells a close of this session anew. */
    public boolean isCorrectedBy(MemberMove move) {
        return move.kind() == MoveKind.CLOSE && move.tradeDate().equals(date);
    }

    /** With other closes in place of those told before. */
    public SectorClose corrected(List<MemberMove> closes) {
        Map<String, MemberMove> changed = byListing();
        closes.forEach(move -> changed.put(move.listingKey(), move));
        return new SectorClose(date, level, sorted(changed), triggers, low);
    }

    /** With what the session is judged by after a correction. */
    public SectorClose judged(ShockLevel corrected, SectorStatus restsOn) {
        return new SectorClose(date, corrected, moves, restsOn.triggers(), restsOn.low());
    }

    /** The session's status at its close. */
    public SectorStatus status() {
        return SectorStatus.fresh(date, Long.MIN_VALUE).closedAt(level, triggers, low);
    }

    private static List<MemberMove> sorted(Map<String, MemberMove> moves) {
        return new ArrayList<>(new TreeMap<>(moves).values());
    }

    /** The moves by listing key. */
    public Map<String, MemberMove> byListing() {
        Map<String, MemberMove> byListing = new TreeMap<>();
        moves.forEach(move -> byListing.put(move.listingKey(), move));
        return byListing;
    }
}
