package io.faultline.market;

import java.util.List;

/**
 * Keeps single wrong prints from moving anything. Wrong prints are rare, come alone and are often taken back only
 * minutes later; a market that has really jumped prints there again at once. So a print far from the last accepted one
 * (before the first of a session: from the reference close) is held until the next eligible print speaks for or
 * against it:
 *
 * <ul>
 *   <li>near the last accepted price: the held print is dropped;
 *   <li>far on the same side: two prints say that the price has gone at least as far as the nearer of them. The held
 *       print is accepted. So is the new one, unless it lies farther out still, and far from the held one: then only
 *       it knows of such a price, and it is held in turn. Nothing is ever accepted on the word of one print;
 *   <li>far on the other side: the held print is dropped and the new one held.
 * </ul>
 *
 * <p>An auction is many orders that met at one price: it is accepted at once and drops a held print. Without a price
 * to compare with, a print is accepted. The same report twice is no second witness, and a
 * print that arrives late is judged as if it had come before the held one. Distances are fractions of the
 * compared price, hence the same for a 3 dollar and a 3000 dollar share.
 *
 * <p>One print is held at most. Its owner drops it when it is cancelled, corrected into one that may not set the last
 * price, or when the session ends; a correction of its price is judged as a new print with nothing held.
 *
 * <p>The cost: a true jump is seen one print late, and a listing whose prints alternate by more than the band stays
 * where it was.
 */
public final class Corroboration {

    private final double beyond;

    /** @param beyond distance from the compared price (fraction of it, above 0) up to which a print is accepted */
    public Corroboration(double beyond) {
        if (!(beyond > 0.0)) {
            throw new IllegalArgumentException("prints cannot be held beyond " + beyond);
        }
        this.beyond = beyond;
    }

    /**
     * What a print did.
     *
     * @param accepted to be remembered, oldest first, the last one being the last price; at most two
     * @param held waits for the next print, null for none
     * @param dropped uncorroborated: held till now and not believed, or the repeat of a report; null for none
     */
    public record Outcome(List<Print> accepted, Print held, Print dropped) {

        private Outcome after(Print first) {
            return new Outcome(accepted.isEmpty() ? List.of(first) : List.of(first, accepted.get(0)), held, dropped);
        }
    }

    /**
     * Judges a print that may set the last price.
     *
     * @param recent accepted prints of the session
     * @param reference what to compare with before the first of them, null if not known
     * @param held the print held so far, null for none
     * @param print the new one
     * @param auction whether it comes from an auction of the listing venue
     */
    public Outcome judge(RecentPrints recent, ReferenceClose reference, Print held, Print print, boolean auction) {
        if (held != null && (isRepeat(held, print) || recent.holds(print.tradeId()))) {
            return new Outcome(List.of(), held, print);
        }
        double compared = compared(recent, reference);
        if (held == null || print.ts() >= held.ts()) {
            return inOrder(compared, held, print, auction);
        }
        Outcome earlier = inOrder(compared, null, print, auction);
        return earlier.accepted().isEmpty()
                ? inOrder(compared, print, held, false)
                : inOrder(print.price(), null, held, false).after(print);
    }

    /** Whether a print that needs a second one to speak for it has found it: near enough to be about the same price. */
    boolean bearsOut(Print print, Print otherOrNull) {
        return otherOrNull != null && !isFar(print, otherOrNull.price());
    }

    /** Whether a print is accepted without another: near the last one, or the reference, or nothing to compare with. */
    boolean isNear(RecentPrints recent, ReferenceClose reference, Print print) {
        return !isFar(print, compared(recent, reference));
    }

    private Outcome inOrder(double compared, Print held, Print print, boolean auction) {
        if (auction || !isFar(print, compared)) {
            return new Outcome(List.of(print), null, held);
        }
        if (held == null || !isFar(held, compared) || !sameSide(held, print, compared)) {
            return new Outcome(List.of(), print, held);
        }
        boolean fartherOut = Math.abs(print.price() - compared) > Math.abs(held.price() - compared);
        return fartherOut && isFar(print, held.price())
                ? new Outcome(List.of(held), print, null)
                : new Outcome(List.of(held, print), null, null);
    }

    private boolean isFar(Print print, double compared) {
        return Math.abs(print.price() - compared) > beyond * compared;
    }

    private static boolean sameSide(Print one, Print other, double compared) {
        return (one.price() > compared) == (other.price() > compared);
    }

    /** NaN, from which nothing is far, if there is nothing to compare with. */
    private static double compared(RecentPrints recent, ReferenceClose reference) {
        if (recent.last() != null) {
            return recent.last().price();
        }
        return reference == null ? Double.NaN : reference.price();
    }

    /** By id; reports without one are the same if nothing tells them apart. */
    static boolean isRepeat(Print held, Print print) {
        return print.tradeId() == null ? print.equals(held) : print.tradeId().equals(held.tradeId());
    }
}
