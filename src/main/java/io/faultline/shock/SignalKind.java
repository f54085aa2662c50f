package io.faultline.shock;

/** The rare events of a sector: all that CEP and the incident machine ever see. */
public enum SignalKind {
    /** The sector's level changed; {@code drawdown} tells the figures. */
    LEVEL,
    /**
     * A regular session ended; {@code drawdown} holds the closing figures, {@code level} the level by them. Comes again
     * when they are corrected.
     */
    SESSION_CLOSE,
    /** A model or product release that the sector is exposed to. */
    RELEASE,
    /** Attention to such a story rose above its baseline. */
    AMPLIFICATION,
    /** A headline names the story as the cause of the fall. */
    RECAP,
    /** Another cause is in the news. */
    RIVAL,
    /** A headline was deleted; {@code withdrawnHeadlineId} names it. */
    WITHDRAWN,
    /**
     * Prints behind the sector's opening of its running session were cancelled or corrected; {@code opening} tells
     * whether it meets the opening condition without them, {@code level} and {@code drawdown} what is left.
     */
    CORRECTION,
    /** A headline no longer says what was told of it before; {@code withdrawnHeadlineId} names it. What is told later stands. */
    REWORDED
}
