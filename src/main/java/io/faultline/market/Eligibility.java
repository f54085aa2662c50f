package io.faultline.market;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The role of a print by its sale conditions ({@link SaleCondition} has the letters); of several conditions the
 * strongest role counts. Letters that a tape does not list are taken as regular: an unknown mark must not silence a
 * stock, and outliers are held back by {@link Corroboration} anyway.
 *
 * <p>Stricter than the tapes in one point: prints that they let set the last price only when it is the day's first, or
 * only when no other venue has printed since ({@code G L P R Z 4}), are never taken: their price is that of an earlier
 * moment or of other terms. Looser in another: extended-hours prints ({@code T}) are taken, since they are the pre-market price of the
 * coming session.
 */
public final class Eligibility {

    private static final PrintRole[] CTA = roles(SaleCondition::onCta);
    private static final PrintRole[] UTP = roles(SaleCondition::onUtp);
    private static final PrintRole[] EITHER_TAPE = roles(condition -> condition.onCta() && condition.onUtp());

    private Eligibility() {}

    /**
     * The role of a NEW or CORRECT record. An auction or an official price counts as one on the listing venue only:
     * the opening or closing trade of another venue is an ordinary print, its official price says nothing. A print
     * that names no venue is taken to be from the listing venue.
     */
    public static PrintRole role(Tick tick) {
        PrintRole role = role(tick.tape(), tick.conditions());
        if (role == PrintRole.LAST || tick.venue() == null || tick.venue().equals(tick.mic())) {
            return role;
        }
        return role.isAuction() ? PrintRole.LAST : PrintRole.NOT_LAST;
    }

    /**
     * The role by conditions alone.
     *
     * @param tape A, B or C; for anything else or null only conditions count that both tapes share
     * @param conditions sale condition letters, blanks and {@code @} meaning regular; may be null
     */
    public static PrintRole role(String tape, String conditions) {
        PrintRole strongest = PrintRole.LAST;
        if (conditions == null) {
            return strongest;
        }
        PrintRole[] roles = roles(tape);
        for (int i = 0; i < conditions.length(); i++) {
            char letter = conditions.charAt(i);
            if (letter < roles.length && roles[letter].compareTo(strongest) > 0) {
                strongest = roles[letter];
            }
        }
        return strongest;
    }

    /** Whether a print with these conditions may set the last price; parameters as of {@link #role(String, String)}. */
    public static boolean maySetLast(String tape, String conditions) {
        return role(tape, conditions).maySetLast();
    }

    private static PrintRole[] roles(String tape) {
        if ("C".equals(tape)) {
            return UTP;
        }
        return "A".equals(tape) || "B".equals(tape) ? CTA : EITHER_TAPE;
    }

    private static PrintRole[] roles(Predicate<SaleCondition> printed) {
        PrintRole[] roles = new PrintRole['Z' + 1];
        Arrays.fill(roles, PrintRole.LAST);
        for (SaleCondition condition : SaleCondition.values()) {
            if (printed.test(condition)) {
                roles[condition.letter()] = condition.role();
            }
        }
        return roles;
    }
}
