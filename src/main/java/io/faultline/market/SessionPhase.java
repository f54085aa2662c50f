package io.faultline.market;

/** Part of a venue's trading day. */
public enum SessionPhase {
    /** Extended hours that count for the coming session, from the previous session's close on. */
    PRE_MARKET,
    /** Regular trading hours. */
    REGULAR,
    /** No trading: nights, breaks, weekends, holidays. */
    CLOSED
}
