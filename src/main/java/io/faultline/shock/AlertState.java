package io.faultline.shock;

/** What a revision does to its incident. */
public enum AlertState {
    /** First revision. */
    OPEN,
    /** New figures, evidence or verdict. */
    UPDATE,
    /** The severity rose. */
    ESCALATE,
    /** Last revision, with final figures. */
    RESOLVE,
    /** The incident should not have been opened (its trigger was taken back). */
    RETRACT
}
