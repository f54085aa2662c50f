package io.faultline.rules;

/** Whether a rule takes part. */
public enum RuleState {
    /** Evaluated, alerts go out. */
    ACTIVE,
    /** Evaluated and sampled, no alerts. */
    SHADOW,
    /** Not evaluated. */
    PAUSED
}
