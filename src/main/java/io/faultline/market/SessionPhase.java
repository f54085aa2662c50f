package io.faultline.market;

/** Part of a venue's trading day. */
public enum SessionPhase {
    /** Thin trading that counts for the coming session: post-market, overnight and pre-market. */
    PRE_MARKET,
    /** Regular trading hours. */
    REGULAR,
    /** No trading: breaks, weekends, holidays, nights of a venue without an overnight session. */
    CLOSED
}
