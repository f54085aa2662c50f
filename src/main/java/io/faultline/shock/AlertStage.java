package io.faultline.shock;

/** When in the incident's life a revision is made. */
public enum AlertStage {
    /** Before the regular open of the onset session. */
    PRE_MARKET,
    /** In the first 30 minutes of the onset session. */
    OPEN,
    /** Later in the onset session. */
    INTRADAY,
    /** At the close of the onset session. */
    CLOSE,
    /** In a later session. */
    AFTERMATH
}
