package io.faultline.market;

/**
 * Whether a print may set the last price, by its sale conditions. The letters follow the public specifications of the
 * consolidated tapes (CTA for tapes A and B, UTP for C), which differ: {@code B} is an average price on one and a
 * bunched, regular trade on the other. A print with several conditions is eligible only if each of them is.
 *
 * <p>Stricter than the tapes in one point: prints that they let set the last price only when it is the day's first are
 * never taken. Looser in another: extended-hours prints ({@code T}) are taken, since they are the pre-market price of
 * the coming session.
 */
public final class Eligibility {

    /**
     * Both tapes: 4 derivatively priced, 7 qualified contingent, 9 corrected consolidated close, C cash, H price
     * variation, I odd lot, L sold last, M official close, N next day, P prior reference price, Q official open, R
     * seller, U extended hours out of sequence, V contingent, Z sold out of sequence.
     */
    private static final String EITHER_TAPE = "479CHILMNPQRUVZ";

    /** CTA besides: B average price. */
    private static final String CTA = EITHER_TAPE + "B";

    /** UTP besides: E placeholder, G bunched sold, W average price. */
    private static final String UTP = EITHER_TAPE + "EGW";

    private Eligibility() {}

    /**
     * Whether a print with these conditions may set the last price.
     *
     * @param tape A, B or C; for anything else or null only conditions that both tapes share count
     * @param conditions sale condition letters, blanks and {@code @} meaning regular; may be null
     */
    public static boolean maySetLast(String tape, String conditions) {
        if (conditions == null) {
            return true;
        }
        String barred = barred(tape);
        for (int i = 0; i < conditions.length(); i++) {
            if (barred.indexOf(conditions.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String barred(String tape) {
        if ("C".equals(tape)) {
            return UTP;
        }
        return "A".equals(tape) || "B".equals(tape) ? CTA : EITHER_TAPE;
    }
}
