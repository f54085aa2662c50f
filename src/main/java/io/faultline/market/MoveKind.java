package io.faultline.market;

/** Why a listing's move is reported. */
public enum MoveKind {
    /** The last price moved, or was confirmed after a while. */
    PRINT,
    /** The regular session ended: the last price is the close. */
    CLOSE
}
