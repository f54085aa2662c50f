package io.faultline.market;

/** What a record on the tick topic says. */
public enum TickAction {
    /** A trade report. */
    NEW,
    /** Takes back the print named by {@code origTradeId}. */
    CANCEL,
    /** Replaces price and size of the print named by {@code origTradeId}. */
    CORRECT,
    /** Trading in the symbol is halted; the last price stands. */
    HALT,
    /** Trading resumes. */
    RESUME,
    /** No trade: only says that event time has reached {@code ts} on this partition. */
    HEARTBEAT
}
