package io.faultline.market;

/** Why a record changed nothing, or why no move can be told. */
public enum Refusal {
    /** Its sale conditions never set the last price. */
    NOT_ELIGIBLE,
    /** Older than the last accepted print, or of a session that is over. */
    OUT_OF_SEQUENCE,
    /** Cancels or corrects a print that is not remembered. */
    UNKNOWN_PRINT,
    /** Far from the price before, and no second print has spoken for it, or the repeat of a report. */
    UNCORROBORATED,
    /** No listing is in force for the symbol; its newest print is kept. */
    UNLISTED,
    /** One listing more than are kept ahead of their dates: it, or an older one, is dropped. */
    TOO_MANY_LISTINGS,
    /** A listing older than the one in force. */
    OUTDATED_LISTING,
    /** No close of the last five sessions is known; told once per session. */
    STALE_REFERENCE
}
