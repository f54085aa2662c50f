package io.faultline.market;

import static io.faultline.market.PrintRole.AUCTION_CLOSE;
import static io.faultline.market.PrintRole.AUCTION_OPEN;
import static io.faultline.market.PrintRole.AUCTION_REOPEN;
import static io.faultline.market.PrintRole.LAST;
import static io.faultline.market.PrintRole.NOT_LAST;
import static io.faultline.market.PrintRole.OFFICIAL_CLOSE;
import static io.faultline.market.PrintRole.OFFICIAL_OPEN;

/**
 * The sale condition letters of the US consolidated tapes, after the public output specifications of CTS (tapes A and
 * B, run by the CTA) and UTDF (tape C, run by the UTP plan). A letter that means different things on them has a row for
 * each. Letters that the tapes reserve or have withdrawn are barred, since nobody can say what they mean.
 */
public enum SaleCondition {
    REGULAR('@', Tapes.BOTH, LAST, "regular sale"),
    ACQUISITION('A', Tapes.UTP, LAST, "acquisition"),
    AVERAGE_PRICE_CTA('B', Tapes.CTA, NOT_LAST, "average price"),
    BUNCHED('B', Tapes.UTP, LAST, "bunched trade"),
    CASH('C', Tapes.BOTH, NOT_LAST, "cash settlement"),
    DISTRIBUTION('D', Tapes.UTP, LAST, "distribution"),
    AUTOMATIC_EXECUTION('E', Tapes.CTA, LAST, "automatic execution"),
    RESERVED_E('E', Tapes.UTP, NOT_LAST, "reserved"),
    INTERMARKET_SWEEP('F', Tapes.BOTH, LAST, "intermarket sweep"),
    BUNCHED_SOLD('G', Tapes.UTP, NOT_LAST, "bunched sold, reported late"),
    PRICE_VARIATION('H', Tapes.BOTH, NOT_LAST, "price variation"),
    ODD_LOT('I', Tapes.BOTH, NOT_LAST, "odd lot"),
    RULE_127_155('K', Tapes.BOTH, LAST, "rule 127 or 155"),
    SOLD_LAST('L', Tapes.BOTH, NOT_LAST, "sold last, reported late"),
    CLOSE_PRICE('M', Tapes.BOTH, OFFICIAL_CLOSE, "market center official close"),
    NEXT_DAY('N', Tapes.BOTH, NOT_LAST, "next-day settlement"),
    OPENING('O', Tapes.BOTH, AUCTION_OPEN, "opening trade"),
    PRIOR_REFERENCE('P', Tapes.BOTH, NOT_LAST, "prior reference price"),
    OPEN_PRICE('Q', Tapes.BOTH, OFFICIAL_OPEN, "market center official open"),
    SELLER('R', Tapes.BOTH, NOT_LAST, "seller's settlement"),
    SPLIT_TRADE('S', Tapes.UTP, LAST, "split trade"),
    EXTENDED_HOURS('T', Tapes.BOTH, LAST, "extended hours"),
    EXTENDED_HOURS_SOLD('U', Tapes.BOTH, NOT_LAST, "extended hours, out of sequence"),
    CONTINGENT('V', Tapes.BOTH, NOT_LAST, "contingent trade"),
    AVERAGE_PRICE_UTP('W', Tapes.UTP, NOT_LAST, "average price"),
    CROSS('X', Tapes.BOTH, LAST, "cross trade"),
    YELLOW_FLAG('Y', Tapes.UTP, LAST, "yellow flag, regular"),
    SOLD('Z', Tapes.BOTH, NOT_LAST, "sold, out of sequence"),
    STOPPED('1', Tapes.UTP, LAST, "stopped stock, regular"),
    STOPPED_SOLD_LAST('2', Tapes.UTP, NOT_LAST, "stopped stock, sold last (withdrawn)"),
    STOPPED_SOLD('3', Tapes.UTP, NOT_LAST, "stopped stock, out of sequence (withdrawn)"),
    DERIVATIVELY_PRICED('4', Tapes.BOTH, NOT_LAST, "derivatively priced"),
    REOPENING('5', Tapes.BOTH, AUCTION_REOPEN, "reopening trade"),
    CLOSING('6', Tapes.BOTH, AUCTION_CLOSE, "closing trade"),
    QUALIFIED_CONTINGENT('7', Tapes.BOTH, NOT_LAST, "qualified contingent trade"),
    RESERVED_8('8', Tapes.BOTH, NOT_LAST, "reserved"),
    CORRECTED_CLOSE('9', Tapes.BOTH, PrintRole.CORRECTED_CLOSE, "corrected consolidated close of the listing market");

    /** Which tapes print a letter in one meaning. */
    enum Tapes {
        CTA,
        UTP,
        BOTH
    }

    private final char letter;
    private final Tapes tapes;
    private final PrintRole role;
    private final String meaning;

    SaleCondition(char letter, Tapes tapes, PrintRole role, String meaning) {
        this.letter = letter;
        this.tapes = tapes;
        this.role = role;
        this.meaning = meaning;
    }

    /** As it stands in the conditions of a print. */
    public char letter() {
        return letter;
    }

    /** Whether tapes A and B print the letter in this meaning. */
    public boolean onCta() {
        return tapes != Tapes.UTP;
    }

    /** Whether tape C prints the letter in this meaning. */
    public boolean onUtp() {
        return tapes != Tapes.CTA;
    }

    /** What a print with this condition may do. */
    public PrintRole role() {
        return role;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }
}
