package io.faultline.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest eligible prints of a session, at most {@value #KEPT}; the newest one is the last price.
 *
 * @param prints oldest first
 * @param accepted prints of the session so far, less those cancelled; not only the newest
 */
public record RecentPrints(List<Print> prints, int accepted) {

    /** How far back a cancel or correction can reach. */
    public static final int KEPT = 8;

    /** No print yet. */
    static RecentPrints none() {
        return new RecentPrints(List.of(), 0);
    }

    /** The newest print, null if there is none. */
    public Print last() {
        return prints.isEmpty() ? null : prints.get(prints.size() - 1);
    }

    RecentPrints plus(Print print) {
        int dropped = prints.size() < KEPT ? 0 : 1;
        List<Print> longer = new ArrayList<>(KEPT);
        for (int i = dropped; i < prints.size(); i++) {
            longer.add(prints.get(i));
        }
        longer.add(print);
        return new RecentPrints(longer, accepted + 1);
    }

    /** Whether a print with this id is among them. */
    boolean holds(String tradeId) {
        return indexOf(tradeId) >= 0;
    }

    /** The print with this id, which must be among them. */
    Print withId(String tradeId) {
        return prints.get(indexOf(tradeId));
    }

    RecentPrints without(String tradeId) {
        List<Print> shorter = new ArrayList<>(prints);
        shorter.remove(indexOf(tradeId));
        return new RecentPrints(shorter, accepted - 1);
    }

    /** With another price in place of a print's; its time stands. */
    RecentPrints corrected(String tradeId, String newTradeId, double price) {
        List<Print> changed = new ArrayList<>(prints);
        int at = indexOf(tradeId);
        changed.set(at, prints.get(at).corrected(newTradeId, price));
        return new RecentPrints(changed, accepted);
    }

    /** The newest one alone, as if it were the first. */
    RecentPrints newestOnly() {
        return prints.size() < 2 ? this : new RecentPrints(List.of(last()), 1);
    }

    private int indexOf(String tradeId) {
        for (int i = prints.size() - 1; i >= 0 && tradeId != null; i--) {
            if (tradeId.equals(prints.get(i).tradeId())) {
                return i;
            }
        }
        return -1;
    }
}
