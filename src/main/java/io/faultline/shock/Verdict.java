package io.faultline.shock;

/** What the fall is consistent with. */
public enum Verdict {
    /** News of an AI release. */
    AI_LINKED,
    /** Another cause in the news. */
    OTHER_CAUSE,
    /** Nothing known. */
    UNEXPLAINED
}
