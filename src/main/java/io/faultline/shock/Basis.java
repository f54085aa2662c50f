package io.faultline.shock;

/** On what kind of evidence a verdict AI_LINKED stands. */
public enum Basis {
    /** The evidence was published before the onset. */
    PRECEDING,
    /** Headlines after the fall name a release as its cause; confidence at most 0.6. */
    ATTRIBUTED
}
