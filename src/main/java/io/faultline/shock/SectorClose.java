package io.faultline.shock;

import io.faultline.market.MemberMove;
import io.faultline.market.MoveKind;
import io.faultline.market.TradingDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last finished session of a sector, kept so that corrected closes can revise it. Bounded: one move per member.
 *
 * @param date its trade date
 * @param level level at its close
 * @param moves latest move of each listing at the close, in the order of their keys
 */
public record SectorClose(TradingDay date, ShockLevel level, List<MemberMove> moves) {

    /** The close of a session. */
    public static SectorClose of(TradingDay date, ShockLevel level, Map<String, MemberMove> moves) {
        return new SectorClose(date, level, new ArrayList<>(new TreeMap<>(moves).values()));
    }

    /** Whether a move tells a close of this session anew. */
    public boolean isCorrectedBy(MemberMove move) {
        return move.kind() == MoveKind.CLOSE && move.tradeDate().equals(date);
    }

    /** With other closes in place of those told before. */
    public SectorClose corrected(List<MemberMove> closes) {
        Map<String, MemberMove> changed = byListing();
        closes.forEach(move -> changed.put(move.listingKey(), move));
        return of(date, level, changed);
    }

    /** The moves by listing key. */
    public Map<String, MemberMove> byListing() {
        Map<String, MemberMove> byListing = new TreeMap<>();
        moves.forEach(move -> byListing.put(move.listingKey(), move));
        return byListing;
    }
}
