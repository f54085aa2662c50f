package io.faultline.market;

/** Why a listing's move is reported. */
public enum MoveKind {
    /** The last price moved, or was confirmed after a while. */
    PRINT,
    /** The regular session ended: the last price is the close. */
    CLOSE,
    /**
     * The reference close became known while there is no print of its session, or its only print was taken back: the
     * last price is the reference close itself and {@code tradeDate} the session of that close.
     */
    REFERENCE
}
