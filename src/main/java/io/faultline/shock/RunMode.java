package io.faultline.shock;

/** Where time comes from. */
public enum RunMode {
    /** Quiet sources follow the clock. */
    LIVE,
    /** Time is in the data only, moved on by heartbeats. */
    REPLAY
}
