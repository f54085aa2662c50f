package io.faultline.market;

import java.util.ArrayList;
import java.util.List;

/**
 * What a record, or the passing of time, did to a listing.
 *
 * @param state state after it
 * @param moves to tell the sectors, in order; mostly none
 * @param refusal why the record was not used or no move can be told, null if all is well
 * @param dropped a print that no second one spoke for, or the repeat of a report; null for none
 */
public record SymbolStep(SymbolState state, List<MemberMove> moves, Refusal refusal, Print dropped) {

    /** Nothing to tell. */
    static SymbolStep quiet(SymbolState state) {
        return new SymbolStep(state, List.of(), null, null);
    }

    static SymbolStep refused(SymbolState state, Refusal refusal) {
        return new SymbolStep(state, List.of(), refusal, null);
    }

    static SymbolStep told(SymbolState state, MemberMove move) {
        return new SymbolStep(state, List.of(move), null, null);
    }

    /** The same, telling a move before the others. */
    SymbolStep telling(MemberMove first) {
        List<MemberMove> all = new ArrayList<>(moves);
        all.add(0, first);
        return new SymbolStep(state, all, refusal, dropped);
    }

    SymbolStep withRefusal(Refusal changed) {
        return new SymbolStep(state, moves, changed, dropped);
    }

    SymbolStep dropping(Print print) {
        return print == null ? this : new SymbolStep(state, moves, refusal, print);
    }

    /** The same, taking back a print. */
    SymbolStep withdrawing(String tradeId) {
        List<MemberMove> withdrawing =
                moves.stream().map(move -> move.withdrawing(tradeId)).toList();
        return new SymbolStep(state, withdrawing, refusal, dropped);
    }
}
